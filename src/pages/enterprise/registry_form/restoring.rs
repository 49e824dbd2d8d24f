//! Bringing a target registry back that was deleted or changed: what waits for it, and what follows once
//! it is there.

use std::collections::BTreeMap;

use changes::{Asked, ItemId, PlannedWrite};
use cloud_api::Subject;
use cloud_api::enterprise::{RegistryId, RestoredBy, TargetRegistry};
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::shown;
use crate::pages::enterprise::lines::lines_of;
use crate::work::{Entry, Work};

/// A target registry that a person brings back.
#[derive(Clone)]
pub struct Restoring {
    /// The change that took it away.
    pub of: Entry,
    /// What of that is brought back, and what waits for it.
    pub asked: Asked,
}

impl Restoring {
    /// What the form is filled with.
    pub fn registry(&self) -> &TargetRegistry {
        self.asked.registry.registry()
    }

    /// The registry that is changed once more; `None` where one like it is made.
    pub fn changes(&self) -> Option<RegistryId> {
        match self.asked.registry.by {
            RestoredBy::Updating(id) => Some(id),
            RestoredBy::Creating { .. } => None,
        }
    }

    /// The policies that wait for it.
    pub fn waiting(&self) -> AnyView {
        let names = self.asked.policies.iter();
        let names: Vec<_> = names.map(|it| text::item_name(it.name())).collect();
        let count = names.len() as u64;
        shown((count > 0).then(|| {
            view! {
                <p>{t(text::registry_form_waiting(count))}</p>
                {lines_of(names)}
            }
        }))
    }

    /// Closes the form, and sends what waited for the registry once it is there: with its new ID. `asked`
    /// gives what was sent last.
    pub fn after(
        self,
        asked: Callback<(), Option<Subject>>,
        work: Work,
        on_close: Callback<()>,
    ) -> Callback<()> {
        Callback::new(move |()| {
            let subject = asked.run(());
            let sent = subject.and_then(|subject| {
                let entry = work.newest(|it| *it == subject)?;
                let is_later = entry.id > self.of.id;
                let taken = entry.record.with_untracked(|it| it.change.taken());
                let is_taken = matches!(taken, Some(Ok(())));
                (is_later && is_taken).then_some((entry, subject))
            });
            if let Some((entry, subject)) = sent {
                self.send_waiting(work, entry, &subject);
            }
            on_close.run(());
        })
    }

    fn send_waiting(&self, work: Work, made: Entry, subject: &Subject) {
        let item = self.asked.item;
        work.takes_back(
            made,
            self.of,
            BTreeMap::from([(item, vec![subject.clone()])]),
        );
        let id = made.record.with_untracked(|record| record.made(subject));
        let Some(id) = id.and_then(RegistryId::listed) else {
            return;
        };
        let policies = self.asked.policies.iter();
        let planned = policies.map(|policy| (policy.item, policy.over(id)));
        let planned: Vec<(ItemId, PlannedWrite)> = planned.collect();
        let items = planned.iter();
        let items = items.map(|(item, write)| (*item, write.mutation.subjects()));
        let items: BTreeMap<ItemId, Vec<Subject>> = items.collect();
        let writes: Vec<PlannedWrite> = planned.into_iter().map(|(_, write)| write).collect();
        if !writes.is_empty()
            && let Some(sent) = work.start(vec![writes])
        {
            work.takes_back(sent, self.of, items);
        }
    }
}
