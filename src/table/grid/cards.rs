//! Rows as cards, on a narrow screen: what their numbers are called.

use leptos::prelude::*;

use super::State;
use crate::browser::console::note;
use crate::i18n::use_i18n;
use crate::live::follow;
use crate::table::heading::Heading;

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
