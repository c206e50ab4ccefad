//! A matrix of agreement between the sources, as SVG.

use itertools::Itertools;

use crate::render::context::shorten;
use crate::render::html::{Page, sources_of};
use crate::render::text::count;
use crate::render::visible::escaped;

/// The most sources shown; more would not be readable.
const MOST: usize = 60;
/// The number of shades, whose colours are in the style.
const SHADES: usize = 5;
/// The most sources for which cells show numbers.
const NUMBERED: usize = 16;

impl Page<'_> {
    /// Above the diagonal, the claims that two sources share; below it, the points on which they differ.
    pub(super) fn matrix(&mut self) {
        let all = self.view.all;
        let n = all.sources.len().min(MOST);
        let mut claims = vec![0_usize; n * n];
        for claim in &all.claims {
            let sources = sources_of(&self.view, claim).into_iter().filter(|&s| s < n).collect_vec();
            for (&a, &b) in sources.iter().tuple_combinations() {
                claims[a * n + b] += 1;
            }
        }
        let mut differ = vec![0_usize; n * n];
        for record in all.discrepancies() {
            let sides = record.readings.iter().map(|reading| {
                let numbers = reading.sources().filter_map(|id| self.view.number(id));
                numbers.filter(|&s| s < n).unique().collect_vec()
            });
            let sides = sides.collect_vec();
            let pairs = sides.iter().tuple_combinations().flat_map(|(x, y)| {
                x.iter().cartesian_product(y).filter(|(a, b)| a != b).map(|(&a, &b)| (a.min(b), a.max(b)))
            });
            for (a, b) in pairs.unique() {
                differ[b * n + a] += 1;
            }
        }
        let cell = if n <= NUMBERED { 30 } else { 16 };
        let label = 170;
        let (width, height) = (label + n * cell + 4, 22 + n * cell + 4);
        let shared: usize = claims.iter().sum();
        let differing: usize = differ.iter().sum();
        self.raw("<figure><figcaption>Who agrees with whom: above the diagonal (blue) the claims two sources share, below it ");
        self.raw("(orange) the points on which they differ");
        if all.sources.len() > n {
            self.raw(&format!("; the first {n} of {} sources", all.sources.len()));
        }
        self.raw("</figcaption>\n");
        self.raw(&format!(
            "<div class=\"wide\"><svg class=\"matrix\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" aria-label=\"Matrix of {}: pairs share {} and differ on {}\">\n",
            count(n, "source"),
            count(shared, "claim"),
            count(differing, "point"),
        ));
        let most_shared = claims.iter().copied().max().unwrap_or(0);
        let most_differing = differ.iter().copied().max().unwrap_or(0);
        for row in 0..n {
            let (x, y) = (label + row * cell, 22 + row * cell);
            let name = escaped(&shorten(&all.sources[row].id, 18));
            self.raw(&format!(
                "<text class=\"end\" x=\"{}\" y=\"{}\">{name} {}</text><text class=\"mid\" x=\"{}\" y=\"14\">{}</text>\n",
                label - 6,
                y + cell / 2 + 4,
                row + 1,
                x + cell / 2,
                row + 1
            ));
            for column in (0..n).filter(|&column| column != row) {
                let (above, number) = match row < column {
                    true => (true, claims[row * n + column]),
                    false => (false, differ[row * n + column]),
                };
                if number == 0 {
                    continue;
                }
                let most = if above { most_shared } else { most_differing };
                let shade = (number * SHADES).div_ceil(most.max(1)).clamp(1, SHADES);
                let kind = if above { 'a' } else { 'd' };
                let what = if above { count(number, "claim") } else { count(number, "discrepancy") };
                let (left, top) = (label + column * cell, y);
                self.raw(&format!(
                    "<g><title>{} and {}: {what}</title><rect class=\"{kind}{shade}\" x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{}\"/>",
                    row + 1,
                    column + 1,
                    cell - 1,
                    cell - 1
                ));
                if n <= NUMBERED {
                    self.raw(&format!(
                        "<text class=\"mid {kind}{shade}t\" x=\"{}\" y=\"{}\">{number}</text>",
                        left + cell / 2,
                        top + cell / 2 + 4
                    ));
                }
                self.raw("</g>\n");
            }
        }
        self.raw(&format!(
            "<rect class=\"frame\" x=\"{label}\" y=\"22\" width=\"{0}\" height=\"{0}\"/></svg></div></figure>\n",
            n * cell
        ));
    }
}
