//! Rows as cards, on a narrow screen: how many lines a card has, and what its numbers are called.

use leptos::prelude::*;

use super::State;
use crate::browser::console::note;
use crate::i18n::use_i18n;
use crate::live::follow;
use crate::table::column::{Heading, OnCard};

/// How many lines a card has: the header with the fact, then two columns in each. `None` where no column
/// is the fact, and rows are no cards.
pub(super) fn lines(headings: &[(usize, Heading)]) -> Option<usize> {
    let is_fact = |(_, heading): &(usize, Heading)| heading.on_card == OnCard::Fact;
    let below = headings.len().saturating_sub(2);
    headings.iter().any(is_fact).then(|| 1 + below.div_ceil(2))
}

impl State {
    /// Tells the style sheet the words of the headings, for a card has no header: `--heading-2` is that
    /// of the second cell of a row.
    pub(super) fn name_cells(self, headings: &[(usize, Heading)], offset: usize) {
        let words = use_i18n();
        let titles: Vec<_> = headings.iter().map(|(_, it)| it.title.clone()).collect();
        follow(move || {
            let Some(grid) = self.grid.get() else { return };
            for (place, title) in titles.iter().enumerate() {
                let name = format!("--heading-{}", place + offset + 1);
                let quoted = format!("\"{}\"", words.say(title).replace(['"', '\\'], ""));
                if let Err(refusal) = (*grid).style().set_property(&name, &quoted) {
                    note("a heading on cards", &refusal);
                }
            }
        });
    }
}
