//! Derivations: the sources in a column with an arc for each derivation, as SVG; and the same in words.

use std::collections::BTreeMap;

use crate::record::Derivation;
use crate::render::context::shorten;
use crate::render::html::Page;
use crate::render::text::count;
use crate::render::visible::escaped;

/// The most sources and arcs drawn, and derivations described; more would not be readable.
const SOURCES: usize = 60;
const ARCS: usize = 200;
const TOLD: usize = 200;
/// The height of a row, and the width of the sources' names, in pixels.
const ROW: usize = 26;
const LABEL: usize = 190;

impl Page<'_> {
    pub(super) fn derivations(&mut self) {
        let all = self.view.all;
        if all.derivations.is_empty() {
            return;
        }
        self.raw("<div>\n");
        self.graph(&all.derivations);
        self.raw("<details class=\"told\"><summary>Derivations in words, with evidence in log-odds</summary><ul>\n");
        for derivation in all.derivations.iter().take(TOLD) {
            self.raw("<li>");
            self.text(&derivation.to_string());
            self.raw(&format!(" <span class=\"n\">{}</span><ul>", derivation.score));
            for row in &derivation.evidence {
                self.raw(&format!("<li>{:+.2} ", row.weight));
                self.text(&row.text);
                self.raw("</li>");
            }
            self.raw("</ul></li>\n");
        }
        if all.derivations.len() > TOLD {
            self.raw(&format!("<li>and {} more</li>", all.derivations.len() - TOLD));
        }
        self.raw("</ul></details>\n</div>\n");
    }

    fn graph(&mut self, derivations: &[Derivation]) {
        // Rows in the order of sources, only for those with a derivation.
        let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
        let mut arcs = Vec::new();
        for derivation in derivations {
            let ends = match (&derivation.from, &derivation.to, &derivation.between) {
                (Some(from), Some(to), _) => Some((from, to, true)),
                (_, _, Some([a, b])) => Some((a, b, false)),
                _ => None,
            };
            let Some((from, to, directed)) = ends else { continue };
            let (Some(from), Some(to)) = (self.view.number(from), self.view.number(to)) else { continue };
            let new = [from, to].iter().filter(|n| !rows.contains_key(n)).count();
            if rows.len() + new > SOURCES || arcs.len() == ARCS {
                break;
            }
            rows.insert(from, 0);
            rows.insert(to, 0);
            arcs.push((from, to, directed, derivation));
        }
        let drawn = arcs.len();
        for (row, (_, slot)) in rows.iter_mut().enumerate() {
            *slot = row;
        }
        let height = rows.len() * ROW + 10;
        let reach = |a: usize, b: usize| 20 + a.abs_diff(b).min(12) * 12;
        let far = arcs.iter().map(|&(a, b, ..)| reach(rows[&a], rows[&b])).max().unwrap_or(20);
        let width = LABEL + far + 24;
        self.raw("<figure><figcaption>Derivations: an arrow leads from a source to one made from it; a dashed line ");
        self.raw("joins two if it is unknown which came first");
        if drawn < derivations.len() {
            self.raw(&format!("; {drawn} of {}", derivations.len()));
        }
        self.raw("</figcaption>\n");
        self.raw(&format!(
            "<div class=\"wide\"><svg class=\"graph\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" aria-label=\"{} among {}; the list below tells them in words\">\n\
             <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" \
             orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n",
            count(drawn, "derivation"),
            count(rows.len(), "source"),
        ));
        let y = |row: usize| row * ROW + ROW / 2 + 4;
        for (&source, &row) in &rows {
            let name = escaped(&shorten(&self.view.all.sources[source].id, 22));
            self.raw(&format!(
                "<text class=\"end\" x=\"{}\" y=\"{}\">{name} {}</text><circle cx=\"{LABEL}\" cy=\"{}\" r=\"4\"/>\n",
                LABEL - 10,
                y(row) + 4,
                source + 1,
                y(row)
            ));
        }
        for (from, to, directed, derivation) in arcs {
            let (a, b) = (rows[&from], rows[&to]);
            let out = LABEL + 6 + reach(a, b);
            let (class, end) =
                if directed { ("arc", " marker-end=\"url(#arrow)\"") } else { ("arc dashed", "") };
            self.raw(&format!(
                "<path class=\"{class}\" d=\"M{0} {1}C{out} {1} {out} {2} {0} {2}\"{end}><title>{3} ({4})</title></path>\n",
                LABEL + 6,
                y(a),
                y(b),
                escaped(&derivation.to_string()),
                derivation.score
            ));
        }
        self.raw("</svg></div></figure>\n");
    }
}
