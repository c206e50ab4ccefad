//! Word classes for reading sentences and names: function words, and words that decide where a name begins and ends and what
//! it refers to. Most are closed and are listed here; those an editor would extend are in the tables `name_word` and
//! `word_set`.
//!
//! A token stores the classes of its word as bits, so checking one needs no lookup.

macro_rules! closed_classes {
    ($($(#[$doc:meta])* $name:ident $class:ident: $($words:literal)? $(table $table:literal)?;)*) => {
        /// A word class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Class { $($(#[$doc])* $class,)* }

        /// Every closed class, with its words.
        const CLASSES: &[(Class, &str)] = &[$($((Class::$class, $words),)?)*];

        /// Every class whose words are in a table, with its name there.
        const OPEN: &[(Class, &str)] = &[$($((Class::$class, $table),)?)*];

        $($(#[$doc])*
        #[allow(dead_code, reason = "most are asked of tokens, which hold their classes")]
        pub(crate) fn $name(word: &str) -> bool {
            holds(word, Class::$class)
        })*
    };
}

/// True if the class contains a folded word in the built-in lexicon.
fn holds(word: &str, class: Class) -> bool {
    super::ENGLISH.begins(word).is(class)
}

impl Class {
    /// The bit of this class in a set of classes.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// The class whose words are in a table under this name.
pub(super) fn of_table(name: &str) -> Option<Class> {
    OPEN.iter().find(|(_, class)| *class == name).map(|(class, _)| *class)
}

/// All words of the closed classes, for the index of first words.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Class)> {
    CLASSES.iter().flat_map(|&(class, words)| words.split_ascii_whitespace().map(move |word| (word, class)))
}

closed_classes! {
    /// Function words: a capital letter never makes one of them a name by itself.
    is_function_word FunctionWord:
        "a an the this that these those some any no every each either neither both all half many much more \
        most few fewer less least several other others another such same own one two three four five six \
        seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen \
        twenty thirty forty fifty sixty seventy eighty ninety hundred dozen dozens hundreds thousands \
        millions first second third last next i me my mine myself we us our ours ourselves you your yours \
        he him his himself she her hers herself it its itself they them their theirs themselves who whom \
        whose which what whatever whoever when whenever where wherever why how however there here then now \
        and or but nor so yet for if unless because since although though while whilst whereas whether as \
        than once until till of in on at by to from with within without into onto out off up down over \
        under above below between among amid amidst against about around across after before during \
        through throughout toward towards upon near beyond behind beneath beside besides despite except \
        like unlike per via along inside outside ahead back away again is are was were be been being am do \
        does did done doing has have had having can could shall should would will might must cannot not \
        never also too very just only even still already almost always often sometimes perhaps maybe yes \
        no-one nobody nothing none everyone everybody everything someone somebody something anyone anybody \
        anything let lets oh well please according meanwhile moreover therefore thus hence instead \
        otherwise nevertheless nonetheless today yesterday tomorrow tonight earlier later don't doesn't \
        didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't haven't hasn't hadn't \
        i'm i've i'd i'll it's that's there's he's she's we're we've we'll we'd they're they've they'll \
        they'd you're you've you'll you'd he'd he'll she'd she'll it'll it'd who's what's where's let's \
        here's";
    /// Words in lower case in title-case headings.
    is_small_in_headings SmallInHeadings:
        "the and for but nor from with into over after amid out off its his her their are was not than that \
        when about against";
    /// Days of the week, and months that are not also given names.
    is_calendar_word CalendarWord:
        "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays \
        fridays saturdays sundays mon tue tues wed thu thur thurs fri january february july september \
        october november december feb apr jul aug sept sep oct nov dec";
    /// Months that are also given names.
    is_ambiguous_month AmbiguousMonth:
        "march april may june august jan jun mar sun sat";
    /// Words before a month that show that it is a month.
    precedes_month PrecedesMonth:
        "in on of since until till by during early late mid last this next between to from through before \
        after and previous";
    /// Capitals that are not comparable names: units of time, technical abbreviations.
    is_bare_abbreviation BareAbbreviation:
        "am pm gmt utc est edt pst pdt cst cdt mst bst cet et ct tv dna id ok pr pc dvd cd gps suv suvs atm \
        ied ieds er icu hq qa ps asap rip faq km kg mph kph icbm icbms vx aids hiv covid gdp pdf url sms \
        cctv vip ngo ngos uav ak x vs etc a.k.a aka no nos st nd rd th mr mrs ms photo video watch read \
        image credit caption pt";
    /// Lower-case words within a personal name ("Ursula von der Leyen", "Mohamed Ould Abdel Aziz").
    is_particle Particle:
        "al el bin ben ibn bint abu de del della di da dos das du des la le van von der den ter zu af av \
        ould uld ul ur ud ad as ash an at ar es y wa";
    /// Particles joined to the next word by a hyphen ("al-Assad", "ul-Haq") that are English words without it.
    is_article_particle ArticleParticle:
        "al el ul ur ud ad as ash an at ar es wa";
    /// Particles with which a name may begin if the rest is omitted ("bin Laden", "de Blasio").
    is_leading_particle LeadingParticle:
        "bin ben ibn bint de del della di da dos du van von ould";
    /// Words after a personal name that belong to it.
    is_generation Generation:
        "jr sr ii iii iv";
    /// Nouns after which "of", "for", "on" or "and" continues the name ("Bank of England").
    takes_complement TakesComplement:
        table "takes_complement";
    /// Words that end the names of organisations.
    ends_organisation EndsOrganisation:
        table "ends_organisation";
    /// Legal forms of companies, which are not names by themselves.
    is_company_form CompanyForm:
        "inc llc llp ltd corp co plc";
    /// Things with personal names that are not persons.
    is_storm Storm:
        table "storm";
    /// Words that end the names of places and buildings.
    ends_place EndsPlace:
        table "ends_place";
    /// Words that end the names of places and organisations but are also surnames ("Robert Park", "Benny Hill").
    is_surname_like SurnameLike:
        table "surname_like";
    /// Lower-case nouns next to a name that show it is an organisation ("Wagner group", "the newspaper Haaretz").
    marks_organisation MarksOrganisation:
        table "marks_organisation";
    /// Lower-case nouns next to a name that show it is a place ("Isinya town", "the city of Derna").
    marks_place MarksPlace:
        table "marks_place";
    /// Prepositions after which an unknown single name is usually a place.
    precedes_place PrecedesPlace:
        "in at near outside across throughout from around inside";
    /// Words to which a following number belongs ("Flight 8501", "Boeing 737").
    takes_number TakesNumber:
        table "takes_number";
    /// Endings after a hyphen that turn a name into an adjective ("US-led", "New York-based").
    is_adjectival_tail AdjectivalTail:
        "led run based style owned born era made like area wide held only type class to in in";
    /// Prefixes joined to a name by a hyphen that do not belong to it ("ex-President", "Pro-Russian").
    is_prefix Prefix:
        "ex non anti pro post pre mid then former trans inter co self late early all sub semi counter cross \
        multi pan ultra un re";
    /// Words that end a noun phrase after a number: prepositions, conjunctions, pronouns, auxiliaries, adverbs.
    ends_noun_phrase EndsNounPhrase:
        "a aboard about above across after against ago all along already also although always am amid among \
        an and any apart are around as at away back be because becomes been before began begins behind being \
        below besides between both but by came can come comes could cover despite did do does down during \
        each either else etc even ever every except follows for from gave get gets gives go goes going got \
        had has have he her here hers herself him himself his how however i if in includes inside into is it \
        its itself just keeps last later leaves less lets like made make makes may me might most must my \
        myself near nearby needs neither never next no nor not now of off often on once only onto or our \
        ourselves out outside over per perhaps plans plus put quite ran remains said saw say says seems \
        shall she should shows since so sometimes soon still such take takes than that the their them \
        themselves then there these they this those though through throughout thus to together told took \
        toward towards under until up upon us versus very via wants was we went were what when where whereas \
        whether which while who whom whose why will with within without worth would yet you your yourselves";
    /// Plurals without -s.
    is_plain_plural PlainPlural:
        table "plain_plural";
    /// Words whose number is a name, also in lower case: "Flight 804", "Resolution 2231".
    is_numbered Numbered:
        table "numbered";
    /// Words between those counted and what happened to them.
    precedes_state PrecedesState:
        "all allegedly already also apparently are as be been being believed confirmed critically declared \
        even feared found had has have is known later left listed more now officially others presumed \
        pronounced remain remained reported reportedly said seriously severely slightly so still thought to \
        was were who";
    /// Objects whose denial denies a statement: nouns of speech, and of what people are accused of.
    is_deniable Deniable:
        table "deniable";
    /// Forms of "be".
    is_be Be:
        "is was are were be been being am";
    /// Articles, possessives and other determiners.
    is_determiner Determiner:
        "a an the his her its their our my your this these those some any no every each another several many \
         most all both";
    /// Words that join clauses.
    is_conjunction Conjunction:
        "and but or nor yet so that who whom which whose when while where whereas because although though if \
         unless since until as whether once than what how why";
    /// Prepositions.
    is_preposition Preposition:
        "of in on at by with to from for about after before during under over into against between among \
         through without within via near despite amid upon outside inside behind across towards toward \
         following including besides per like unlike alongside regarding";
    /// Past forms not in -ed that are not nouns.
    is_irregular_past IrregularPast:
        "shook rode sat tore blew crept ate forgot hung knelt lent shone spent swam swung understood \
         undertook upheld overtook underwent foresaw forgave lit stuck spun sprang gave took met went made \
         held came got saw sent spoke stood began became wrote ran kept led fell rose lost won paid brought \
         bought caught fought fled broke drove flew drew threw grew knew chose sought taught built sold \
         struck stole swore woke wore froze hid slew sank sang rang laid meant heard felt dealt slept swept \
         wept withdrew overthrew told said thought found left shot";
    /// Words that end phrases bounding a number ("at least", "more than"), from the table of bounds.
    ends_bound EndsBound: ;
    /// Verbs and words that place what they govern in the future, certain or possible.
    is_future_cue FutureCue:
        "will shall scheduled due upcoming won't would expected plans planned may might could should hope hopes \
         hoping aims set slated if likely planning";
    /// Modal verbs.
    is_modal Modal:
        "will would shall should can could may might must cannot ought";
    /// Forms of be, have, do and the modal verbs, without contractions.
    is_plain_auxiliary PlainAuxiliary:
        "is was are were be been being am has have had having will would shall should can could may might \
         must cannot ought do does did";
    /// Adverbs between a subject and its verb that do not end in -ly.
    is_plain_adverb PlainAdverb:
        "also later then again often still just never not even once earlier now first only already always \
         ever further meanwhile however instead too therefore thus further-more furthermore moreover soon";
    /// Words that can join two clauses of a sentence, with a verb on both sides.
    is_connective Connective:
        "and but while after before which who because although though when where whereas if unless that as \
         since until or";
    /// Words that begin a relative clause.
    is_relative Relative:
        "who which that whose";
    /// Pronouns that can be speakers.
    is_speaking_pronoun SpeakingPronoun:
        "he she they it i we you";
    /// Verbs that deny a statement or refuse a thing.
    denies Denies:
        "deny denies denied denying refuse refuses refused refusing";
    /// The indefinite article.
    is_indefinite Indefinite:
        "a an";
    /// Calendar words that begin a time expression without being one.
    leads_date LeadsDate:
        "a an couple few same some that the";
    /// Words directly after a number that can turn it into a day or a time.
    is_day_tail FollowsDay:
        "am pm a p o'clock oclock st nd rd th s of to and through until day hours hrs";
    /// Words between a number or an article and its unit of time ("a full week", "the same day").
    fills_date FillsDate:
        "more full same";
}

/// English endings: a word with one that no evidence calls a name is a common word missing from the tables.
pub(crate) fn has_common_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "tion", "sion", "ment", "ments", "ness", "ity", "ities", "ous", "ful", "less",
        "able", "ible", "ers", "ors", "ists", "isms", "tions", "ions", "ives", "ship", "ward", "wards",
        "ance", "ence", "ency", "ages", "ants", "ents", "ies", "ests", "ings", "ical", "ism", "ize", "ise",
        "ified", "ual", "ght", "ghts", "men", "women", "ware", "proof", "wide", "like",
    ];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
