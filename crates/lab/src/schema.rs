//! `lab schema`: the JSON Schema of `testimonia/1`, from the types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use testimonia::{Reconciliation, SCHEMA};

/// The schema of the output, as in schema/testimonia-1.json.
pub(crate) fn text() -> Result<String, serde_json::Error> {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Reconciliation>();
    schema.insert("title".to_owned(), SCHEMA.into());
    PlainWords.transform(&mut schema);
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

/// Descriptions come from the documentation: the first paragraph, on one line and without links.
struct PlainWords;

impl Transform for PlainWords {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(description) = schema.get("description").and_then(|d| d.as_str()) {
            let first = description.split("\n\n").next().unwrap_or(description);
            let plain = without_links(&first.replace('\n', " "));
            schema.insert("description".to_owned(), plain.into());
        }
        transform_subschemas(self, schema);
    }
}

/// Replaces a documentation link to a type with the type's name, since such links lead nowhere elsewhere.
fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else { break };
        plain.extend([before, "`", name, "`"]);
        let target = after.strip_prefix('(').and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use serde_json::{Value, json};
    use testimonia::{Reconciler, Source};

    use super::*;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn validator() -> jsonschema::Validator {
        let schema: Value = serde_json::from_str(&text().unwrap()).unwrap();
        jsonschema::draft202012::meta::validate(&schema).unwrap();
        jsonschema::draft202012::new(&schema).unwrap()
    }

    fn reconcile(sources: &[Source]) -> Value {
        serde_json::to_value(Reconciler::new().reconcile(sources).unwrap()).unwrap()
    }

    fn seeds() -> Vec<Source> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(root().join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "txt"));
        files.sort();
        files
            .iter()
            .map(|file| {
                let id = file.file_name().unwrap().to_string_lossy();
                Source::new(id, fs::read_to_string(file).unwrap())
            })
            .collect()
    }

    /// Two reports with names, numbers, dates and quotations that agree and differ.
    fn flood() -> [Source; 2] {
        let published = |day: &str| day.parse::<testimonia::Published>().unwrap();
        let one = "TILLIA (AP) — The dam at Tillia broke on Monday, 6 May, killing 12 people, Mayor Sidi Alkali said. \
                   \"We shall rebuild every house in this valley,\" he said. The repairs will cost about $3 million.";
        let two = "The dam at Tillia broke on Tuesday, 7 May, killing 14 people, Mayor Sidi Al-Kali said. \
                   \"We will rebuild every home in this valley,\" he said. The repairs will cost $3 million. \
                   The Associated Press contributed to this report.";
        [
            Source::new("one", one).publisher("Associated Press").published(published("2024-05-07")),
            Source::new("two", two).published(published("2024-05-08T09:30")),
        ]
    }

    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        let committed = fs::read_to_string(root().join("schema/testimonia-1.json")).unwrap();
        assert!(committed == text().unwrap(), "run `cargo run -p lab -- schema > schema/testimonia-1.json`");
    }

    #[test]
    fn real_output_is_valid() {
        let validator = validator();
        for sources in [&seeds()[..], &flood()[..], &[Source::new("a", ""), Source::new("b", "")][..]] {
            let made = reconcile(sources);
            let wrong: Vec<String> = validator
                .iter_errors(&made)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{wrong:#?}");
        }
    }

    #[test]
    fn every_part_of_the_schema_is_met_by_real_output() {
        // An empty array is valid under any schema of its items.
        let (seeds, flood) = (reconcile(&seeds()), reconcile(&flood()));
        for part in ["sources", "claims", "records", "entities"] {
            assert!(!flood[part].as_array().unwrap().is_empty(), "flood: {part}");
            assert!(!seeds[part].as_array().unwrap().is_empty(), "seeds: {part}");
        }
        let derivations = [&seeds, &flood].map(|made| made["derivations"].as_array().unwrap().len());
        assert!(derivations.iter().sum::<usize>() > 0, "no derivation is tried");
    }

    #[test]
    fn a_damaged_document_is_refused() {
        let validator = validator();
        let whole = reconcile(&flood());
        let set = |at: &str, value: Value| {
            let mut damaged = whole.clone();
            *damaged.pointer_mut(at).unwrap_or_else(|| panic!("nothing at {at}")) = value;
            (at.to_owned(), damaged)
        };
        let without = |parent: &str, field: &str| {
            let mut damaged = whole.clone();
            let parent_value = damaged.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {parent}"));
            let gone = parent_value.as_object_mut().and_then(|fields| fields.remove(field));
            assert!(gone.is_some(), "no {field} in {parent}");
            (format!("{parent}/{field} gone"), damaged)
        };
        let damaged = [
            without("", "records"),
            set("/schema", json!("testimonia/2")),
            set("/sources/0/id", json!(1)),
            set("/sources/0/published", json!("May 7")),
            set("/sources/0/sentences/0/start", json!(-1)),
            without("/sources/0", "publisher"),
            set("/claims/0/id", json!("c1")),
            set("/claims/0/links/0/score", json!(1.5)),
            without("/claims/0/links/0/a", "end"),
            without("/claims/0/sentences/0", "text"),
            set("/records/0/facet", json!("colour")),
            set("/records/0/verdict", json!("conflict")),
            set("/records/0/readings", json!([])),
            set("/records/0/readings/0/mentions", json!([])),
            set("/records/0/readings/0/value/kind", json!("number")),
            set("/records/0/readings/0/support/independent", Value::Null),
            set("/records/0/entity", json!("Sidi Alkali")),
            set("/entities/0/kind", json!("ship")),
            without("/entities/0", "forms"),
        ];
        assert!(validator.is_valid(&whole));
        let accepted: Vec<String> =
            damaged.into_iter().filter(|(_, d)| validator.is_valid(d)).map(|(at, _)| at).collect();
        assert!(accepted.is_empty(), "{accepted:#?}");
    }

    #[test]
    fn links_leave_their_words() {
        assert_eq!(without_links("Always [`SCHEMA`]."), "Always `SCHEMA`.");
        assert_eq!(without_links("A [`Claim`](crate::Claim): `c` [`x`"), "A `Claim`: `c` [`x`");
        assert_eq!(without_links("[`open"), "[`open");
    }
}
