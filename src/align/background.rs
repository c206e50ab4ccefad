//! How rare terms are in news: generated, do not edit.
//!
//! Made by `lab background BUNDLES < SENTENCES.jsonl` from 114874 sentences of English news of many
//! outlets and years. Document frequencies are all that was taken from them: for each term in 12 sentences
//! or more, ln(1 + sentences / frequency) to the nearest 0.25.

/// The idf of a level is its position times this.
pub(super) const STEP: f32 = 0.25;

/// The idf of a term that no level holds.
pub(super) const RARE: f32 = 10.27;

/// The terms of each level, split by spaces.
pub(super) const LEVELS: &[&str] = &[
    "",
    "",
    "",
    "",
    "the ",
    "a and in of to ",
    "that ",
    "for on ",
    "is it said ",
    "as he was with ",
    "an are at be but by from has hav his not this trump ",
    "thei told who ",
    "been i mor new or president report stat their us we will would ",
    "about after all had her if leader mr obama official one other out republican say ther tim wer what when which \
     year ",
    "#2 accord american around could democrat hous into its just lik no peopl she so som than up week ",
    "administration also any back befor call campaign can clinton day do election even first get hom includ last \
     law mak month most now our over political reuter right sinc sourc tak them thos too whit work you ",
    "agenci believ com countri democratic did dur federal government group health him how issu may media nation \
     national onli parti person plan polici press public question rac rul senat should statement thes thursdai unit \
     vot way wher ",
    "#1 #3 #4 abov ad against becaus being between bill both candidat car cas chang congress conservativ court \
     department don't down earlier forc fresh going know legislation long mani meet member million much need offic \
     part point presidential produc provid real run sam securiti still such support then through under veri voter \
     want washington well whether whil ",
    "#12 act action aid america among another ask associat attack authoriti bas biden clear clos committe continu \
     deal debat donald effort end fac fami far former fund general go good gop help high immigration investigation \
     justic left local look mad mov my north number off officer open order own percent plac polic poll position \
     post program proposal put rat recent releas requir see seek sen show start talk tax thing think top try \
     tuesdai women world york ",
    "#2016 #5 agreement allow almost alreadi appear assault attempt attornei ballot becom business cam center charg \
     china citi claim cnn concern control decision didn't doe economi economic everi expect fact fbi fight find fir \
     follow found fridai giv happen hop increas information interest interview job john keep kill larg lead least \
     legal lin liv majoriti me mean might militari mondai near never next night numerous pass past power primari \
     problem protect rais record remain reporter romnei russia sander school second secretari seem senator servic \
     several sign social speech spend stori sundai suprem system term though todai took turn tweet versus video war \
     wednesdai wherea why without yet your ",
    "#10 #20 #6 account across actual address again ago argu articl awai ban better border budget build california \
     challeng chief comment communiti compani conflict congressional consider cost creat current cut death defens \
     different director doesn't don email emploi enough event ex executiv few finish firm focus foreign fox fre \
     governor gun hand hard hear hillari hold hour i'm idea illegal immigrant indicat individual involv iran key \
     korea lat leav less let level lif littl lot march market matter measur messag must nam nomine nuclear obamacar \
     offer old pay potential probab process promis push reason rep respons result return russian serv set sid sit \
     someth south speak spokesman stand step stop strong student suggest supporter target team tell test threat \
     until urg use used view wall watch we're win wrot ",
    "#11 #30 #7 #8 #9 abl abortion adviser allegation alli along announc anti anyth area arm armi barack behind \
     benefit best big billion black bring bush can't caus certain conferenc coronavirus cours coverag criminal \
     crisis data decad decid declar declin describ despit detail direct district doing each earli elect employe \
     enforcement ever evidenc facebook fail feel fil final friend full further futur given great head held himself \
     histori hit however important initial instead insuranc intelligenc international judg kind known later \
     lawmaker led levi liberal limit major man men middl monei morn mueller noth obema obtain onc organization \
     outsid particular paul per personal plai politic possibl previous privat protest r ralli reach read receiv \
     reform respond risk s seen serious session shar shoot short significant similar special street studi taken \
     texa they're third toward town trad travel tribunal twitter union universiti vic victori violenc warn went \
     within word ",
    "#15 #19 #2012 #2017 #2018 #2020 #50 agent ahead air al alwai am amendment answer anyon appeal approach approv \
     april bad begin block boehner bomb brief cannot carri chairman chanc check children chines citizen civil class \
     colleg complet conduct confirm conversation counsel counti cover crim cruz d dead deep defend demand deni \
     discuss document dub effect either entir especial estimat everyon exampl exchang expert explain favor fear \
     figur financial firearm form forward georg got gov ground half hid human immediat incom iraq irs isn't israel \
     joe join juli jun kim latest launch leadership letter list los low lower mark mcconnell moment nomination non \
     november opinion opportuniti pag photo presidenci pressur prevent pric progressiv propos protection rather \
     reduc relat religious represent request research review rol ryan saturdai seat send senior sens simp singl \
     situation small someon speaker staff stai strik sur suspect syria terrorist thousand together total understand \
     using virus visit warren weapon whos won't worker writ young ",
    "#2008 #2010 #2013 #2014 #2015 abiliti accept access accus activist additional advocat afterward age agenda agr \
     agre aim alleg although amount argument arrest attention averag avoid bank bar battl becam began berni biggest \
     blam board book break brought capital capitol carolina caucus choic cit climat clintoun co comei commit common \
     compar condition count critic criticism criticiz crowd daca damag david debt delai deliver determin discussion \
     dollar drop drug due easi east education effectiv els emergenci energi everyth expand experienc express fair \
     fall father femal florida freedom frequent front gain global goal grow handl heard heavi higher hill hospital \
     host hundr identifi impact impeachment independent industri investigat iowa isis islamic itself januari \
     journalist kavanaugh kid korean land lawsuit lawyer learn legislator longer mal marriag mayor meanwhil medical \
     met mexico migrant mind minister minoriti minut missil movement necessari negotiation network often ohio \
     operation opponent oppos opposition option pandemic paper parent pelosi perhap phon pick practic prepar pro \
     protester publish quick re red reduction refer refus regim region relationship remark remov repeal replac \
     representativ republikan reveal ris robert safeti san sanction saw schedul self sent separat sex sexual shift \
     shot shutdown son soon sought spent spok spread stag standard survei th themselv thought threaten train trial \
     tru trust truth un valu victim violat virginia voic wait wasn't water we've weekend west wing woman won worri \
     wrong you're ",
    "#100 #13 #14 #16 #18 #2011 #2019 #25 #40 #60 abc abus acknowledg activiti admit advanc affair affect afternoon \
     analyst apparent appli approval aren't arriv assad attend audienc august author behavior beyond bipartisan \
     bodi boy buy caption cent central chamber child chris christi church colleagu communication conclud consequenc \
     constitution constitutional consumer contact contain contribut convention council coupl covid critical cross \
     daili dangerous dc defeat deputi design develop development differenc difficult divid doctor donor door driv e \
     editor emerg encourag engag ensur enter era establishment exact exist extrem eye faith fals field fiscal fix \
     flight floor forfeit foundation frontier fulli gam gas gather gav gay goe grant growth hat homeland i've \
     implement impos incident influenc injur insid insist intend investigator jam johnson joint jon kennedi knew \
     labor lack languag leak lean legislativ light link loss lost lov main maintain mandat maryland mass massiv \
     mayb mention michael mik miss mission moderat mrs ms multipl murder muslim occur october oil onlin packag paid \
     park partisan path patient penc pentagon period popular population present prim prob professor project \
     prosecutor prov provision pull putin racial rang rapid readi recogniz regard regulation reject relativ \
     repeated replai republicen resident resolution respect rest roll room rubio saf saudi sav scandal search secur \
     senet september seri slow solution sort specific star status stet strategi subject successful summit surpris \
     surveillanc syrian tea technologi track treat tri troop ukrain ultimat w wag walk websit whol whom wid wif \
     witness worst wouldn't ",
    "#17 #21 #24 add addition affordabl african aggressiv airport alon ambassador americen amerikan amid analysis \
     announcement annual ap appoint arabia association asylum availabl background balanc barr belief bid bit \
     bloomberg blu boost born boston broad brown camp captur career cast ceo chemical christian cia citizenship \
     coalition commitment compromis content contest controll cor credit dat de december deficit democraci destroi \
     di direction diseas disput dnc doubl doubt draw dron duti earn economist electoral employer endors equal \
     essential establish europ european exercis extend faciliti failur familiar februari fed fellow felt filibuster \
     fill financ food founder franc french fuel gon graham greater green guard gunfir guy harm hasn't healthcar \
     heart highest hong hug ignor imag improv increasing ind institut internal internet investment iranian island \
     jeff jersei journal jr kelli kept king kong largest liberti mail manag massachusett mccain memo midterm mil \
     mistak mitch mitt moor moscow mother natural nbc negotiat newspaper nor normal obvious ongo original outbreak \
     outlet overall oversight pac panel paris partner payment pct peac pennsylvania performanc pictur piec platform \
     pledg politician poor positiv possibiliti powerful prais pre prevail principl prioriti profil progress promot \
     prompt purchas purpos quarter quit ran rank realiti reflect refuge relation reopen repeat reported resist \
     resourc responsibiliti responsibl restriction revenu rhetoric rival road round sal scen scienc scott se secret \
     shut signal snowden societi sound southern spac specifical st stock strategist struggl subpoena success suffer \
     summer tap task taxpayer teacher temporari tension terrorism testifi testimoni thank theori they've throughout \
     topic tough traditional treatment trillion trip troubl tv typ typical undermin unemployment unlik upon usa \
     usual version veteran violation violent vow whatever wors wound written yes ",
    "#2000 #2009 #23 #27 #29 absolut accusation achiev activ adult advantag afghanistan alabama alternativ angel \
     angri appearanc arizona authoriz awar b basic basis beat beij benghazi blast blaz british broader brother \
     built buttigieg cabinet camera campus cap casualti caught cbs celebrat centuri chair choos chuck civilian \
     classifi clean closer cod cohen collusion color colorado combat commander commerc complain complaint condemn \
     confidenc confirmation connect consistent conspiraci contract contrast controversi controversial corporat \
     correct couldn't counter crash cultur cuomo cycl daughter davis deadlin defin degre delegat depend depertment \
     deserv detain diplomatic discrimination dismiss distanc division domestic dr dream ed elizabeth embrac enemi \
     enforc environment eric eventual everybodi expos factor featur fewer fin flag ford formal frank fundamental \
     fundrais generation germani girl god grand hack harris headlin herself highlight hir hispanic historic holder \
     hopeful hurt husband identiti imagin inform inquiri instanc institution insurer introduc israeli jan judiciari \
     juri kentucki kerri ladi larger legislatur libya lift loan location longtim magistrat manafort manager \
     marathon margin material meant medicar mental mer mexican mid militant minimum model monitor moral mount nanci \
     nationwid nato negativ neighbor neither nominat notic npr occasional older operat organiz otherwis outcom \
     participat percentag permit pm politico pos possib poverti predict premium pretti prison privaci product \
     production prominent properti prospect proud pursu pyongyang quot radical rap rar reaction rebel recall \
     referenc regular reid reli relief remember requirement rescu researcher reserv resolv retir revers rich rough \
     scal schumer scrutini sector seiz sell sept sharp ship shock siz slain smith sometim spokeswoman sponsor \
     staffer stanc station stev stood stor stress struck styl sudden super supp suppos surg surround surviv suspend \
     tabl tariff ted television terror tom ton tool touch trail trend tuesdei ty unclear unless updat user various \
     vehicl virtual visa warrant wav we'll wear wednesdei welcom western william wind wisconsin worth yesterdai zon ",
    "#200 #2007 #22 #26 #28 #45 #47 #49 #52 #80 #90 abandon aclu adam adopt ads africa alien alleged amnesti andrew \
     anger anthoni apologiz application appointment appropriat asid assessment assistanc assum bannon battleground \
     bear below bia bigger billionair birth bob bottom box branch brand brennan bridg britain brok burden bureau \
     calif canada cancel careful carter cash catholic cdc character chicago chin circl circumstanc clash cliff \
     coast cold collaps collect collin combin command commission compet complex complicat comprehensiv computer \
     conclusion confident confront congr connection convinc cooperat cooperation cop cortez crucial custodi \
     customer danger democret demokrat demonstrat demonstration demoucrat deploi deportation desir desperat devic \
     diplomat disappoint disaster disclos disclosur diversiti dominat donation dozen draft dreamer drew driven \
     eastern ebola edg editorial eliminat embassi emphasiz employment enact endorsement enjoi entri environmental \
     error escalat except exempt exit expir explosion extraordinari fak famous fast fee fenc fly folk forum fought \
     fridei fundraiser gang gap gen gender georgia googl govern grab guarante guilti gunman hall halt hampshir \
     happi harder haven't he'd he'll historical honor hostag household hurrican ice ill import impossibl incumbent \
     infrastructur initiativ injuri inspector intention interferenc invok jackson jim jok jong judgment judicial \
     jump justifi knowledg kushner label laid latino lay lgbtq licens listen lock london magazin mainstream \
     management manufactur marco marijuana marin martin mask massacr mccab medicaid method michigan miller ministri \
     mix modern moon narrativ narrow natur navi net nevada newli nobodi notion nourth nov obstruction ocasio odd \
     onto oversea overwhelm owner palestinian parenthood passag penalti perfect perform permanent personnel phas \
     physical plant pleas plus pompeo pop prayer prefer presenc prior profit proper provider qaeda qualifi racism \
     racist radio reagan recession recover recoveri register religion remind renew resign restaurant retirement \
     revelation ric richard rid rifl rocket root roumnei runner rush scenario scientist season section sender \
     sentenc server sever shelter shield shooter shouldn't shown sick signatur simpl skeptical slight soldier solv \
     spark split spot spring stak steel steven storm straight strength stronger submit subsidi substantial suit \
     sundei surfac sweep swing t tactic tear tend territori thoma throw thursdei ti titl traffic transfer \
     transgender transition treasuri trigger truli turnout twic unabl unconstitutional unfair uniqu unprecedent \
     unusual v va vast vermont via vision vulnerabl wak warm washingtoun weak wealthi wikileak wish wonder yemen \
     youtub zero ",
    "#1000 #1990 #2004 #2006 #31 #32 #35 #38 #48 #500 #51 #55 #70 accident accountabiliti accountabl advic advis \
     advocaci affiliat aircraft alarm alaska alert allianc anticipat anybodi app arab arrival asia aspect assert \
     asset assistant austin award babi backer baltimor basical begun behalf ben blood blow bold boss brett broken \
     cabl candidaci capaciti card catch categori caution cav ceremoni chain challenger champion chao charl cheer \
     christma circuit cleveland column commissioner comparison confrontation congressman consensus constant context \
     contribution convict conviction corner corp corporation correspondent corruption coungress creation cultural \
     custom dan dark dedicat defer definition demographic demonstrator desk detention devastat die discover displai \
     dissent dog doj dossier dounald driver eas easier echo egypt el element eligibl elsewher embarrass encounter \
     engineer english enormous epa epidemic equaliti escap et examin exception exemption expansion expectation \
     expens expensiv explanation explosiv extent extra extremist farm fat fatal fda feed feet ferguson fighter film \
     flak flaw fle fourth fram francisco fraud frustrat gaza gear generat german gotten graduat greatest grew grown \
     guid guidanc guidelin hagel handful harassment harri headquarter healthi heritag hero hik honest hot hotel \
     hunt i'd ideological illinois implication indictment inequaliti infection insider insult intens intent \
     intervention invest investor invit involvement j jail japan jeb jerusalem jewish journalism kasich kick knock \
     lee legaci legitimat libertarian lindsei lobbi lockdown loom louisiana ly m map match meddl memorial merit \
     minneapolis minnesota misconduct momentum motivat msnbc murphi myself neighborhood netanyahu nic nonprofit \
     northern nra nsa nurs ny obligation oct offensiv op opposit outrag oval overhaul overturn paint papadopoulo \
     partial participant patrol payroll peaceful peninsula perceiv perish perspectiv pet peter philadelphia phras \
     pilot player plead plenti populist port precis pregnanci preserv procedur proceed professional prohibit proof \
     prosecution punish qualiti quiet rahami raid rand realiz recipient recommendation reelection regardless \
     regulat repli reputation resistanc respondent restor restrict rick rock roger ros rout sarah schiff scor \
     screen sea select sequester shap shirt shop silenc skill slam smaller socialism socialist sol somebodi somehow \
     spanish spoken spokesperson spy steadi stem stephen stick stimulus ston strategic stretch string strip succ \
     suggestion suicid susan sustain swift switch tank tech tehran ten terribl text therefor threshold thus \
     tillerson toll tonight tour tower tradition tragedi turkei turkish uk ukrainian undocument unfortunat unifi \
     universal upcom utah van vet veto villag vladimir volunteer walker wast weren't weshington widespread window \
     winner writer xi you've ",
    "#100000 #1980 #2001 #2003 #2005 #36 #46 #53 #54 #62 #75 abram abroad accomplish accurat achievement actor \
     advertis aftermath airlin airstrik alexander ali align amazon amerika animal anonymiti anonymous antifa \
     anywher apart apartment appl appropriation arkansa asian assang assertion assist assur atlantic attitud audit \
     automatic bailout ballistic barrier bat bed belong berkelei bolster bomber bond breach breath breitbart brexit \
     brian brook brutal bullet bulli burn bus c calm canadian capabiliti caravan carnei carson castro census \
     channel chant characteriz childhood clarifi client climb clinic clip commentator commercial comp competition \
     competitiv conced concept concession confederat confus consent consideration construction consulat consult \
     consum contempt contender contentious contraception coordinat copi craft crazi credibiliti crew cry daniel \
     declaration deduction deeper definit democretic departur detroit dhs dig digital dinner disagre disagreement \
     discriminat divers doneld downplai downtown drag dramatic drawn drill duck dynamic earnest earth egyptian \
     elder elit emission enabl endur enroll ethic eu evangelical everywher evil excit exclusiv excus explor export \
     extension extensiv fan faster favorit feb fell fierc fifth fit flip flood flow floyd flynn foot forecast \
     framework frustration function funeral g gat genuin giant giuliani greet gross guess hacker hadn't heat hol \
     holidai hook hunter i'll ideologi ii immuniti impeach importanc inappropriat incentiv index india indiana \
     indication indict industrial inflation inspir intellectual interfer interior interpret invasion invitation \
     iraqi itali item jay jobless k kansa kevin kingdom koch la lab laugh leverag li liabiliti lie literal lobbyist \
     locat louis lying machin mandatori manhattan manner marri mat matt mess mislead mississippi missouri mnuchin \
     mob mock mortgag motiv mountain mourn movi mueler nationalist nearbi nixon norm object objectiv observer \
     occasion offens oklahoma omar operativ optimistic organizer ought ourselv oust outlin outright p pain palin \
     patrick pattern paus payer peak perception persuad perti petition pitch plaintiff pocket polariz pollster \
     portion practical prai precedent pretend prid print privileg prosecut proven provinc publication quarantin \
     react reasonabl recognition recommend reconciliation regional reiterat removal replacement republic \
     resignation retain retreat rob roe ron ronald ross routin safer sanctuari sandi sat scalia scholar schultz \
     scrambl seal sean seeming segment sensitiv settl settlement sheriff showdown sister smok soil soleimani solid \
     somewhat soro soviet spe speculation spirit sport spotlight squar statut stream strengthen strict structur \
     stuck stuff stun subsequent sued survivor syri tackl teach technical teenager tennesse tenur they'll ticket \
     tip tomorrow tout transcript transportation tremendous tsarnaev tuition twiter unanimous underli underscor \
     unveil urban vallei varieti vega vox weaken weakness wealth weather weigh welfar whip wilson wir wis withdraw \
     withdrawal wrongdo younger ",
    "#1.5 #10000 #1970 #2.5 #2002 #2021 #300 #34 #39 #41 #43 #44 #50000 #56 #64 #65 abe abid aca academic \
     administrator advisori afford afghan aggression aisl alex alexandria alter altogether ambitious americ anchor \
     anymor anywai applaus appreciat approximat art assemb assess assign attach attacker attribut auto avert await \
     backlash bargain beach besid bin blog blunt bolton borrow bought broadcast brutaliti bryson burr calculat \
     capabl capitalism carrier cautious cbo ceil cell certifi chapter cheap chos christopher clock closest \
     collection collectiv columbia columnist combination communicat component compound confusion connecticut \
     conscienc constitut contend contractor contrari conventional counterpart coup cpac crack credibl curb cyber \
     dad dalla damn databas dec decreas deem defender defensiv defi defund deliberat dem democrachic demokratic \
     denounc deport depth designat deter determination dialogu differ diplomaci disagr disappear disapprov \
     discretion dismantl dispariti dispatch disruption doug drama drink drov durbin eager earthquak educat edward \
     electorat elevat emotional empti enrollment enthusiasm entitlement episod equipment equiti escalation estat \
     evacuat execution explicit explod expression f faction fashion feinstein fiorina fisher flat forth fulfill \
     furious furlough gallup gari geourg gillibrand glob golf gorsuch greec grip guardian guest gulf gut h hair \
     halei handgun hang hanniti harsh harvard hawaii height helicopter helpful hhs highwai hint hollywood hostil \
     hostiliti houston houus huckabe humanitarian hurdl hus hyd id ideal illness imminent improper improvement \
     inauguration inc independenc infamous infect influential injunction inner innocent instruct integriti \
     intensifi intentional interaction interrupt interven islamist ivanka jack jar jerri jet jew jordan joseph \
     jurisdiction juschic justik ken khashoggi kidnap killer lam landmark las legaliz lerner lesson lgbt lifetim \
     lion litigation loophol loud lowest loyalti luther maker manchin manufacturer mari marketplac matthew maximum \
     medicin memori midst migration minor misinformation mobil mom mondei moreover murrai nadler nativ nazi \
     nonpartisan notab o'malley obemacar observ obstacl obstruct offset oh ok olympic opt ordinari overcom \
     overnight overwhelming pacific pack pair pakistan participation partnership paso passenger pastor pat patriot \
     pend perez perri personaliti pew phenomenon plain planet plea plot plung polarization portland portrai powell \
     predecessor pregnant presid presumptiv prevention prisoner producer productiv projection propaganda prosperiti \
     publisher pump punishment quak quo rail rain reader rebuild rebuk recess recount referendum refusal regret \
     regulatori relevant reluctant remot resort resum retaliation revis revolution revolutionari reward rhod riot \
     rip robust rod rollout roosevelt rosenstein roubert row roy rural rusian sacrific safeguard satellit scalis \
     schem scop seattl seeker sekuriti sentiment separation shak shall sham shout sight silent silver skin slai \
     slash slat slip slogan smart sold sotomayor spar spin spur stabiliti stall stark statewid statu stewart \
     strongest substanc suburb sum supremacist suspicion taliban tens tex theater they'd thorough tie tight tir \
     tobacco tougher trac traffick transit transparenci transport tre treati uncertainti uncover underestimat \
     understood unfold uniti uniwersiti unknown unpopular unrest unsuccessful upheld upper upset urgent vaccin \
     venezuela vietnam viewer viral visitor vital vocal voluntari wallac wasserman weight wild willingness winter \
     withhold wolf wood workforc worldwid wrap wuhan youth zuckerberg ",
    "#0 #150 #1992 #1993 #1995 #1997 #1999 #200000 #2026 #250000 #3000 #30000 #300000 #33 #37 #42 #5000 #57 #600 \
     #61 #67 #800000 #85 abrupt absenc accelerat acceptabl accommodation accompani acquir adequat adjust \
     administrativ admission adversari algorithm alienat alik aliv allen alongsid ammunition ann anniversari \
     antonio anxieti appall applicant appointe ariz arrang articulat aspiration atlanta attende attract aug \
     authorization automatical awful badli bag bain ball band bashar bay becerra bench bend beneficiari bennett \
     berri bet bibl bitter bloc boat boil bouehner bound boundari bow brain brazil breakdown breakfast bright \
     brussel bubbl bump businessman cak calendar califournia cancellation cancer candid captain carbon carli cbp \
     celebriti celifornia censor centrist chancellor chicken chip chosen circulat claus clerk clinical closur cloth \
     cloud club coach coal collision comfort communist compell competitor compil constituenci constituent \
     consultant contradict contributor convert conwai cook cool cori corker correction corrupt coumei courag \
     credential cris criteria critiqu crop cuba cuban cum cur cyberattack dakota dar debris decisiv defendant \
     definitiv delawar delegation deliveri demoucratic denial denuclearization dependent depression derail des \
     destruction detect devot dick dictator diego digit directiv disabiliti disappointment disastrous discourag \
     disgust disrupt distinction distribution disturb donat doom dow dramatical dress eat economical edit edition \
     electriciti elementari empower endless engagement engin enterpris entitl entranc equip equivalent eras erupt \
     essai evaluat evident evolv excessiv exclud existenc exploit facilitat fairness fallen fallout farmer fault \
     favorabl fcc feloni feud finger firefighter fisa fla fled flew float flu follower footag forceful foreigner \
     forever forg forget fort foxnew francis frein garland garner gazett gdp generel georgetown gift gingrich glad \
     glass glenn gm gowdi grad gradual grappl grasslei grim grimm gruber hama harmful harvest hatch hell henc henri \
     hick hilari hilleri historian holland homicid horribl hypocrisi illustrat immun impli impression inadequat \
     indefinit indian indonesia inherent initiat innovation insight instant institutional intercept investigativ \
     iren isolat israelis isreel issa japanes jenuari jesus jihadist jimmi jinp josh judd julian kamala khan \
     kislyak klein kremlin ky labour lan laptop larri latter lawful leagu leeder leg length lengthi lesbian lethal \
     lewis liar librari libyan liquid lisa load logic lon longest longstand loyal macron magnitud manipulat mar \
     marc math mattis mccarthi mcmaster md meaningful medium midnight millennial min mobiliz moderator modest moham \
     montana monument mood motion motivation moundai mouth mps music musk naval nba neck neil neutral nevertheless \
     newsletter newsroom newtown niger notifi novel nowher nun o'reilly oath obamakar occupi ocean offend offik \
     opioid optimism oregon originat output outreach overse painful parad parliament passport paycheck pen petraeus \
     phil phillip phouto physician pil pittsburgh plagu poison pollution pool populariti possession pour prediction \
     preferenc preliminari priebus princ principal priz proc proclaim promotion prop protocol provocation provok \
     pruitt psychologi psychological puerto punch pundit purport queen questionabl rag ramp ratifi reassur reckless \
     reckon recruit refrain registration reinforc reliabl remarkabl reminder repair residenc resonat revision \
     rhetorical ridiculous rig rnc rogu rov ruin runoff rusia russi russien sad sampl sar satisfi scar scientific \
     scream sebelius seizur semi seoul seturdai shadow shell shor shortag shoulder shy singer sleep smil soar \
     softwar solidariti somewher spain specialist spectrum spell spiral stabl staf stamp statistic stein stereotyp \
     stolen strain straw stumbl subsidiz suburban succeed successor sudan sufficient summari supportiv surrogat \
     suspicious swai swept symptom talent talli techniqu teen telephon televis temperatur terminat terrifi \
     thanksgiv threw thrown todd toleranc tolerat tortur toss tourist toxic tragic transaction transform translat \
     transmission transparent trap tribal truck ukrein unarm unawar underwai unemploi uniform unilateral uninsur \
     unioun unleash unnecessari uphold upward useful utiliti utter vacanci valid valuabl vari verifi videous \
     virgini volatil wad walter watchdog web wed weinstein who've wider wildfir witch withdrew workplac yang yell \
     yield you'll yourself zelenski ",
    "#1.6 #1200 #1960 #1994 #1996 #1998 #2022 #3.5 #400 #4000 #59 #63 #72 #76 #800 #911 #95 #99 abedin aboard \
     absurd academi acceptanc accomplishment aceh acosta actress admir advisor afl afraid akin alan alfi amaz amy \
     andi annapolis anthem antibodi antitrust aqap architect arena aris arrai arrangement assembl assumption \
     atmospher attendanc audio authoritarian autonomi awareness backward baghdad baghdadi bail balloon bankruptci \
     banner barbara bash bathroom bbc beau beautiful beef beg belt benjamin berlin bernank bernard bernardino bias \
     bigotri bilateral birthdai blank blanket blasio blind blown boast booker bor botch bother bowl bradi broadband \
     broker brooklyn bryan buck buri busi cairo cancell cannabis cantor carl cassidi cbn celebration censorship \
     charlott charlottesvill chart chat chen chenei cincinnati cio clariti classroom click clu cnbc coastal coffe \
     coin col collar collud comfortabl commentari compassion compel concert concret condemnation conditt confin \
     conspir conven corroborat cotton counterterrorism countless cousin crackdown criminaliz crippl cruel cruis \
     crush curt curtail curv dccc deadliest dealt dean debacl debunk decent decri dent deployment deriv devin devo \
     diagnos diann dictat difficulti disabl disappearanc disciplin disgrac dismai disproportionat disregard \
     distress distribut ditch diver divisiv dodg dos dougla dry dump dying earmark efficient elusiv embolden \
     emotion emphasis en endanger england enhanc equat erdogan erod escort etc ethnic eve exaggerat examination \
     execut experiment extradition extremism exxon facto factori fad fec federation fever fingerprint flash flint \
     flor foe foil forbid forgotten formidabl fossil foster freez friendship frontrunner ga gaff garden generic \
     genocid germanw gerrymander goer golden gps grai grassroot grav gridlock groceri guarant gunshot hail hammer \
     hammond harbor hatr hawk hedg heighten hidden hollow horrific huawei hyp identification implementation \
     implicit impressiv inadvertent inbox incest inch incit inclusion inclusiv incorrect incredib incredibl \
     indirect ineffectiv inevitabl inflict infowar inschitut install insurgent interact interpretation \
     interrogation interstat ipso islam isolation jab jefferson jem jess journei justification kain katriuk kenedi \
     khamenei klobuchar knight kore krugman kurd kyl l laden landscap landslid lash lautenberg legitimaci lend \
     lesser lest lieutenant likelihood linger loath logo loos loot lopez loser lubitz lunch luxuri lynch maddow \
     mainland malaysia maneuver manlei master meadow melania membership merkel metoo metric miami michell milano \
     mirror moin monetari morell motor multi museum mutual mysteri nachional nafta nasti natiounal nazis nc \
     nebraska negotiator neo neoliberal nerv nervous netional nfl nj nod northam notorious o'rourke obscur offshor \
     orang orc origin ossoff outrageous overs ownership pact panic pardon parna pelousi permission persistent \
     philosophi phoni photograph pill pit pivot plight podcast podium pois poland policymaker politiciz possess \
     poster postur pot predator prejudic premis preparation prescription priest prioritiz problematic procedural \
     profound proposition propublica protectiv provocativ puchin pur pursuit rampag rational ray recus redistrict \
     refug regulator reindeer reinstat rent replei reproductiv rescind reshap respectiv respiratori responder \
     restrain retail reviv revok rex rio risen river royalti rubiou rudi rumor sak santa sc scaramucci schrier \
     scrap secreteri segregation selection sequestration sergei seudi sexism sharpton shatter she'd sheer shook \
     shrink sidelin sidewalk silicon silli simpson simultaneous sin sink sixth skip sky slap slid slur smear soft \
     somer sooner soul southwest souuth specifi speculat spik spontaneous spous stab stagger stahl standoff staunch \
     steal steam steep stephani strang streak stricter strit structural stump stupid subtl sun supposed suppress \
     surpass surrender sustainabl swimmer sworn symbol symbolic systemic taylor tempest tempt tent terminal \
     termination thompson thriv thwart tighten tini toni toppl trajectori traveler tribun trick tun tunisia turmoil \
     uncomfortabl undecid unhappi unlawful unnam uphill uranium urgenci vagu venu viabl vigorous vs vulnerabiliti \
     waren wash wendi whatsoever whistleblower whitaker whoever wildlif wip wisdom wor worship worthi yal you'd \
     zimmerman zoom ",
    "#1.3 #1.7 #15000 #1968 #1986 #20000 #2025 #35000 #58 #66 #68 #73 #77 #78 #91 absent absente absorb abu \
     abundant accessibl accommodat activat activism acut addiction adher advertiser affirm affirmativ aghdam \
     agricultur ala alcohol allocat alshamrani alsup alt amanda ambition amend analyz anderson animat antonin \
     anxious apologi applaud apprehend archiv arsenal assailant assassination atrociti auction aviation axio \
     backlog badg baier baker balk bankrupt barak barakk barrack barrel bashir batteri battlefield baucus bazoum \
     beast behav behead belmar berack bibeau bigot bind blasei blatant bottl boui boycott brac brad brag breyer \
     brilliant brouwn bulk bunch burst button buzzf bypass byrd ca caller cambridg campaigner campbell carlson \
     caroulina cartel cartoon carv cat ceas cement cerolina characteristic charli charter chas checker cheirman \
     chest chill christ christianiti christin chronic civic civiliti classmat clearanc clever cockpit colin \
     combatant comedi comitte committi complexiti complianc conceal conceiv concentrat confer confidant \
     confidential congresswomen conn considerabl construct consumption continual contraceptiv controller cooper \
     correctness correspondenc cosbi couhen coummitte counselor covfef cox cr cream criticis crown crumbl \
     cuccinelli curfew curiel currenci curtain dana danc darrell dawn deadlock debbi deductibl deepen default \
     defiant degett dekember delet dempsei dennis denver depart derid description desert destabiliz destructiv \
     detaine detonat diabet digniti dim diminish dirti disadvantag discours discredit dishonest dislik disorder \
     dispers distant distinct distrust dowd downward ducei duk dumb earliest earner egregious electrical electronic \
     embargo embarrassment emirat empir energiz enrich entertain entertainment enthusiastic entiti environmentalist \
     envoi epicenter esper espi essenc ethniciti everydai exacerbat exceed excerpt exhibit exil expenditur \
     exploration exposur external extract faa faithful fakebook fam farook februeri federel fema feminist fend \
     festival fish flank flexibiliti florid fluid football fortun fortunat fraction fragil frai franklin freshman \
     fring frozen ftc funni furi galvaniz generous germeni globalization gold goldman goldston grasp grass grateful \
     greenhous grievanc guam guilt gunmen guyger habit hamper harass harden hardest harvei hashtag haunt haven heal \
     heel heller hesitation hey hing hitler hoax hogan hondura honesti hopkin horror hors hub huffington humor hung \
     hurl identical ignit ignoranc impass imperativ inaccurat incarcerat inclin inconsistent indicativ induc \
     inevitab infectious inflammatori inflat informal injustic input instagram installation instruction \
     insufficient insur integrat intensiv interceptor intercontinental interim intern intimat introduction invad \
     ireland iron ironi irrelevant isp italian jak jason jean jeffrei jennifer jessica jonathan jouhnson joun \
     journalistic justin kaepernick kaiser karl kat keen keli kenya kirk kiss klan kudlow kurdish lag lak lamar \
     lamb lament lapierr launder layer leas leftist legalization len leon lew limitation lincoln lit lois loop \
     lucki lufthansa maintenanc makeup mali mall manslaughter marginaliz markh marshall martch martha max maxwell \
     mcgahn meantim mechanism mediterranean meltdown memoir menendez meng meryland metal metro mileston militia \
     mindset minimiz mistaken mitigat moab mosqu motto mourdock mph mulvanei mysterious n nail nascar nd \
     neoconservativ nepal neutraliti newscast newt ngb ngo nicotin nielsen nieto nigeria nightmar nonetheless noon \
     nos notabl nowember objection obrador obsess obsession offender okai oldest oliver opm oppression oral \
     orchestrat org organisation orientation orlando orlean outdat outdoor outsider outsourc outspoken overreach \
     overrid owe pa paragraph partisanship passion patriotism peer pena pension peril perjuri persecution persona \
     pharmaceutical pharmaci philip philippin pin pioneer pip pipelin plastic podesta pol pound preced predictabl \
     predominant prematur presum presumab proactiv prohibition pron proponent prospectiv purg purpl qaida qatar \
     quasi radar ramo random rapist rattl raw rear reception reconsider reelect regain rein relianc remedi render \
     renewabl renewal representation resid restraint retaliat retire rev revisit rewrit rico rigorous ring riski \
     robberi robertson robin rouhani rutger sacr sadli saga salman salut saudis scold scratch scrutiniz secreci \
     segregationist sekretari sekulow selectiv seller serial servant serwic sesion setback seth seventh shameful \
     shapiro shareholder shed sheet shelbi showcas shun significanc sing singapor singular skepticism slager slim \
     slot smartphon smash smooth smuggler smukler snouwden snow soften solar solidifi sophisticat sorri southeast \
     sovereignti span spat specter speeker spicer spill spiritual spit sprai stadium starr starter steer \
     stephanopoulo steyer stok strategical strzok stunt sue suing superior supervisor supremaci surprising survival \
     suspension suth swath sympathetic synagogu syrien tactical tal tampa tangibl tapper taught technological \
     teenag telecom temper templ tendenci terri tesla thai thailand theft theorist theresa thin thread thumb tick \
     tier tilt timelin tourism traumatiz tread trent trib tricki truc tumbl tunnel tweak twist tyson u ugli \
     unacceptabl unauthoriz unborn unchang uncheck uncl undercut underlin undu unfit univers unlimit unseat unwant \
     upbeat ups usher vacation vanish vap vendor verg verizon vessel vicious viewpoint vindicat visibl vk voucher \
     vt wal warfar warrior watcher waterboard watson watt we'd weaker wealthiest weekdai weird werren whenever \
     whistl whitmer widen wilki withheld wok woodward workshop worldview worn worsen wrai wrestl yard yat yeah \
     yorker ",
    "#1.2 #1.4 #101 #1973 #1987 #1991 #2.6 #2500 #4.5 #6000 #600000 #7000 #700000 #74 #75000 #79 #82 aaron abaaoud \
     abba abdullah abedini abort abqaiq accuraci accuser acr adamant adapt adjustment admiral adoption afoul afp \
     aging agitator agricultural airasia airplan airspac alaskan alebama alito allegianc alp amass amber amplifi \
     analytica anarchist angela annexation appetit apprehension ar arbitrari arguab ars artilleri artist asad ass \
     assignment athlet australian authentic authenticiti autopilot avenu aviv axelrod ayatollah bait barbecu barrag \
     baseball basement basketball beaten bedroom behavioral beneath beneficial bentz betrai biological bizarr bless \
     blink bloodi boe bombshell boom boon boris bounc bouston boxer bracket brav bread bret broaden brotherhood \
     brownback bruc bruis brush bug bundler bureaucraci bureaucratic bust bystander calculation cameron capitaliz \
     captiv carlo carnag casual catastroph catastrophic cellphon centr centrel chairwoman chaotic characterization \
     charitabl chariti cheat chop chorus chu cigarett cindi ciwil clapper clyburn coat cohn collaboration \
     collaborativ colorful comeback comedian commite compensat compensation compliant complication con condon \
     congratulat congresswoman conschitution consecutiv consequential conservation consist constructiv consultation \
     containment contemplat contention continent continuous contradiction coon copyright corbyn counterintelligenc \
     courtroom cov coward creativ crimea cu culprit cunti cuoumo curiositi cynical darl dav decenci decided \
     dedication defamation defenc defianc dejesus delegitimiz delv demoniz denis depict deposition depriv descend \
     designation deteriorat deterrent devastation devid devis diamond dickerson dilemma dioxid dip dir dirt disband \
     discontent discoveri discretionari discriminatori disdain dismissal disqualifi disrespect distinguish distract \
     distraction distrikt documentari dodd dominanc dowless download downturn drastic drastical duncan duration \
     dust dy dzhokhar ear easter educational efficienci eg eisenhower elaborat electric elijah ellis ellison elon \
     emanuel embodi emmanuel empowerment endeavor enlist enrichment enriqu ensu entail envision epidemiologist \
     epstein ernst ervin espionag estonia ethical euroup evacuation evaluation evolution exam examiner exceptional \
     excitement exert exhaust expell expertis fabricat facebouok facial fantasi fascist fastest fataliti faulti \
     fearful fecebook federalist feedback fergusoun fetus fiat filer firewall firework firsthand fivethirtyeight \
     flam flavor flop flourida flout flower flurri fold fool forecaster forensic forest formula fractur francois \
     franken fraught freak fruit fum fun furor fusion garag garcia gasolin gaug geneva genius gestur gfk gifford \
     gina ginsburg glar glosser gonna gonzo gor governanc grac greek greg gregori greham grief griev grill grop \
     groundwork grov guatemala gubernatorial handel handshak hardship hasan hateful haul healthier heed heelth \
     hempshir hinder hiv hollen homecom homelend horizon horrifi hospitaliz hotlin hover howard hoyer hrc huddl \
     hudson humana humaniti hypothetical icon idp il ilhan immens implicat impoverish imprison inabiliti inaction \
     inaugural incidental infant inherit inject innocenc insistenc instinct intel intimidat intrigu intrusion \
     invent irenian irish ironic irreparabl isil islemic istanbul it'll jacob jae jamal jeopardiz jihad jill jos \
     junior jurist kagan kameron kan karen kashuv kati kawanaugh kcna keat keith kellyann kenneth keri kevanaugh \
     kirsanow kirsten klux kne kourea ku kwan laps latin laud lawn layoff le legaliti legitimiz lehman lemon libi \
     lightfoot lightn likewis lip literaci liu livelihood llc logical logistic lowri lt luis makeshift malik \
     manhunt manifest marginal maria marshal mart mcauliff meaningless meat megyn melt merch mexicou mich \
     millionair minn mir miracl miranda misdemeanor misguid mistrust mitchell mobiliti modifi mogul mohawk monica \
     moraliti morsi muhammad mur murderer murkowski musician myanmar myer naacp napolitano nasa nashvill \
     nationalism nationaliti navigat neal needl nefarious neglect nehlen nick nicknam nigerian nois noncitizen \
     nonsens nonwhit northwest notification nouvember nut nypd nyt o oakland obergefell observation oktober \
     oligarch oliphant omit onus opec operational operator optic ordinanc ore orient osama ostensib ottawa ouster \
     outgo overthrow overtim owing oxygen pal palac pan paperwork parallel parental parliamentari parscal patent \
     pathwai patti pav peddl penk pensacola perpetrator persian persist persuasiv peterson petti pfeiffer phoenix \
     pickup pierr pink playbook plow plug polish populat populism porn portfolio portman postpon potus prager \
     precinct prep preschool pretens preview princeton prominenc pronounc proportion prosecutorial prosperous \
     protestor proxi publiciti pushback q qeshm qualification quell quest quid rachel raddatz radicaliz ram rancher \
     rapper rash ratio readiness reaffirm realdonaldtrump reasonab rebut rebuttal recip recognis reconcil recorder \
     redistribution refineri refocus reinc reink relax relentless relevanc reliev renegotiat resentment reservation \
     retailer retention retriev reunification revamp reveng reversal revolt revolv ridicul rif riyadh roadblock \
     rocki roil roof royal rubber sabraw sacramento salazar salon salt samuel sand saugus scan scarborough scari \
     scof scoop scorch script scuttl seasonal secondari seismic senatorial sensibl seriousness shannon shaw she'll \
     shelv shin shootout shortfall shotgun shrug shutter sic sicken sieg sigh simulation sincer sir skew slaughter \
     slav slaveri slic slower smuggl societal solicit sondland song soni sonia sow spawn specializ spencer spousal \
     sprawl spre squad squeez sri stabiliz stalemat stanford starbuck statistical statutori steiner stew stifl \
     sting stopgap straightforward stymi subcommitte substantiv sullivan summon sunni supplier swab swallow swap \
     swirl sympathi taft tailor takeawai tel telecommunication templat tentativ territorial textbook thaad \
     theoretical thug tijuana tlaib tokyo tommi toomei toughest tran transmit trash travis treasur trickl tripl \
     triumph trudeau trumka trumpism truste trustworthi tucker turk twin uc umbrella unanswer uncertain unclassifi \
     undercover underdog undergo understandab undo uneasi unequivocal unexpect unpredictabl unravel unstabl \
     unwillingness upend upris vacat vacuum validiti vapor variation vatican vehement ventilator verdict \
     verification victor victorious videotap viktor villain waffl wagner waiver wan warehous wari warship watergat \
     wayn weaver werfel wheel wheeler wherever whisper who'd wield woe wonderful woo wreck wyden wyom x xu \
     yanukovych yarmuth yemeni youngest zfs ",
    "#115 #120 #120000 #1500 #160 #170 #1900 #1965 #1967 #1972 #1974 #1975 #1979 #1982 #1984 #1988 #1989 #2.2 #2.4 \
     #2024 #2027 #2028 #218 #250 #450 #60000 #69 #777 #86 #88 #89 #93 abhorrent according acquit adf adjourn \
     administer affluent aforemention aftershock ahmad airliner albeit alic alternat aluminum ambulanc andr andrea \
     anita anthouni anytim arabian ardent arebia ariel aros artificial ashlei assuranc atf attachment attournei \
     attraction aurora austeriti awkward ayanna ayott bach backdrop backpack backyard baptist bark baseless batt \
     beacon bearer beauti beer belgian bell benghasi betsi bipartisanship blain blak blouomberg blueprint bluff \
     blumberg blumenthal bluster bobbi bogus boko bon booth borrower bower bradlei breakthrough brichish brightest \
     brink bucklei budgetari bureaucrat bureeu busiest buzz byrn cadet calori canal candi capita capitalist casei \
     catalyst cazeneuv certainti certificat chad chalk charismatic charleston charm chatter cherri christm chronicl \
     chrysler chunk chyf cillizza clearer clout clovis coastlin cochran coincid colbert comfortab compassionat \
     compli conciliatori condolenc condom confab confess conquer consequent consolidat constraint convei convenienc \
     cooperator coordination corn counstitution courtesi couurt crist croni crook crossroad crowlei crozier crud \
     cup cvs d'souza damascus dash dawid dealer dear deceptiv defect defus deili del delight depress dershowitz \
     descent destination dial dian din dioces direktor disapproval disconnect disinfectant disinformation dispens \
     disseminat dissuad distort div divert dna doctrin documentation dol dominant donnel downgrad drain dreemer \
     drown drum dud dug ecuador egg egyptair electabiliti emblazon encouragement encryption enrolle entourag \
     entrust euro euroupean evad evan expedit experimental fabric fairer farther fedbid fehrnstrom financier \
     firebrand firestorm fitness fleet florenc flown foolish foreclosur foremost forfeitur fork forthcom fred \
     freddi frieden frighten gadhafi geng geographic geourgia gerald getti gild gillespi gmt golunov goodlatt \
     goodwill gordon gracious grandfather grandmother graviti graz grenad grin grisham guantanamo hain hal ham \
     hamburg haram hassan hawkish headwind heartbreak hebdo hegel helm hesitat homan homeless homeowner hometown \
     homosexualiti honorabl hood horowitz hospitaliti houlder hr http hum humbl hungari hungri hurri hw \
     hydroxychloroquin icbm ie ifcn iii illusion imped impend impetus implod impress incapabl incentiviz \
     incompetenc incomplet inconvenient incremental indicator indonesian inexperienc inflam informant inmat ins \
     instabiliti instructor instrument intact intensiti inter intifada invalidat invigorat iphon irresponsibl \
     issuanc ivei janet jeh jen jeopardi jewelleri johnni joy juan juarez juic junta juvenil kabul karako kathleen \
     kensa kent kentuki keyston kilometer kit km kourean kudo kyi lago lambast laughter lawrenc leaker leaner leap \
     legislat lender leopard levinson liabl liaison liberalism lifelin lifer lighter limbo log logistical lord \
     louisvill loyalist luk lung lyndon magic malicious malign mandel mantl mantra manuel marital marked marsh \
     marshalles masterpiec matchup mathematical mcconell mccounnell mcenani mcmahon meal medal median medication \
     medlin meghan memorializ menu merri merrick messenger meter mexiko michel midwest midwestern mild miler \
     mindful mindless minimal misl misogyni misstep mit mkcain mo moderation moderniz monger monmouth monster \
     morgan morris moskow myriad nairobi naiv nak narrower nea needless newfound nh nichola nightclub nobel \
     normaliz northeast norwai nuanc obituari omaha omidyar omission ops orbit organizational originalist orrin \
     outfit outlook outset outstand overblown overhead overlap overlook oversaw overshadow overtur pad palm panetta \
     panther par parker passiv patch patchwork patienc pentagoun pepper perkin persecut philanthropist pic piner \
     pinpoint piti pivotal plat plouff pluraliti poorer populous porter postal pragmatic preexist prescott presslei \
     primetim probabl profession programm prohibitiv proliferation prolong protectionist publiciz puls purdu puriti \
     puzder qassem quinnipiac quip raft raiser ramification ramirez randall ranger ransom rant ration reactor \
     realclearpolitic realm reap rebound reclaim recreational redact redaction redrawn reed reegan reel reliab \
     repercussion reserw residential respectful restart restrictiv retak retribution reunit revitaliz richer \
     richmond riddl rightful rionda rit robart roessler rop rud rushmor russell ruth sach saddam sadden sailor \
     saint salari sanaa savag scath scatter scotus scour screenshot sear secretiv seed semitic semitism senatour \
     senetor separatist serah servik sessioun sexist shaken shallow sheep shi shiit sho shokin shortcom similariti \
     sinai slander sloppi slump smell sniper snyder sohn sophistication sour spearhead stacei stalwart standpoint \
     statesman stav steadfast sterl stir stockpil stomach stonewall strai stranger streamlin strid stronghold \
     stupiditi submerg subscrib subscriber subsidiari subwai sucker suffic supplemental suppli surgeon surplus suu \
     swamp sweet swim switzerland syndrom tacit tack tag takeover tamper taunt teas terroriz thad therapi therebi \
     thoughtful thrill throat tighter till tirad tireless traction trait transformation translation treesuri trei \
     treu tribut triniti tripoli trooper tsunami tuck tunisian ultrasound uncommon unconscionabl undergraduat \
     understandabl underwater undoubted unpaid unrelat unsettl unspecifi unwill upheaval uptick utiliz vanc vaniti \
     ventur vermount virtu void vp vx vying waiv walsh ward warner wartim waver weaponri weav wedg weed weiner wet \
     wilbur willful withdrawn wiv workout worshipper wourld wreckag xavier yazidi yearn yellow ysidro zehaf zte ",
    "#0.2 #0.3 #1.1 #1.9 #105 #110 #12000 #1400 #18000 #1920 #1930 #1940 #1943 #1950 #1953 #1955 #1957 #1963 #1971 \
     #1976 #1981 #2030 #217 #270 #370 #4.3 #4.8 #500000 #501 #6.1 #6.8 #700 #71 #8.6 #81 #83 #87 #900 #9000 #92 #97 \
     #98 aarogya abbott abet ablaz abolish abraham abrem absolv abusiv accidental accordanc acquisition acs adm \
     admirabl advancement advertisement aerial afa afc affectionat affeir affiliation affordabiliti afrikan ag aged \
     agenc agenki aggravat aggregat ai ain't airbus airwav aktion aleska alison allowanc allud alma aloud altitud \
     ambiguiti amongst ampl amusement ancestri ancient angl anguish animositi annex annoi anodyn anticipation aoc \
     appellat applianc applicabl apportion arabic aramco architectur archuleta arctic argentina ark arrogant \
     arundel ash asham aspir assassinat assemblyman astound astronomical atop attractiv audacious australia \
     automobil autonomous autopsi avaaz avalanch aversion awan awash ayala az backbon backfir bacon bader baggag \
     bang bangladesh banker bankroll barb barricad batter begich belittl belov benchmark bent beshar beshear beth \
     beto betrayal bevin bicker biej bigg biocontainment bird birthright bishop blair bleak blitz blockad blogger \
     bloodsh bloom blower blunder bn bo boot borough boycot bpd brak brandon brat breakout breathless brent brewer \
     brigad britein brows brunt bundi bungl burdensom burisma buttress buyer cab caf cafeteria callous canister \
     capchion capt caregiver caretaker carol carpet carr casino catalog cattl caveat cctv celif cenada cepitol \
     certer certification changer checkpoint cheerful chelsea chid chok chrischian chuk chukk chump cilek \
     circumstantial circumvent citizenri clad clamor clandestin clarification clark classic clemenci closet \
     clueless coax cobb cocktail coerc cola coleg collaborat collid colo coloredo comb commando commemorativ \
     communism commut compliciti compos condens confederaci conform conjunction conscientious conscious \
     conservatism considerab consistenci consular contemporari contra convenient cooker cooperativ cornyn corps \
     correctional correspond corridor cough could've coulorado counterproductiv countrol courker courthous couunti \
     covert cow cpi craig crank crap crawl creep crosshair crow crowder crunch crusad cue cuff cull culmination \
     cultivat cumulativ curious curri curs cybersecuriti dal dannenfelser danni daschl dawis dcg deaf deborah \
     deceiv deception decre deed deepest defection defectiv deferenc deflat dehumaniz deliberation delicat demean \
     demilitariz democratical demur denigrat denmark deposit depot derogatori desantis descendant designer despair \
     despicabl detection detest detractor developer devout diari dictatorship diet dilut discern discharg \
     discomfort discontinu discord discount disenfranchis disgraceful dish disparag dispatcher disrespectful \
     disruptiv dissolv diversifi divorc dmitri doc dom domestical doonbeg downfall drip drought dscc dubai dubious \
     duel dunn duo dutert dwell dwight dwindl dysfunctional eagl eastland eclips ecosystem edison edmund educator \
     effectiveness ego electabl eligibiliti elisabeth elleithe em emergenc emmett engulf enrag enshrin entanglement \
     entrench entrepreneur envelop envi equation erickson erin erosion erroneous eschew espn espous europeen \
     exasperat exc excellent excess exhibition expansiv expend expiration exploratori exponential expulsion \
     extradit ezra facebuk facemask factual fairfax fallon fargo fascinat fauci favorab feasibl fellowship felon \
     festiviti fetal fiance fieri finaliz finland firepower fixat flap flem flirt flock flouyd flyn fond footnot \
     forcib forefront fortifi fourc foureign foval fragment fraudulent freedomwork frei frenk frequenci fret \
     friction friedman fryberg fukuyama fundamentalist furthermor gahler gallon gambit gao garbag generational \
     genital gentleman gentlemen geological georgi germen geun gilliam gimmick glanc glimps globalist glorification \
     glov goldberg goldstein goldwater goodness gottlieb gouogl governmental governorship gq graduation grandson \
     granit graphic greensboro grudg gruesom guatemalan guinea guis gunfight gym hallwai handwritten hanoi hanukkah \
     hardliner harford harper harrow hart haspel hastert hasti hay hazardous hbo heartbeat heather heidi heist \
     heitkamp hello herald heroic herris hesitant hezbollah hispanik ho holdover holi holocaust homegrown hopeless \
     horner horrendous houthi houthis huang huma humen hungarian hunger hush hussein hye hysteria ian icy \
     illustration imbalanc impartial impatient impeachabl imperial improbabl impuls incarceration incompetent \
     inconceivabl incrimination indianapolis indignant inexcusabl infanticid info ingredient inquir insert \
     insidious inspect inspection inspiration instinctiv insurgenci insurmountabl inteligenc intelligent interactiv \
     interracial intersection intruder intrusiv invader invariab inventori invisibl inward ip iraqis ironical \
     irrational irreversibl irritat islamik isolationist ivan jazz jeruselem joel judikiari jurisprudenc kayleigh \
     kemp keynot khanna ki kickoff kiev kirstjen kissinger kitchen klingner kneel kobani koffski koreen korki \
     krampf kristen kuwait laboratori lackluster lamont landfall landrieu languish lanka lanza lap lapdog larson \
     latson lauer laura lauren lavish lbj leahi lebanon leewai legend levin lewinski lieu lifelong liken limbaugh \
     listener litigat lloyd localiti localiz locht lodg lofti lott louder loundon lp ludicrous lujan lump lunar lur \
     madison maduro malfeasanc mankind mansour manual marcher marjori marrero mason mater materializ maximiz mayhem \
     mcdonald mcdonnell meager medic mediceid memorandum merchant merci merciless merrill messi messina \
     metropolitan mexicen mexikan microaggression microcosm microsoft migrat militariz mill milwauke mint miriam \
     misdirect misread misunderstand misus mitkh mittch mkconnell mod modus mohamud molli moratorium morei morph \
     mosul motorcycl mouor mourner muddl mull murki muscl muster mut nanc narcotic narongsak nasdaq nathan natioun \
     naturaliz neat necessiti negat neighbour newark newsweek nhs nicholson nix nongroup normandi northeastern \
     northwestern nostalgia notch notwithstand ntsb nudg o'brien obliterat obsessiv obsolet occupant occupation \
     octouber offshoot omb ominous onesub openness operandi oppo oppress ordeal organis orthodoxi outburst outcri \
     outer outlier outpac outsiz overarch overdu overreact overrul overstat owen pakistani pant paradigm paralyz \
     parameter parcel pariti passionat patricia patron paulson paygo peculiar pedestrian peek peg pell penaliz \
     penchant penetrat penni pentegon pepsi perdu perk perpetrat pertinent pessimistic petersburg pharma \
     photographer pig pistol pitt placard plausibl playboi playground pleasant plen plummet plutonium pneumonia \
     pointless policymak polit poorest poroshenko portal portrait potent poumpeo pr practitioner precaution \
     precision predatori premier prescrib prestigious prevalenc prevalent princess probabiliti proclamation prod \
     profess progressivism propell prophet prototyp pullback pulpit punt putnei puzzl quantico quantiti queri \
     questionnair quizz rabbi rack radicalism rainforest ralph ramadi rambl rampant ramsei randi rapprochement \
     rashida rasmussen raucous raul raymond raz realism realistic realization rebellion rebuf recep reciprocal \
     recognizabl recur recycl redefin redirect redstat refin reflexiv reformer refresh rehabilitation rejection \
     relai relegat reliant reluctanc remainder remak remarkab repression reset resilient responsiv restoration \
     retweet reunion rever ri rican ricardel richest ril rilei roar robocall rodger rodham rogan rom roman romantic \
     rosengren roster rouger roundtabl rub ruiz runwai rust sabotag saccon saddl sadness sae saltwater salvador \
     sank santorum saturat savvi scam scapegoat scorn scourg scout scrub sensibiliti sensitiviti sergeant setu \
     severiti sf shal sharpen sherman sherrod shimon shinzo sickness signatori signup silo simmer simon simpler \
     skeptic sketch ski skirmish skit skyrocket slick slowdown sluggish sneak sneer snip snub sober soccer solemn \
     solicitor solo solver somalia somber somedai sovereign speculativ speechwriter sperl spew spher spook sporadic \
     sputter squelch squirrel ssa stain stal stanlei stapl startl staunchest stchumer stealth steni stern stiff \
     stil stol stomp storag stormi strand strap stricken stringent striv stuart stubborn studio submission subvert \
     succumb suck sudanes sugarcoat sumatra summariz sunk sunlight superdelegat supermajoriti suppression surabaya \
     surgeri susceptibl susen sutherland swat sweat sweden swedish sword swung syed symbolism systematic taker \
     talker tall tangl taper tara taser taxabl tayyip technician teeth telemundo teleprompter tepid tester texan \
     thankful theatrical thedcnf theodor thereof thick thinker thorni timbuktu timothi toast toner tor torch tori \
     torn torrent totalitarian toy trademark trafficker translator trauma treasurer trek trim trimester troll trot \
     trumpet trunk truthful tsa tub turbulent tying tyler uaw unaccompani unavoidabl unbias undertak underwear \
     undisciplin undisclos uneas unexpected unfavorabl unhappiness unhing unintend unlock unman unmask unofficial \
     unpleasant unprepar unqualifi unrealistic unrelent untether upgrad uproar upsid usp vacant validat variabl \
     veep veer veil vendetta venezuelan verbal veselnitskaya vest victimiz viewership vigil vigilant vil villager \
     vindman vineyard visceral visual vitriol voatz volum vomit wallet walz warhead warp weaponiz weari weber \
     webinar welder welker wheat widow wikileek wildstein williem winston wiretap workdai would've woumen wrangl \
     wrath wrist xenophobia xenophobic xinjiang xl yarnell zarif ",
    "#11000 #130 #1954 #1961 #2.3 #2.7 #3.4 #320 #42000 #6.4 #7.8 #70000 #8.2 #84 #94 #9525 a320 accomplic \
     acquittal adem administretion africen ahm alexendria amateur annoyanc annualiz apparatus assail assuag atomic \
     atornei automaker awlaki bakr barcelona barri bauer beholden beii benign bernhardt bernstein binder bleck blew \
     blowback bogeymen bona brass brazen brenan broadcaster bronz bueno bureaus burton calabres californian capp \
     ceasefir cemeteri chaffetz chattanooga churchill cicillin clarenc coca codifi cohesiv coleman commend \
     comprehend comrad concord convoi coordinator correlation coulleg cran culpa cuncil cutter davo decimat defunct \
     demis denuclearisation denucleariz deplet deregulation detectiv deterioration devil disarrai dishonesti \
     displeasur distinctiv doha doorstep drunk dual dublin duli dull dup dysfunction dysphoria dzhokar eddi \
     elevator energetic eradicat erick exonerat exploitation farmland ferocious fid firmer footprint forb formation \
     formulat frenetic functional funnel futil gambl garrett gi gilmor glitch goya gratuitous grind happier \
     hardball hardwork hater headach heap hefti heinous holler homophobia homophobic hon hoover hospitalization \
     hotli houmeland hugo hunker idl ig inaugurat incens incriminat infuriat ink innocuous insan insignificant \
     insulat intellectualism intimidation intoleranc invectiv ireqi jacket jami jarrod jindal kathi khurais kirbi \
     kobach lafayett lanc lanni latch lavrov lebron lesli letino licenc lori louisiena luci mayoral maza mccein \
     mcgovern melissa methan metr metzenbaum mick mighti mischaracteriz misrepresent mitchael modli monopo mont mpd \
     mud nanki nenci nephew newcomer newest newsom nikki nixoun nonbind noos nutrition obei onerous onstag onward \
     ordnanc outlaw overcrowd paradis pathetic pdpra peris perpetuat plaza ploi precious predat presentation \
     preventabl privatiz pronoun proximiti punishabl rainbow randomiz ratification realistical reassuranc rebecca \
     recit recruitment recusal reddit refut reimburs reimbursement reminiscent rental repai rescuer rethink \
     retroactiv rippl roneld saber samir sang savior schieffer secularist selfish sequenc sewell shad shenanigan \
     shipment shower shred silva sizabl slant slipperi slop snoop sooth sordid speakership spectacl spenish squabbl \
     stagnat startup stefen stewen superstar swear swell tab tantamount tbi tedro terrain thereafter thiev thorn \
     throttl tid townhall travell treacherous troublesom trov truman ucla unconcern unconventional underpin unfound \
     unnerv unparallel unpopulariti unredact unsur untru uss valor verifiabl vi visib wannab webb weep whop wiliam \
     winkelmann wring yougov z zaleski zip ",
];
