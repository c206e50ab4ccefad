//! `lab synonyms`, `lab antonyms` and `lab kinds`: tables of the lexicon derived from WordNet.
//!
//! A word belongs to a row by its usual sense: at least a third of all its uses in WordNet's tagged texts, in any part of
//! speech, must have the sense of the row. So "guy" is not a verb of ridicule here, and the verb and the noun "arrest" are
//! one word.

mod antonym;
mod dictionary;
mod kind;
mod synonym;

use std::io::{self, Write};

use testimonia::align::rarity;
use testimonia::{Lexicon, lexicon::TableId};

use dictionary::Dictionary;

pub(crate) use antonym::run as antonyms;
pub(crate) use kind::run as kinds;
pub(crate) use synonym::run as synonyms;

/// More common words say too little about what happened ("take", "go"); words in too few sentences to be counted are left
/// out.
const COMMONEST: f32 = 4.25;

/// True for a word that news uses, but not constantly.
fn is_of_news(word: &str) -> bool {
    word.len() > 2
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && rarity(word).is_some_and(|idf| idf >= COMMONEST)
}

/// Tables that know a word better than the dictionary.
const KNOWN: &[TableId] = &[
    TableId::Speech,
    TableId::Stopword,
    TableId::Negation,
    TableId::Modal,
    TableId::Counted,
    TableId::Role,
    TableId::Title,
    TableId::Unit,
    TableId::Place,
];

fn is_known(word: &str, lexicon: &Lexicon) -> bool {
    KNOWN.iter().any(|&table| lexicon.table(table).contains(word))
}

/// True if a word was tagged often enough, or has few enough senses, that its first sense is probably meant.
fn is_sure(dictionary: &Dictionary, word: &str) -> bool {
    let senses = dictionary.senses(word);
    senses.len() <= 3 || senses.iter().map(|(_, tagged)| tagged).sum::<f64>() >= 2.0
}

/// WordNet's licence, which must accompany every copy.
const LICENCE: &str = "\
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following license. By
# obtaining, using and/or copying this software and database, you agree that you have read, understood, and will comply with
# these terms and conditions.: Permission to use, copy, modify and distribute this software and database and its documentation
# for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with the following copyright
# notice and statements, including the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for distribution. WordNet 3.0 Copyright 2006 by
# Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED \"AS IS\" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES OF MERCHANT- ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED
# SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The
# name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
# software and/or database. Title to copyright in this software, database and any associated documentation shall at all times
# remain with Princeton University and LICENSEE agrees to preserve same.
";

fn write_origin(out: &mut impl Write, command: &str) -> io::Result<()> {
    writeln!(
        out,
        "# Origin: derived from WordNet 3.0 by `lab {command} DICT`, then read and pruned. Licence: that of WordNet:"
    )?;
    write!(out, "{LICENCE}")
}
