//! With whom images are shared, as it is typed or pasted.

use cloud_api::ims::{Member, MemberType, PastedRecipient, Recipient, pasted_recipients};
use cloud_api::{ProjectId, TextError};
use leptos::prelude::*;
use words::machine_image::member_type_words;
use words::text_problem::recipient_problem;

use crate::form::{Field, choice, text_area};
use crate::i18n::{Message, text};
use crate::live::{derived, live};
use crate::pages::machine_images::members_look::lines_of;
use crate::session::use_session;
use crate::ui::focus_by_id;

/// ID of the field in the page.
const FIELD: &str = "share-recipients";

/// What is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    field: Field,
    /// What IDs are of: the API's word.
    kind: RwSignal<String>,
    /// What stands in the field, good or not.
    entries: Memo<Vec<PastedRecipient>>,
    /// Whom it names, each once, without whom the images belong to.
    pub recipients: Memo<Vec<Recipient>>,
    /// The project that shares, and its account: with them nothing is shared.
    own: StoredValue<Vec<Recipient>>,
}

impl Typed {
    /// Nothing yet; the project shares.
    pub fn by(project: &ProjectId) -> Self {
        let identity = untrack(|| use_session().identity());
        let account = identity
            .and_then(|identity| Recipient::listed(MemberType::Domain, &identity.account_id));
        let own = [Some(Recipient::Project(project.clone())), account];
        let own = StoredValue::new(own.into_iter().flatten().collect::<Vec<_>>());
        let kind = RwSignal::new(MemberType::Project.name().to_owned());
        let field = Field::new(move |text| first_problem(&pasted_recipients(text, kind_of(kind))));
        let entries = derived(move || {
            field
                .text
                .with(|text| pasted_recipients(text, kind_of(kind)))
        });
        let recipients = derived(move || {
            entries.with(|entries| {
                let once = entries.iter().filter(|entry| entry.repeats.is_none());
                let named = once.filter_map(|entry| entry.recipient.as_ref().ok());
                let others = named.filter(|it| own.with_value(|own| !own.contains(it)));
                others.cloned().collect()
            })
        });
        Self {
            field,
            kind,
            entries,
            recipients,
            own,
        }
    }

    /// The kind, the field, and under it all that is wrong with it.
    pub fn view(self) -> AnyView {
        let kinds = MemberType::ALL.map(|kind| (kind.name(), member_type_words(kind)));
        let faults = move || {
            let is_shown = self.field.shown_problem().is_some();
            let faults = self.entries.with(|entries| faults(entries));
            // One alone stands at the field.
            lines_of(if is_shown && faults.len() > 1 {
                faults
            } else {
                Vec::new()
            })
        };
        view! {
            {choice(
                "share-recipient-kind",
                text::share_images_kind(),
                kinds.to_vec(),
                self.kind,
            )}
            {text_area(
                FIELD,
                text::image_recipients_title(),
                text::share_images_hint(),
                self.field,
            )}
            {live(faults)}
        }
        .into_any()
    }

    /// What is left out of what is typed, and why; reacts.
    pub fn left_out(self) -> Vec<Message> {
        self.entries.with(|entries| {
            let lines = entries.iter().filter_map(|entry| match entry.repeats {
                Some((first, _)) => Some(text::share_images_repeat(
                    entry.text.clone(),
                    first as u64,
                    entry.line as u64,
                    entry.position as u64,
                )),
                None => self.own_words(entry.recipient.as_ref().ok()?),
            });
            lines.collect()
        })
    }

    /// That with this recipient nothing is shared, where that is so.
    fn own_words(self, recipient: &Recipient) -> Option<Message> {
        let is_own = self.own.with_value(|own| own.contains(recipient));
        let name = recipient.to_string();
        is_own.then(|| match recipient.kind() {
            MemberType::Project => text::share_images_own_project(name),
            MemberType::Domain | MemberType::Organization => text::share_images_own_account(name),
        })
    }

    /// Whether somebody is named beside projects; reacts.
    pub fn is_beyond_projects(self) -> bool {
        let is_other = |it: &Recipient| it.kind() != MemberType::Project;
        kind_of(self.kind) != MemberType::Project
            || self.recipients.with(|all| all.iter().any(is_other))
    }

    /// Whether nothing is wrong with it; reacts.
    pub fn is_complete(self) -> bool {
        self.field.problem().is_none()
    }

    /// The same when the button was pressed; says what is wrong.
    pub fn check(self) -> bool {
        let is_complete = untrack(|| self.is_complete());
        if !is_complete {
            self.field.touch();
            focus_by_id(FIELD);
        }
        is_complete
    }

    /// Adds the members of another image.
    pub fn add(self, members: &[Member]) {
        let kind = untrack(|| kind_of(self.kind));
        let mut lines = self.field.text.get_untracked();
        lines.truncate(lines.trim_end().len());
        for member in members {
            let line = match member.recipient() {
                Some(recipient) => recipient.in_list_of(kind),
                // Nobody can be named by it: it is told with its place.
                None => member.identifier().to_owned(),
            };
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(&line);
        }
        self.field.text.set(lines);
    }
}

fn kind_of(name: RwSignal<String>) -> MemberType {
    let named = name.with(|name| MemberType::named(name));
    named.unwrap_or(MemberType::Project)
}

/// What is wrong with an entry, and where it stands.
fn fault(entry: &PastedRecipient) -> Option<Message> {
    let error = entry.recipient.as_ref().err()?;
    Some(text::share_images_fault(
        entry.text.clone(),
        entry.line as u64,
        entry.position as u64,
        recipient_problem(error),
    ))
}

fn faults(entries: &[PastedRecipient]) -> Vec<Message> {
    entries.iter().filter_map(fault).collect()
}

/// The first of them; that nobody is named is one.
fn first_problem(entries: &[PastedRecipient]) -> Option<Message> {
    match entries {
        [] => Some(recipient_problem(&TextError::Empty)),
        entries => entries.iter().find_map(fault),
    }
}
