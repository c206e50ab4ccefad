//! Lists: tables that a single stage reads, without an index over the words of a text, and that callers cannot extend. They
//! have the format of the tables, `word <TAB> class <TAB> form|form`, with scope and origin in the first lines.

/// A list, as the text of its file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List(&'static str);

/// Words that exclude each other.
pub(crate) const OPPOSITE: List = List(include_str!("data/opposite.tsv"));
/// Irregular verbs.
pub(crate) const IRREGULAR: List = List(include_str!("data/irregular.tsv"));
/// News agencies.
pub(crate) const AGENCY: List = List(include_str!("data/agency.tsv"));
/// Relatives.
pub(crate) const KIN: List = List(include_str!("data/kin.tsv"));
/// Events of which there may have been an earlier one.
pub(crate) const HAPPENING: List = List(include_str!("data/happening.tsv"));

/// Currencies that share a name.
pub(crate) const CURRENCY: List = List(include_str!("data/currency.tsv"));

/// Time zones.
pub(crate) const ZONE: List = List(include_str!("data/zone.tsv"));

/// A row of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) word: &'static str,
    class: &'static str,
    forms: &'static str,
}

impl Row {
    pub(crate) fn forms(self) -> impl Iterator<Item = &'static str> {
        self.forms.split('|').filter(|form| !form.is_empty())
    }
}

impl List {
    pub(crate) fn of_class(self, class: &str) -> impl Iterator<Item = Row> {
        let rows = self.0.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (word, rest) = line.split_once('\t')?;
            let (class, forms) = rest.split_once('\t').unwrap_or((rest, ""));
            Some(Row { word, class, forms })
        });
        rows.filter(move |row| row.class == class)
    }

    /// The first words of the rows in a class.
    pub(crate) fn words<C: FromIterator<&'static str>>(self, class: &str) -> C {
        self.of_class(class).map(|row| row.word).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_a_class_that_is_read_and_stand_once() {
        for (list, classes) in [
            (OPPOSITE, &["scale", "verb", "journey", "party", "plain"][..]),
            (IRREGULAR, &["verb"]),
            (AGENCY, &["agency"]),
            (KIN, &["kin"]),
            (HAPPENING, &["event"]),
            (CURRENCY, &["shared", "land"]),
            (ZONE, &["letters", "name", "unsure"]),
        ] {
            let rows = list.0.lines().filter(|line| !line.starts_with('#')).count();
            let read: Vec<Row> = classes.iter().flat_map(|class| list.of_class(class)).collect();
            assert_eq!(read.len(), rows);
            let mut keys: Vec<_> = read.iter().map(|row| (row.class, row.word)).collect();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), rows, "a row stands twice");
            assert!(list.0.starts_with("# Scope: ") && list.0.contains("\n# Origin: "));
        }
    }
}
