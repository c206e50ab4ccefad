//! Closed classes of words that decide where a name begins, ends and what it names.

/// Words of grammar: a capital letter on one of them never makes it a name by itself.
pub(crate) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "the" | "this" | "that" | "these" | "those" | "some" | "any" | "no" | "every" | "each"
            | "either" | "neither" | "both" | "all" | "half" | "many" | "much" | "more" | "most" | "few" | "fewer"
            | "less" | "least" | "several" | "other" | "others" | "another" | "such" | "same" | "own" | "one" | "two"
            | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "eleven" | "twelve" | "dozens"
            | "hundreds" | "thousands" | "millions" | "first" | "second" | "third" | "last" | "next"
            | "i" | "me" | "my" | "mine" | "myself" | "we" | "us" | "our" | "ours" | "ourselves" | "you" | "your"
            | "yours" | "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "it" | "its"
            | "itself" | "they" | "them" | "their" | "theirs" | "themselves" | "who" | "whom" | "whose" | "which"
            | "what" | "whatever" | "whoever" | "when" | "whenever" | "where" | "wherever" | "why" | "how"
            | "however" | "there" | "here" | "then" | "now" | "and" | "or" | "but" | "nor" | "so" | "yet" | "for"
            | "if" | "unless" | "because" | "since" | "although" | "though" | "while" | "whilst" | "whereas"
            | "whether" | "as" | "than" | "once" | "until" | "till" | "of" | "in" | "on" | "at" | "by" | "to"
            | "from" | "with" | "within" | "without" | "into" | "onto" | "out" | "off" | "up" | "down" | "over"
            | "under" | "above" | "below" | "between" | "among" | "amid" | "amidst" | "against" | "about" | "around"
            | "across" | "after" | "before" | "during" | "through" | "throughout" | "toward" | "towards" | "upon"
            | "near" | "beyond" | "behind" | "beneath" | "beside" | "besides" | "despite" | "except" | "like"
            | "unlike" | "per" | "via" | "along" | "inside" | "outside" | "ahead" | "back" | "away" | "again"
            | "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "do" | "does" | "did" | "done"
            | "doing" | "has" | "have" | "had" | "having" | "can" | "could" | "shall" | "should" | "would" | "will"
            | "might" | "must" | "cannot" | "not" | "never" | "also" | "too" | "very" | "just" | "only" | "even"
            | "still" | "already" | "almost" | "always" | "often" | "sometimes" | "perhaps" | "maybe" | "yes" | "no-one"
            | "nobody" | "nothing" | "none" | "everyone" | "everybody" | "everything" | "someone" | "somebody"
            | "something" | "anyone" | "anybody" | "anything" | "let" | "lets" | "oh" | "well" | "please"
            | "according" | "meanwhile" | "moreover" | "therefore" | "thus" | "hence" | "instead" | "otherwise"
            | "nevertheless" | "nonetheless" | "today" | "yesterday" | "tomorrow" | "tonight" | "earlier" | "later"
            | "don't" | "doesn't" | "didn't" | "isn't" | "aren't" | "wasn't" | "weren't" | "can't" | "couldn't"
            | "won't" | "wouldn't" | "shouldn't" | "haven't" | "hasn't" | "hadn't" | "i'm" | "i've" | "i'd" | "i'll"
            | "it's" | "that's" | "there's" | "he's" | "she's" | "we're" | "we've" | "we'll" | "we'd" | "they're"
            | "they've" | "they'll" | "they'd" | "you're" | "you've" | "you'll" | "you'd" | "he'd" | "he'll"
            | "she'd" | "she'll" | "it'll" | "it'd" | "who's" | "what's" | "where's" | "let's" | "here's"
    )
}

/// Days of the week, and the months that are no names of persons.
pub(crate) fn is_calendar_word(word: &str) -> bool {
    matches!(
        word,
        "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "mondays" | "tuesdays"
            | "wednesdays" | "thursdays" | "fridays" | "saturdays" | "sundays" | "mon" | "tue" | "tues" | "wed"
            | "thu" | "thur" | "thurs" | "fri" | "january" | "february" | "july" | "september" | "october"
            | "november" | "december" | "feb" | "apr" | "jul" | "aug" | "sept" | "sep" | "oct" | "nov" | "dec"
    )
}

/// Months that are names of persons as well.
pub(crate) fn is_ambiguous_month(word: &str) -> bool {
    matches!(word, "march" | "april" | "may" | "june" | "august" | "jan" | "jun" | "mar" | "sun" | "sat")
}

/// Words before a month that keep it a month.
pub(crate) fn precedes_month(word: &str) -> bool {
    matches!(
        word,
        "in" | "on" | "of" | "since" | "until" | "till" | "by" | "during" | "early" | "late" | "mid" | "last"
            | "this" | "next" | "between" | "to" | "from" | "through" | "before" | "after" | "and" | "previous"
    )
}

/// Capital letters that name nothing comparable: units of time, technical abbreviations.
pub(crate) fn is_bare_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "am" | "pm" | "gmt" | "utc" | "est" | "edt" | "pst" | "pdt" | "cst" | "cdt" | "mst" | "bst" | "cet" | "tv"
            | "dna" | "id" | "ok" | "pr" | "pc" | "dvd" | "cd" | "gps" | "suv" | "suvs" | "atm" | "ied" | "ieds"
            | "er" | "icu" | "hq" | "qa" | "ps" | "asap" | "rip" | "faq" | "km" | "kg" | "mph" | "kph" | "icbm"
            | "icbms" | "vx" | "aids" | "hiv" | "covid" | "gdp" | "pdf" | "url" | "sms" | "cctv" | "vip" | "ngo"
            | "ngos" | "uav" | "ak" | "x" | "vs" | "etc" | "a.k.a" | "aka" | "no" | "nos" | "st" | "nd" | "rd" | "th"
            | "mr" | "mrs" | "ms" | "photo" | "video" | "watch" | "read" | "image" | "credit" | "caption"
    )
}

/// Lower-case words inside a personal name ("Ursula von der Leyen", "Mohamed Ould Abdel Aziz").
pub(crate) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el" | "bin" | "ben" | "ibn" | "bint" | "abu" | "de" | "del" | "della" | "di" | "da" | "dos" | "das"
            | "du" | "des" | "la" | "le" | "van" | "von" | "der" | "den" | "ter" | "zu" | "af" | "av" | "ould" | "uld"
            | "ul" | "ur" | "ud" | "ad" | "as" | "ash" | "an" | "at" | "ar" | "es" | "y" | "wa"
    )
}

/// Particles that are joined to what follows by a hyphen ("al-Assad", "ul-Haq"), and are English words without one.
pub(crate) fn is_article_particle(word: &str) -> bool {
    matches!(word, "al" | "el" | "ul" | "ur" | "ud" | "ad" | "as" | "ash" | "an" | "at" | "ar" | "es" | "wa")
}

/// Particles a name may begin with where the rest of it is left out ("bin Laden", "de Blasio").
pub(crate) fn is_leading_particle(word: &str) -> bool {
    matches!(word, "bin" | "ben" | "ibn" | "bint" | "de" | "del" | "della" | "di" | "da" | "dos" | "du" | "van" | "von" | "ould")
}

/// Words after a personal name that belong to it.
pub(crate) fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}

/// Nouns at whose right hand "of", "for", "on" or "and" goes on with the same name ("Bank of England").
pub(crate) fn takes_complement(word: &str) -> bool {
    matches!(
        word,
        "academy" | "administration" | "agency" | "alliance" | "archbishop" | "army" | "assembly" | "association"
            | "authority" | "bank" | "battle" | "bay" | "bishop" | "board" | "bureau" | "cape" | "center" | "centre"
            | "chamber" | "church" | "city" | "coalition" | "college" | "commission" | "committee" | "commonwealth"
            | "community" | "confederation" | "conference" | "congress" | "cooperative" | "council" | "court"
            | "department" | "directorate" | "district" | "division" | "doctors" | "embassy" | "emirate" | "emirates"
            | "faculty" | "federation" | "forces" | "forum" | "foundation" | "front" | "fund" | "government" | "group"
            | "guardians" | "guild" | "gulf" | "hospital" | "house" | "houses" | "institute" | "institution"
            | "isle" | "joint" | "kingdom" | "lake" | "league" | "library" | "ministry" | "mount" | "movement"
            | "museum" | "network" | "office" | "order" | "organisation" | "organization" | "party" | "peninsula"
            | "people" | "port" | "province" | "region" | "register" | "registry" | "republic" | "sea" | "school"
            | "secretariat" | "service" | "society" | "state" | "states" | "strait" | "straits" | "subcommittee"
            | "sultanate" | "supreme" | "task" | "temple" | "territory" | "tower" | "treaty" | "tribunal" | "union"
            | "university" | "valley" | "war" | "wall" | "statue" | "speaker" | "chiefs" | "daughters" | "sons"
            | "soldiers" | "students" | "friends" | "mothers" | "rock" | "isles" | "coast" | "dome" | "palace"
    )
}

/// Last words of organisations.
pub(crate) fn ends_organisation(word: &str) -> bool {
    matches!(
        word,
        "academy" | "administration" | "agency" | "airlines" | "airline" | "airways" | "alliance" | "army" | "assembly"
            | "associates" | "association" | "authority" | "bank" | "battalion" | "board" | "bloc" | "brigade"
            | "brigades" | "brotherhood" | "bureau" | "cabinet" | "cartel" | "center" | "centre" | "chamber"
            | "chronicle" | "church" | "club" | "co" | "coalition" | "college" | "command" | "commission"
            | "committee" | "company" | "confederation" | "congress" | "consulting" | "consortium" | "corp"
            | "corporation" | "corps" | "council" | "court" | "courier" | "daily" | "defence" | "defense"
            | "department" | "directorate" | "district" | "division" | "embassy" | "enforcement" | "enterprises"
            | "exchange" | "federation" | "fc" | "fleet" | "force" | "forces" | "foundation" | "front" | "fund"
            | "gazette" | "government" | "group" | "guard" | "guards" | "guardian" | "herald" | "holdings" | "inc"
            | "industries" | "institute" | "institution" | "intelligence" | "international" | "investigation"
            | "journal" | "jihad" | "laboratory" | "league" | "legislature" | "llc" | "llp" | "ltd" | "magazine"
            | "media" | "militia" | "ministry" | "mission" | "motors" | "movement" | "navy" | "network" | "news"
            | "observatory" | "office" | "organisation" | "organization" | "parliament" | "partners" | "party" | "plc"
            | "police" | "post" | "press" | "program" | "programme" | "protection" | "radio" | "reserve" | "school"
            | "secretariat" | "security" | "senate" | "service" | "services" | "society" | "squad" | "star" | "studios"
            | "survey" | "syndicate" | "systems" | "taliban" | "team" | "telegraph" | "television" | "times"
            | "treasury" | "tribunal" | "tribune" | "trust" | "union" | "united" | "university" | "watch" | "works"
            | "trial" | "cross" | "crescent" | "hotshots" | "democrats" | "republicans"
    )
}

/// Last words of places and buildings.
pub(crate) fn ends_place(word: &str) -> bool {
    matches!(
        word,
        "airport" | "airfield" | "alps" | "archipelago" | "arena" | "avenue" | "base" | "basin" | "bay" | "beach"
            | "boulevard" | "bridge" | "building" | "camp" | "canal" | "canyon" | "cape" | "castle" | "cathedral"
            | "cemetery" | "city" | "coast" | "county" | "creek" | "desert" | "drive" | "falls" | "forest" | "fort"
            | "garden" | "gardens" | "gate" | "gulf" | "hall" | "harbor" | "harbour" | "heights" | "highway" | "hill"
            | "hills" | "hospital" | "hotel" | "house" | "island" | "islands" | "isles" | "jail" | "junction" | "lake"
            | "lakes" | "lane" | "mall" | "market" | "memorial" | "monument" | "mosque" | "mountain" | "mountains"
            | "museum" | "ocean" | "palace" | "park" | "parish" | "parkway" | "pass" | "peak" | "peninsula" | "pier"
            | "plain" | "plaza" | "port" | "prefecture" | "prison" | "province" | "region" | "resort" | "restaurant"
            | "ridge" | "river" | "road" | "sea" | "shore" | "square" | "stadium" | "station" | "strait" | "street"
            | "strip" | "temple" | "terminal" | "territory" | "theater" | "theatre" | "tower" | "towers" | "town"
            | "township" | "tunnel" | "valley" | "village" | "volcano" | "zone" | "ave" | "blvd" | "rd" | "shrine"
    )
}

/// Lower-case nouns beside a name that say it is an organisation ("Wagner group", "the newspaper Haaretz").
pub(crate) fn marks_organisation(word: &str) -> bool {
    matches!(
        word,
        "agency" | "airline" | "bank" | "bloc" | "broadcaster" | "cartel" | "chain" | "charity" | "company" | "firm"
            | "gang" | "group" | "insurgents" | "jihadists" | "junta" | "magazine" | "manufacturer" | "mercenaries"
            | "mercenary" | "militants" | "militia" | "movement" | "network" | "newspaper" | "news" | "organisation"
            | "organization" | "outlet" | "party" | "police" | "television" | "website" | "department" | "ministry"
    )
}

/// Lower-case nouns beside a name that say it is a place ("Isinya town", "the city of Derna").
pub(crate) fn marks_place(word: &str) -> bool {
    matches!(
        word,
        "airport" | "area" | "base" | "bridge" | "capital" | "city" | "coast" | "commune" | "county" | "district"
            | "governorate" | "hospital" | "hotel" | "island" | "islands" | "municipality" | "neighborhood"
            | "neighbourhood" | "peninsula" | "port" | "prefecture" | "prison" | "province" | "region" | "river"
            | "square" | "state" | "strait" | "street" | "suburb" | "suburbs" | "town" | "valley" | "village"
            | "residents" | "resort"
    )
}

/// Prepositions after which an unknown single name is a place more often than not.
pub(crate) fn precedes_place(word: &str) -> bool {
    matches!(word, "in" | "at" | "near" | "outside" | "across" | "throughout" | "from" | "around" | "inside")
}

/// Words a number after them belongs to ("Flight 8501", "Boeing 737").
pub(crate) fn takes_number(word: &str) -> bool {
    matches!(
        word,
        "flight" | "boeing" | "airbus" | "interstate" | "highway" | "route" | "resolution" | "apollo" | "mh" | "expo"
            | "falcon" | "hwasong" | "model"
    )
}

/// Endings after a hyphen that make an adjective of a name ("US-led", "New York-based").
pub(crate) fn is_adjectival_tail(word: &str) -> bool {
    matches!(word, "led" | "run" | "born" | "era" | "made" | "like" | "area" | "wide" | "held" | "only" | "type" | "class" | "to" | "in")
        && word != "in"
}

/// Prefixes joined to a name by a hyphen which are no part of it ("ex-President", "Pro-Russian").
pub(crate) fn is_prefix(word: &str) -> bool {
    matches!(
        word,
        "ex" | "non" | "anti" | "pro" | "post" | "pre" | "mid" | "then" | "former" | "trans" | "inter" | "co" | "self"
            | "late" | "early" | "all" | "sub" | "semi" | "counter" | "cross" | "multi" | "pan" | "ultra" | "un" | "re"
    )
}

/// English endings: a word with one that no evidence calls a name is a common word the tables lack.
pub(crate) fn has_common_ending(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ing", "ed", "ly", "tion", "sion", "ment", "ments", "ness", "ity", "ities", "ous", "ful", "less", "able",
        "ible", "ers", "ors", "ists", "isms", "tions", "ions", "ives", "ship", "ward", "wards", "ance", "ence", "ency",
        "ages", "ants", "ents", "ies", "ests", "ings", "ical", "ism", "ize", "ise", "ified", "ual", "ght", "ghts",
        "men", "women", "ware", "proof", "wide", "like",
    ];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
