use std::time::Instant;
fn main() {
    for f in ["opensanctions", "translit", "fullname", "ecb"] {
        let t = std::fs::read_to_string(format!("/work/shared/pairs/names_{f}.dev.jsonl")).unwrap();
        let rows: Vec<(String, String)> = t
            .lines()
            .map(|l| {
                let v: serde_json::Value = serde_json::from_str(l).unwrap();
                (v["a"].as_str().unwrap().to_string(), v["b"].as_str().unwrap().to_string())
            })
            .collect();
        let lex = testimonia::Lexicon::english();
        let mut s = 0.0;
        let n = 20000 / rows.len() + 1;
        for (a, b) in &rows {
            s += strsim::jaro_winkler(a, b);
        }
        let t0 = Instant::now();
        for _ in 0..n {
            for (a, b) in &rows {
                s += strsim::jaro_winkler(a, b);
            }
        }
        let jw = t0.elapsed();
        let t0 = Instant::now();
        for _ in 0..n {
            for (a, b) in &rows {
                s += testimonia::compare::name::compare(a, b, testimonia::mention::NameKind::Other, &lex)
                    .probability;
            }
        }
        let us = t0.elapsed();
        let m = (n * rows.len()) as f64;
        println!(
            "{f} jw {:.0} ns us {:.0} ns ratio {:.1} {s:.0}",
            jw.as_nanos() as f64 / m,
            us.as_nanos() as f64 / m,
            us.as_nanos() as f64 / jw.as_nanos() as f64
        );
    }
}
