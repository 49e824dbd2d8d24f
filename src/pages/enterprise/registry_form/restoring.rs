//! Bringing a target registry back that was deleted or changed: what waits for it, and what follows once
//! it is there.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use changes::{Asked, AskedPolicy, ChangeId, PlannedWrite};
use cloud_api::enterprise::{ListTargetRegistries, RegistryId, RestoredBy, TargetRegistry};
use cloud_api::{Before, Judgement, Mutation, Operation as _, Response, Subject};
use leptos::prelude::*;

use crate::i18n::{t, text};
use crate::live::shown;
use crate::pages::enterprise::lines::lines_of;
use crate::query::Rest;
use crate::session::Session;
use crate::ui::use_announcements;
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

    /// The registry that is changed once more, and how it was left; `None` where one like it is made.
    pub fn changes(&self) -> Option<(RegistryId, Option<TargetRegistry>)> {
        match &self.asked.registry.by {
            RestoredBy::Updating { registry, left } => Some((*registry, Some((**left).clone()))),
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

    /// What follows once the service has taken the registry: it is noted that it is back, and what waited for
    /// it is sent with its new ID. Without that ID it is not back: the policies could never follow.
    pub fn following(self, work: Work, session: Session, rest: Rest) -> Rc<dyn Fn(Entry)> {
        let announcements = use_announcements();
        let has_followed = Cell::new(false);
        Rc::new(move |made| {
            // Each press of the form waits for its own registry, and one that was refused can be sent again later.
            if has_followed.replace(true) {
                return;
            }
            let call = made.record.with_untracked(|record| {
                let call = record.change.calls().values().next();
                call.map(|call| call.mutation.clone())
            });
            let subject = call.iter().flat_map(Mutation::subjects).next();
            let (Some(call), Some(subject)) = (call, subject) else {
                return;
            };
            if self.asked.policies.is_empty() {
                let items = BTreeMap::from([(self.asked.item, vec![subject])]);
                return work.takes_back(made, self.of, items);
            }
            let told = made.record.with_untracked(|record| record.made(&subject));
            if let Some(id) = told.and_then(RegistryId::listed) {
                return self.send_waiting(work, session, made, subject, id);
            }
            // What waits for it has not been left behind as long as that lasts.
            made.is_looked_for.set(true);
            let this = self.clone();
            leptos::task::spawn_local(async move {
                let read = rest
                    .ask(session, call.read_back(), &|| !session.is_left())
                    .await;
                // Whoever is at the screen by now is told nothing of it.
                if session.is_left() {
                    made.is_looked_for.try_set(false);
                    return;
                }
                let answer = read.and_then(Result::ok);
                match answer.and_then(|answer| id_in(&call, &subject, &answer)) {
                    Some(id) => this.send_waiting(work, session, made, subject, id),
                    None => {
                        let name = this.registry().name.as_str();
                        announcements.tell(text::registry_form_id_unknown(name));
                    }
                }
                made.is_looked_for.try_set(false);
            });
        })
    }

    fn send_waiting(
        &self,
        work: Work,
        session: Session,
        made: Entry,
        subject: Subject,
        id: RegistryId,
    ) {
        // In another project, and in another name, nobody has confirmed the policies.
        if session.is_left() {
            return;
        }
        let items = BTreeMap::from([(self.asked.item, vec![subject])]);
        work.takes_back(made, self.of, items);
        let mut policies = &self.asked.policies[..];
        // An undo takes back one change: each that waits gets one of its own.
        while let Some(first) = policies.first() {
            let is_of_first = |it: &AskedPolicy| it.change == first.change;
            let count = policies.iter().take_while(|it| is_of_first(it)).count();
            let (of_one, others) = policies.split_at(count);
            send_over(work, first.change, of_one, id);
            policies = others;
        }
    }
}

/// Sends what brings policies of one change back over a registry.
fn send_over(work: Work, change: ChangeId, policies: &[AskedPolicy], id: RegistryId) {
    let planned: Vec<(_, PlannedWrite)> = policies
        .iter()
        .map(|policy| (policy.item, policy.over(id)))
        .collect();
    let items = planned.iter();
    let items = items.map(|(item, write)| (*item, write.mutation.subjects()));
    let items = items.collect();
    let writes = planned.into_iter().map(|(_, write)| write).collect();
    if let (Some(sent), Some(of)) = (work.start(vec![writes]), work.entry_of(change)) {
        work.takes_back(sent, of, items);
    }
}

/// The ID of the registry that a call has made, where a read of it shows it as it was sent.
fn id_in(call: &Mutation, subject: &Subject, answer: &Response) -> Option<RegistryId> {
    let Mutation::CreateRegistry(create) = call else {
        return None;
    };
    if call.judge(subject, &Before::Nothing, answer) != Judgement::Applied {
        return None;
    }
    let page = ListTargetRegistries::decode(answer).ok()?;
    let mut rows = page.rows.iter();
    let made = rows.find(|row| row.name == create.settings.name.as_str())?;
    made.id
}
