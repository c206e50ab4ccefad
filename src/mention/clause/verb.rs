//! Closed classes of English words, and the endings of verbs: what can be told of a sentence's build without a parser.

/// Forms of be, have, do and the modal verbs, with their contractions.
pub(crate) fn is_auxiliary(word: &str) -> bool {
    is_be(word)
        || is_have(word)
        || is_modal(word)
        || matches!(word, "do" | "does" | "did")
        || is_contracted(word)
}

/// Forms of "be".
pub(crate) fn is_be(word: &str) -> bool {
    matches!(word, "is" | "was" | "are" | "were" | "be" | "been" | "being" | "am")
}

/// Forms of "have".
pub(crate) fn is_have(word: &str) -> bool {
    matches!(word, "has" | "have" | "had" | "having")
}

/// Modal verbs.
pub(crate) fn is_modal(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "would"
            | "shall"
            | "should"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "cannot"
            | "ought"
    )
}

/// "Don't", "wasn't", "he'll".
pub(crate) fn is_contracted(word: &str) -> bool {
    word.ends_with("n't")
}

/// Articles, possessives and words in their place.
pub(crate) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "these"
            | "those"
            | "some"
            | "any"
            | "no"
            | "every"
            | "each"
            | "another"
            | "several"
            | "many"
            | "most"
            | "all"
            | "both"
    )
}

/// Words that join clauses.
pub(crate) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "but"
            | "or"
            | "nor"
            | "yet"
            | "so"
            | "that"
            | "who"
            | "whom"
            | "which"
            | "whose"
            | "when"
            | "while"
            | "where"
            | "whereas"
            | "because"
            | "although"
            | "though"
            | "if"
            | "unless"
            | "since"
            | "until"
            | "as"
            | "whether"
            | "once"
            | "than"
            | "what"
            | "how"
            | "why"
    )
}

/// Prepositions.
pub(crate) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in"
            | "on"
            | "at"
            | "by"
            | "with"
            | "to"
            | "from"
            | "for"
            | "about"
            | "after"
            | "before"
            | "during"
            | "under"
            | "over"
            | "into"
            | "against"
            | "between"
            | "among"
            | "through"
            | "without"
            | "within"
            | "via"
            | "near"
            | "despite"
            | "amid"
            | "upon"
            | "outside"
            | "inside"
            | "behind"
            | "across"
            | "towards"
            | "toward"
            | "following"
            | "including"
            | "besides"
            | "per"
            | "like"
            | "unlike"
            | "alongside"
            | "regarding"
    )
}

/// Adverbs that stand between a subject and its verb.
pub(crate) fn is_adverb(word: &str) -> bool {
    if word.len() > 4 && word.ends_with("ly") {
        return !matches!(
            word,
            "family"
                | "assembly"
                | "reply"
                | "supply"
                | "anomaly"
                | "monopoly"
                | "bully"
                | "july"
                | "italy"
                | "emily"
                | "kelly"
                | "sally"
                | "billy"
                | "molly"
                | "holly"
                | "butterfly"
                | "apply"
                | "comply"
                | "imply"
                | "multiply"
                | "rally"
                | "belly"
                | "jelly"
        );
    }
    matches!(
        word,
        "also"
            | "later"
            | "then"
            | "again"
            | "often"
            | "still"
            | "just"
            | "never"
            | "not"
            | "even"
            | "once"
            | "earlier"
            | "now"
            | "first"
            | "only"
            | "already"
            | "always"
            | "ever"
            | "further"
            | "meanwhile"
            | "however"
            | "instead"
            | "too"
            | "therefore"
            | "thus"
            | "further-more"
            | "furthermore"
            | "moreover"
            | "soon"
    )
}

/// Past forms that do not end in -ed and are no nouns.
pub(crate) fn is_irregular_past(word: &str) -> bool {
    matches!(
        word,
        "shook"
            | "rode"
            | "sat"
            | "tore"
            | "blew"
            | "crept"
            | "ate"
            | "forgot"
            | "hung"
            | "knelt"
            | "lent"
            | "shone"
            | "spent"
            | "swam"
            | "swung"
            | "understood"
            | "undertook"
            | "upheld"
            | "overtook"
            | "underwent"
            | "foresaw"
            | "forgave"
            | "lit"
            | "stuck"
            | "spun"
            | "sprang"
            | "gave"
            | "took"
            | "met"
            | "went"
            | "made"
            | "held"
            | "came"
            | "got"
            | "saw"
            | "sent"
            | "spoke"
            | "stood"
            | "began"
            | "became"
            | "wrote"
            | "ran"
            | "kept"
            | "led"
            | "fell"
            | "rose"
            | "lost"
            | "won"
            | "paid"
            | "brought"
            | "bought"
            | "caught"
            | "fought"
            | "fled"
            | "broke"
            | "drove"
            | "flew"
            | "drew"
            | "threw"
            | "grew"
            | "knew"
            | "chose"
            | "sought"
            | "taught"
            | "built"
            | "sold"
            | "struck"
            | "stole"
            | "swore"
            | "woke"
            | "wore"
            | "froze"
            | "hid"
            | "slew"
            | "sank"
            | "sang"
            | "rang"
            | "laid"
            | "meant"
            | "heard"
            | "felt"
            | "dealt"
            | "slept"
            | "swept"
            | "wept"
            | "withdrew"
            | "overthrew"
            | "told"
            | "said"
            | "thought"
            | "found"
            | "left"
            | "shot"
    )
}

/// True of a past form.
pub(crate) fn is_past(word: &str) -> bool {
    let regular = word.len() > 3
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !matches!(
            word,
            "hundred" | "sacred" | "naked" | "united" | "wicked" | "rugged" | "kindred" | "biped"
        );
    regular || is_irregular_past(word)
}
