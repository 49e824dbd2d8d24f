//! With whom images are shared, as it is typed or pasted.

use cloud_api::TextError;
use cloud_api::ims::{Member, MemberType, PastedRecipient, Recipient, pasted_recipients};
use leptos::prelude::*;
use words::machine_image::member_type_words;
use words::text_problem::recipient_problem;

use crate::form::{Field, choice, text_area};
use crate::i18n::{Message, text};
use crate::live::live;
use crate::pages::machine_images::members_look::lines_of;
use crate::ui::focus_by_id;

/// ID of the field in the page.
const FIELD: &str = "share-recipients";

/// What is typed.
#[derive(Clone, Copy)]
pub struct Typed {
    field: Field,
    /// What IDs are of: the API's word.
    kind: RwSignal<String>,
}

impl Typed {
    /// Nothing yet; IDs are of projects, which every cloud knows.
    pub fn nothing() -> Self {
        let kind = RwSignal::new(MemberType::Project.name().to_owned());
        let field = Field::new(move |text| {
            let entries = pasted_recipients(text, kind_of(kind));
            // That nobody is named is a fault too.
            let nobody = entries
                .is_empty()
                .then(|| recipient_problem(&TextError::Empty));
            nobody.or_else(|| entries.iter().find_map(fault))
        });
        Self { field, kind }
    }

    /// What stands in the field, good or not; reacts.
    pub fn entries(self) -> Vec<PastedRecipient> {
        let kind = kind_of(self.kind);
        self.field.text.with(|text| pasted_recipients(text, kind))
    }

    /// The kind, the field, and under it all that is wrong with it.
    pub fn view(self) -> AnyView {
        let kinds = MemberType::ALL.map(|kind| (kind.name(), member_type_words(kind)));
        let faults = move || {
            let mut faults = Vec::new();
            if self.field.shown_problem().is_some() {
                faults.extend(self.entries().iter().filter_map(fault));
            }
            // One alone stands at the field.
            faults.truncate(if faults.len() > 1 { faults.len() } else { 0 });
            lines_of(faults)
        };
        [
            choice(
                "share-recipient-kind",
                text::share_images_kind(),
                kinds.to_vec(),
                self.kind,
            ),
            text_area(
                FIELD,
                text::image_recipients_title(),
                text::share_images_hint(),
                self.field,
            ),
            live(faults).into_any(),
        ]
        .into_any()
    }

    /// Whether IDs are of projects; reacts.
    pub fn is_of_projects(self) -> bool {
        kind_of(self.kind) == MemberType::Project
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
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(&member.in_list_of(kind));
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

/// What is left out of what is typed, and why; `own` are those to whom the images belong.
pub fn left_out(entries: &[PastedRecipient], own: &[Recipient]) -> Vec<Message> {
    let line = |entry: &PastedRecipient| {
        let name = entry.text.clone();
        let recipient = entry.recipient.as_ref().ok()?;
        match (entry.repeats, recipient.kind()) {
            (Some((first, _)), _) => Some(text::share_images_repeat(
                name,
                first as u64,
                entry.line as u64,
                entry.position as u64,
            )),
            _ if !own.contains(recipient) => None,
            (None, MemberType::Project) => Some(text::share_images_own_project(name)),
            (None, _) => Some(text::share_images_own_account(name)),
        }
    };
    entries.iter().filter_map(line).collect()
}
