//! The caller's statements about names: which are the same, and which never are. A statement also applies to longer names
//! that contain the name: "Tiani" is a part of "Abdourahamane Tiani".

use super::key;

/// Pairs of names, as given and as words.
#[derive(Clone, Debug, Default)]
pub(super) struct Pairs(Vec<Pair>);

#[derive(Clone, Debug)]
struct Pair {
    names: [String; 2],
    words: [Vec<String>; 2],
}

impl Pairs {
    pub(super) fn add(&mut self, a: &str, b: &str) {
        let words = |name: &str| words(name).collect();
        self.0.push(Pair { names: [a.to_owned(), b.to_owned()], words: [words(a), words(b)] });
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if a name is in a pair, or contains a name that is.
    pub(super) fn hold(&self, name: &str) -> bool {
        let own: Vec<String> = words(name).collect();
        self.0.iter().flat_map(|pair| &pair.words).any(|part| find(&own, part).is_some())
    }

    /// True if the names are the same, except that one has one name of a pair and the other has the other.
    pub(super) fn are_all_of(&self, a: &str, b: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        let (own, other): (Vec<String>, Vec<String>) = (words(a).collect(), words(b).collect());
        self.0.iter().any(|pair| {
            let [x, y] = &pair.words;
            [(x, y), (y, x)].into_iter().any(|(from, to)| {
                find(&own, from).is_some_and(|at| {
                    let (head, tail) = (own.get(..at), own.get(at + from.len()..));
                    let changed = head.into_iter().flatten().chain(to).chain(tail.into_iter().flatten());
                    changed.eq(other.iter())
                })
            })
        })
    }

    /// True if each name contains a different name of a pair, and neither contains both.
    pub(super) fn part(&self, a: &str, b: &str) -> bool {
        if self.is_empty() {
            return false;
        }
        let (own, other): (Vec<String>, Vec<String>) = (words(a).collect(), words(b).collect());
        self.0.iter().any(|pair| {
            let has = |name: &[String]| pair.words.each_ref().map(|part| find(name, part).is_some());
            // "Tiani", paired with "Omar Tiani", is a part of both.
            let [x, y] = pair.words.each_ref().map(Vec::len);
            let only = |[in_x, in_y]: [bool; 2]| match (in_x, in_y) {
                (true, true) if x != y => [x > y, y > x],
                found => [found.0, found.1],
            };
            matches!(
                (only(has(&own)), only(has(&other))),
                ([true, false], [false, true]) | ([false, true], [true, false])
            )
        })
    }

    /// The name with the second of a pair replaced by the first; `None` if it contains none.
    pub(super) fn written(&self, name: &str) -> Option<String> {
        let own: Vec<&str> = name.split_whitespace().collect();
        let keys: Vec<String> = own.iter().map(|word| key(word)).collect();
        self.0.iter().find_map(|pair| {
            let [_, from] = &pair.words;
            let at = find(&keys, from)?;
            let (head, tail) = (own.get(..at)?, own.get(at + from.len()..)?);
            let [to, _] = &pair.names;
            let words = head.iter().copied().chain([to.as_str()]).chain(tail.iter().copied());
            Some(words.collect::<Vec<&str>>().join(" "))
        })
    }
}

fn words(name: &str) -> impl Iterator<Item = String> {
    let key = key(name);
    key.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<String>>().into_iter()
}

/// The position of adjacent words.
fn find(words: &[String], part: &[String]) -> Option<usize> {
    if part.is_empty() {
        return None;
    }
    words.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(of: &[(&str, &str)]) -> Pairs {
        let mut pairs = Pairs::default();
        of.iter().for_each(|(a, b)| pairs.add(a, b));
        pairs
    }

    #[test]
    fn a_part_counts() {
        let told = pairs(&[("Tiani", "Tchiani")]);
        assert!(told.are_all_of("Tiani", "Tchiani"));
        assert!(told.are_all_of("Abdourahamane Tchiani", "Abdourahamane Tiani"));
        assert!(!told.are_all_of("Abdourahamane Tchiani", "Omar Tiani"));
        assert!(!told.are_all_of("Tianis", "Tchiani"));
        assert_eq!(told.written("General Tchiani").as_deref(), Some("General Tiani"));
        assert_eq!(told.written("Tiani"), None);
        assert!(told.hold("Abdourahamane Tchiani") && !told.hold("Abdourahamane"));
    }

    #[test]
    fn what_is_apart_is_apart_in_longer_names() {
        let told = pairs(&[("Tiani", "Tchiani"), ("Aisha Kande", "Asha Kande"), ("Ali", "Ali Hassan")]);
        assert!(told.part("Abdourahamane Tiani", "Omar Tchiani"));
        assert!(!told.part("Abdourahamane Tiani", "Omar Tiani"));
        assert!(told.part("Asha Kande", "Dr Aisha Kande"));
        assert!(!told.part("Kande", "Aisha Kande"));
        assert!(told.part("Ali", "Ali Hassan"));
        assert!(!told.part("Ali Hassan", "Ali Hassan"));
    }
}
