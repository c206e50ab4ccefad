//! Replays the corpus, and mutations of it, through every target, on any toolchain. `TESTIMONIA_REPLAY` is the number of
//! mutated inputs per target.

use testimonia_fuzz::corpus::{TARGETS, inputs};
use testimonia_fuzz::mutate::{Random, mutate};

/// An input with bytes of another inserted, or with bytes cut out, doubled or changed.
fn changed(random: &mut Random, inputs: &[Vec<u8>]) -> Vec<u8> {
    let mut made = inputs[random.below(inputs.len())].clone();
    for _ in 0..=random.below(4) {
        let other = &inputs[random.below(inputs.len())];
        let (from, at) = (random.below(other.len()), random.below(made.len() + 1));
        let piece = other[from..(from + 1 + random.below(40)).min(other.len())].to_vec();
        match random.below(5) {
            0 => drop(made.splice(at..at, piece)),
            1 => drop(made.splice(at..(at + piece.len()).min(made.len()), piece)),
            2 => drop(made.drain(at..(at + 1 + random.below(30)).min(made.len()))),
            3 => {
                if let Some(byte) = made.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
            _ => made = made.repeat(2),
        }
        made.truncate(8_000);
    }
    made
}

#[test]
fn every_target_accepts_the_corpus_and_mutations_of_it() {
    let number = std::env::var("TESTIMONIA_REPLAY").ok().and_then(|n| n.parse().ok()).unwrap_or(50);
    for (target, check) in TARGETS {
        let inputs = inputs(target);
        assert!(inputs.len() > 9, "{target}: {} inputs", inputs.len());
        for input in inputs.iter().step_by(1 + inputs.len() / (4 * number)) {
            check(input);
        }
        let mut random = Random::new(1);
        for n in 0..number {
            let input = if n % 2 == 0 {
                let first = inputs[random.below(inputs.len())].clone();
                (0..=random.below(3)).fold(first, |input, _| mutate(target, &input, 8_000, &mut random))
            } else {
                changed(&mut random, &inputs)
            };
            let shown = String::from_utf8_lossy(&input).into_owned();
            if std::panic::catch_unwind(|| check(&input)).is_err() {
                panic!("{target}, change {n}: {shown:?}");
            }
        }
    }
}
