//! What the file holds at the moment in which it is saved.

use std::collections::BTreeMap;

use cloud_api::swr::{AccessList, AccessReport, RepositoryAccess, RepositorySummary};
use cloud_api::{OrganizationName, RepositoryPath, Timestamp};
use leptos::prelude::*;

use super::scan::AccessScan;
use crate::browser::clock::now;
use crate::i18n::{I18n, machine_time, text};
use crate::listing::coverage::Covered;
use crate::listing::export::{Form, Told, head};
use crate::listing::extent::extent_words;
use crate::query::{List, Query};
use crate::session::Session;

/// Where it comes from.
pub struct Contents {
    /// Which organization.
    pub organization: OrganizationName,
    /// Its repositories.
    pub list: List<RepositorySummary>,
    /// Who has access to all of them.
    pub above: Query<AccessList>,
    /// Who has access to each.
    pub scan: AccessScan,
    /// How much of that is read.
    pub covered: Covered,
    /// Who reads.
    pub session: Session,
    /// In which language gaps are told.
    pub words: I18n,
}

/// The list of a repository and when it was read.
type Read<'a> = BTreeMap<&'a RepositoryPath, (&'a AccessList, Timestamp)>;

impl Contents {
    /// Saves it; reacts.
    pub fn save(&self, form: Form) {
        let mut times: Vec<Timestamp> = Vec::new();
        let rows = self.scan.look(|scan| {
            let found = scan.found();
            let read: Read<'_> = found
                .filter_map(|(place, access)| {
                    let reading = scan.reading(place)?;
                    // What an earlier reading gave is not what stands there.
                    let read_at = reading.read_at().filter(|_| reading.error().is_none())?;
                    Some((place, (access, read_at)))
                })
                .collect();
            times.extend(read.values().map(|(_, read_at)| *read_at));
            self.rows(&read)
        });
        times.extend(self.besides());
        let told = Told {
            read_at: times.iter().max().copied().unwrap_or_else(now),
            filter: String::new(),
            rows: rows.len() as u64,
            rows_without_filter: rows.len() as u64,
            missing: self.missing(&rows),
            not_listed: Some(self.words.say(&text::access_file_not_listed())),
        };
        let mut about = head(self.session, &told);
        let counts = self.covered.counts();
        let first = times.iter().min().copied().and_then(machine_time);
        about.extend([
            ("organization", self.organization.to_string()),
            ("read_from", first.unwrap_or_default()),
            ("repositories_read", counts.read.to_string()),
            ("repositories", counts.total.to_string()),
        ]);
        let export = rows::Export {
            about,
            head: AccessReport::HEAD.to_vec(),
            rows,
        };
        form.save(
            &format!("who-can-get-images-{}", self.organization),
            &export,
        );
    }

    fn rows(&self, read: &Read<'_>) -> Vec<Vec<String>> {
        let above = self.above.value().filter(|_| self.above.error().is_none());
        let identity = self.session.identity();
        let report = AccessReport {
            organization: &self.organization,
            above: above.as_deref(),
            caller: identity.as_ref().map(|identity| &*identity.user_id),
        };
        let besides = self.besides();
        let mut rows = Vec::new();
        for row in self.list.rows.get().iter() {
            let place = row.repository();
            let found = place.as_ref().and_then(|place| read.get(place)).copied();
            // A row is as old as the oldest of what it rests on.
            let read_at = found.map(|(_, read_at)| besides.iter().copied().fold(read_at, Ord::min));
            let read_at = read_at.and_then(machine_time).unwrap_or_default();
            rows.extend(report.rows(&RepositoryAccess {
                name: &row.name,
                is_public: row.is_public,
                access: found.map(|(access, _)| access),
                read_at: &read_at,
            }));
        }
        rows
    }

    /// When the lists were read on which every row rests.
    fn besides(&self) -> Vec<Timestamp> {
        let above = self.above.status().read_at.get();
        let listed = self.list.status.read_at.get();
        above.into_iter().chain(listed).collect()
    }

    /// Why this may not be all, in sentences.
    fn missing(&self, rows: &[Vec<String>]) -> Vec<String> {
        let say = |message| self.words.say(&message);
        let mut missing = self.covered.outcome().told(self.words);
        missing.extend(self.list.extent.get().and_then(extent_words).map(say));
        let above = self.above.value();
        let unread = above.map_or(0, |above| above.left_out());
        let unread = unread + self.list.left_out.get();
        missing.extend((unread > 0).then(|| say(text::table_left_out(unread))));
        let has_failed = self.above.error().is_some();
        missing.extend(has_failed.then(|| say(text::organization_access_failed())));
        let is_stale = self.list.status.error.with(Option::is_some);
        missing.extend(is_stale.then(|| say(text::table_stale())));
        let incomplete = AccessReport::incomplete(rows);
        missing.extend((incomplete > 0).then(|| say(text::access_file_incomplete(incomplete))));
        missing
    }
}
