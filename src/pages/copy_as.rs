//! "Copy as": a read or a pending write as a line for a shell, and things as Terraform writes them.

use cloud_api::{Request, curl, koocli, terraform};
use leptos::prelude::*;

use super::failure::copy;
use crate::i18n::{text, use_i18n};
use crate::live::{Live, live, on};
use crate::session::{Session, use_session};
use crate::ui::use_announcements;
use crate::work::Planned;

/// Buttons that copy a request as curl and KooCLI and, where `resource` is given, what it is about
/// as Terraform. Both react. A form is not offered while there is none, and a note says why: the
/// request is not complete, or a value cannot be written safely. No form ever holds the token.
pub fn copy_as(request: Live<Option<Request>>, resource: Option<Live<Option<String>>>) -> AnyView {
    row(Source::Parts(request, resource))
}

/// The same for a write that is not confirmed yet, `None` while it is not complete, with what there
/// will be after it.
pub fn copy_write(write: Live<Option<Planned>>) -> AnyView {
    row(Source::Write(write))
}

/// Where the forms come from.
enum Source {
    Parts(Live<Option<Request>>, Option<Live<Option<String>>>),
    Write(Live<Option<Planned>>),
}

/// A form to copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Curl,
    KooCli,
    Terraform,
}

impl Form {
    const ALL: [Self; 3] = [Self::Curl, Self::KooCli, Self::Terraform];

    /// Its name, the same in every language.
    fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::KooCli => "KooCLI",
            Self::Terraform => "Terraform",
        }
    }
}

impl Source {
    fn has(&self, form: Form) -> bool {
        form != Form::Terraform || !matches!(self, Self::Parts(_, None))
    }

    fn request(&self) -> Option<Request> {
        match self {
            Self::Parts(request, _) => request(),
            Self::Write(write) => write()?.mutation.request().ok(),
        }
    }

    /// The text to copy, where there is one; reacts.
    fn text(&self, form: Form, session: Session) -> Option<String> {
        match (form, self) {
            (Form::Curl, _) => curl::command(&self.request()?, &origin()),
            (Form::KooCli, _) => koocli::command(&self.request()?, &session.identity()?.region),
            (Form::Terraform, Self::Parts(_, resource)) => resource.as_ref().and_then(|it| it()),
            (Form::Terraform, Self::Write(write)) => {
                let Planned {
                    mutation, before, ..
                } = write()?;
                terraform::change(&mutation, &before)
            }
        }
    }
}

fn row(source: Source) -> AnyView {
    let words = use_i18n();
    let session = use_session();
    let announcements = use_announcements();
    let source = StoredValue::new_local(source);
    let text = move |form| source.with_value(|source| source.text(form, session));
    let lacks = move |form| source.with_value(|source| source.has(form)) && text(form).is_none();
    let note = move || {
        let reason = if source.with_value(Source::request).is_none() {
            text::copy_incomplete()
        } else if lacks(Form::Curl) || lacks(Form::KooCli) {
            text::copy_unsafe()
        } else if lacks(Form::Terraform) {
            text::copy_no_terraform()
        } else {
            return None;
        };
        Some(words.say(&reason))
    };
    let button = move |form: Form| {
        let label = text::copy_as_form(form.name().to_owned());
        view! {
            <button
                type="button"
                class="button quiet"
                translate="no"
                aria-label=live(move || words.say(&label))
                disabled=live(move || text(form).is_none())
                on:click=on(move |_| {
                    if let Some(text) = untrack(|| text(form)) {
                        copy(announcements, &text);
                    }
                })
            >
                {form.name()}
            </button>
        }
        .into_any()
    };
    let buttons: Vec<AnyView> = Form::ALL
        .into_iter()
        .filter(|form| source.with_value(|source| source.has(*form)))
        .map(button)
        .collect();
    let label = text::copy_as();
    let title = label.clone();
    view! {
        <div
            class="button-group copy-as"
            role="group"
            aria-label=live(move || words.say(&label))
        >
            <span>{live(move || words.say(&title))}</span>
            {buttons}
            <span class="field-hint">{live(note)}</span>
        </div>
    }
    .into_any()
}

/// What stands before `/api/` in a copied command.
fn origin() -> String {
    let origin = window().location().origin().unwrap_or_default();
    let base = crate::navigation::base_path();
    format!("{origin}{}", base.trim_end_matches('/'))
}
