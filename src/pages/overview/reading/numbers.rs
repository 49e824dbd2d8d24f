//! How much was read, and of how much a number is.

use cloud_api::Timestamp;
use leptos::prelude::*;
use tallies::Figures;

use super::Reading;
use crate::i18n::I18n;
use crate::listing::coverage::{Counts, Covered, Places};
use crate::pages::overview::known::{Asked, Part, Refused, named};
use crate::query::Extent;

impl Reading {
    /// The scans that answer a question.
    fn covered_of(self, asked: Asked) -> impl Iterator<Item = Covered> {
        let [access, tasks] = self.covered;
        let meant = match asked {
            Asked::Access => [access, None],
            Asked::SyncTasks => [None, tasks],
            Asked::Everything => [access, tasks],
        };
        meant.into_iter().flatten()
    }

    /// Why what is known of a question may not be all, in sentences, each once; reacts.
    #[must_use]
    pub fn gaps(self, asked: Asked, words: I18n) -> Vec<String> {
        // Of the repositories: the scan of access is over organizations too.
        let counts = self.counts_of(asked);
        let part = (!counts.is_whole()).then(|| words.say(&counts.words()));
        let mut gaps: Vec<String> = part.into_iter().collect();
        for gap in self
            .covered_of(asked)
            .flat_map(|covered| covered.outcome().gaps(words))
        {
            // Both scans may lack the same.
            if !gaps.contains(&gap) {
                gaps.push(gap);
            }
        }
        gaps
    }

    /// How much was read, each question by its name where they told differently; reacts.
    #[must_use]
    pub fn coverage(self, asked: Asked, words: I18n) -> String {
        let everything = self.counts();
        let all = match (asked, self.tasks) {
            (Asked::Everything, Some(_)) => vec![Asked::Access, Asked::SyncTasks],
            _ => vec![asked],
        };
        let all: Vec<(Asked, Counts)> =
            all.into_iter().map(|it| (it, self.counts_of(it))).collect();
        if all.iter().all(|(_, counts)| *counts == everything) {
            return words.say(&everything.words());
        }
        let named = all
            .iter()
            .map(|(asked, counts)| words.say(&named(*asked, counts.words())));
        named.collect::<Vec<String>>().join(" · ")
    }

    /// How many repositories were read in every way, and of how many something could not be; reacts.
    #[must_use]
    pub fn counts(self) -> Counts {
        self.counts_of(Asked::Everything)
    }

    /// How many repositories answered one question, and how many did not; reacts.
    #[must_use]
    pub fn counts_of(self, asked: Asked) -> Counts {
        let (total, never) = self.total();
        let (total, may_be_more) = match self.former.extent(self.list) {
            Some(Extent::Fewer { counted, .. }) => (counted, false),
            Some(Extent::Changed { .. } | Extent::Repeated { .. }) | None => (total, true),
            Some(Extent::Whole) => (total, false),
        };
        self.figures.with(|figures| Counts {
            places: Places::Repositories,
            read: figures.read(asked).min(total),
            refused: figures.refused(asked) + never,
            total,
            may_be_more,
        })
    }

    /// How many repositories are listed, and how many of them can never be asked about; reacts.
    fn total(self) -> (u64, u64) {
        let places = self.places.get();
        let (places, never) = (places.0.len() as u64, places.1.len() as u64);
        (places + never, never)
    }

    /// How many repositories told the accounts that they are shared with, of those that are listed: only
    /// whoever may manage one is told them; reacts.
    #[must_use]
    pub fn shared_part(self) -> Part {
        Part {
            read: self.figures.with(Figures::tell_shared),
            total: self.total().0,
        }
    }

    /// How many organizations told who has access to them, of those that are listed and were asked; reacts.
    #[must_use]
    pub fn organizations_read(self) -> Part {
        let (_, never) = self.organization_names();
        let organizations = self.figures.with(|figures| figures.organizations);
        Part {
            read: organizations.told,
            total: organizations.total + never.len() as u64,
        }
    }

    /// Of how many of the listed repositories it is told whether everyone can pull; reacts.
    #[must_use]
    pub fn public_part(self) -> Part {
        let rows = self.rows();
        let told = rows.iter().filter(|it| it.is_public.is_some());
        Part {
            read: told.count() as u64,
            total: rows.len() as u64,
        }
    }

    /// What could not be read of what is asked, where anything could not; reacts.
    #[must_use]
    pub fn refused(self, asked: Asked) -> Option<Refused> {
        let refused = self.knows_anything().then(|| Refused {
            repositories: self.counts_of(asked).refused,
            organizations: self.figures.with(|figures| figures.organizations.refused)
                + self.organization_names().1.len() as u64,
        });
        refused.filter(|refused| refused.places() > 0)
    }

    /// When the oldest was read of what is shown; reacts. `None` before the first list has come.
    #[must_use]
    pub fn oldest(self) -> Option<Timestamp> {
        let listed = self.listed_at();
        let scanned = self.figures.with(|figures| figures.oldest);
        listed.map(|listed| scanned.map_or(listed, |scanned| scanned.min(listed)))
    }
}
