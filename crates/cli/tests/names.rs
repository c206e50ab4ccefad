//! `testimonia names`: comparing two names.

use serde_json::Value;

use crate::desk::Desk;

#[test]
fn two_names_are_compared_with_relation_level_and_reason() {
    let desk = Desk::new("two-names");
    let text = desk.prints(&["names", "Tiani", "Tchiani"]);
    for part in ["one name: variant, discrepancy\n", "level       spelling\n", "Ti and Tchi are one sound"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for (a, b, relation, level, kind) in [
        ("Tiani", "Tchiani", "variant", "spelling", "person"),
        ("AFP", "Agence France-Presse", "equivalent", "form", "organisation"),
        ("Kiari Moussa", "Kiari Moussa", "identical", "same", "person"),
        ("Moussa", "Kiari Moussa", "refinement", "specific", "person"),
    ] {
        let json: Value = serde_json::from_str(&desk.prints(&["names", a, b, "--json"])).unwrap();
        assert_eq!(json["relation"], relation, "{a} {b}");
        assert_eq!(json["level"], level);
        assert_eq!(json["kind"], kind);
        assert!(!json["reasons"].as_array().unwrap().is_empty());
    }
    let two: Value = serde_json::from_str(&desk.prints(&["names", "Niger", "Nigeria", "--json"])).unwrap();
    assert!(two["relation"].is_null() && two["level"].is_null() && two["verdict"].is_null(), "{two}");
    assert_eq!(two["kind"], "place");
}

#[test]
fn the_callers_own_aliases_count() {
    let desk = Desk::new("own-names");
    desk.write("one.txt", "Omar Tchiani | Abdourahamane Tiani\n").write("two.txt", "Tiani | Tchiani\n");
    let names = ["names", "Omar Tchiani", "Abdourahamane Tiani"];
    assert!(desk.prints(&names).starts_with("two names\n"));
    assert!(desk.prints(&[&names[..], &["--aliases", "one.txt"]].concat()).contains("as the caller says"));
    let apart = desk.prints(&["names", "Tiani", "Tchiani", "--never-merge", "two.txt"]);
    assert!(apart.starts_with("two names\n"), "{apart}");
}

#[test]
fn the_exit_code_reports_different_names_only_on_request() {
    let desk = Desk::new("exit-names");
    for (b, code) in [("Tchiani", 1), ("Bazoum", 1), ("Tiani", 0), ("Abdourahamane Tiani", 0)] {
        assert_eq!(desk.run(&["names", "Tiani", b, "--exit-code"]).status.code(), Some(code), "{b}");
        assert_eq!(desk.run(&["names", "Tiani", b]).status.code(), Some(0));
    }
    assert!(desk.complains(&["names", "Tiani", " "]).contains("1 to 200 characters"));
    assert!(desk.complains(&["names", "Tiani"]).contains("required"));
}
