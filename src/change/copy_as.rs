//! "Copy as": a read or a pending write as a line for a shell, and things as Terraform writes them.
//! Each shell reads lines its own way, so it is named which lines are for which.

use changes::PlannedWrite;
use cloud_api::Request;
use cloud_api::clipboard::terraform::Provider;
use cloud_api::clipboard::{curl, koocli, power_shell, terraform};
use leptos::prelude::*;

use super::provider::use_provider;
use crate::browser::address::whole;
use crate::i18n::{t, text, use_i18n};
use crate::live::{Live, live, on};
use crate::session::{Session, use_session};
use crate::ui::failure::copy;
use crate::ui::{ByHand, use_announcements};

/// Buttons that copy requests as curl, for PowerShell and as KooCLI, one a line, and, where `resource` is given, what
/// they are about as Terraform. Both react. A form is not offered while there is none, and a note
/// says why: no request is complete, or a value cannot be written safely. No form ever holds the
/// token.
pub fn copy_as(requests: Live<Vec<Request>>, resource: Option<Live<Blocks>>) -> AnyView {
    let resource = resource.map_or(Described::Never, Described::Sometimes);
    row(Source::Parts(requests, resource))
}

/// The same where Terraform always has a form, which is written only when it is copied: the list on
/// screen may be long.
pub fn copy_list(requests: Live<Vec<Request>>, resources: Live<String>) -> AnyView {
    row(Source::Parts(requests, Described::Always(resources)))
}

/// What can be copied of writes that are not confirmed yet, none while they are not complete; react.
pub enum Copies {
    /// The requests, and as Terraform what there will be after them.
    Described(Live<Vec<PlannedWrite>>),
    /// The requests alone: nothing is left to describe.
    Requests(Live<Vec<PlannedWrite>>),
}

impl Copies {
    /// The buttons.
    pub fn show(self) -> AnyView {
        row(match self {
            Self::Described(writes) => Source::Writes(writes, After::Described),
            Self::Requests(writes) => Source::Writes(writes, After::Nothing),
        })
    }
}

/// Whether Terraform has a form for what there will be after a write.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Described,
    Nothing,
}

/// The requests of writes; none unless each can be sent.
fn requests(writes: &[PlannedWrite]) -> Vec<Request> {
    let requests = writes.iter().map(|planned| planned.mutation.request().ok());
    requests.collect::<Option<_>>().unwrap_or_default()
}

/// The lines of all, one under the other; `None` without any or when one has none.
fn lines<T>(of: &[T], line: impl Fn(&T) -> Option<String>) -> Option<String> {
    let lines: Option<Vec<String>> = of.iter().map(line).collect();
    lines
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join("\n"))
}

/// What is on screen as Terraform writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocks {
    /// It was not read yet, or nothing is there.
    NotYet,
    /// Terraform has no form for it.
    NoForm,
    /// These.
    Written(String),
}

impl Blocks {
    /// The text, where there is a form.
    pub fn of(text: Option<String>) -> Self {
        text.map_or(Self::NoForm, Self::Written)
    }
}

/// Whether Terraform has a form for what requests are about.
enum Described {
    Never,
    Sometimes(Live<Blocks>),
    Always(Live<String>),
}

/// Where the forms come from.
enum Source {
    Parts(Live<Vec<Request>>, Described),
    Writes(Live<Vec<PlannedWrite>>, After),
}

/// Writes whose lines are written to see whether there are any.
const LONG: usize = 500;

/// A form to copy.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Curl,
    PowerShell,
    KooCli,
    Terraform,
}

impl Form {
    const ALL: [Self; 4] = [Self::Curl, Self::PowerShell, Self::KooCli, Self::Terraform];

    /// Its name, the same in every language.
    fn name(self) -> &'static str {
        match self {
            Self::Curl => "curl",
            Self::PowerShell => "PowerShell",
            Self::KooCli => "KooCLI",
            Self::Terraform => "Terraform",
        }
    }
}

impl Source {
    fn has(&self, form: Form, provider: Provider) -> bool {
        let has_none = matches!(
            self,
            Self::Parts(_, Described::Never) | Self::Writes(_, After::Nothing)
        );
        match form {
            Form::Curl | Form::PowerShell => true,
            Form::KooCli => provider == Provider::HuaweiCloud,
            Form::Terraform => provider != Provider::Unknown && !has_none,
        }
    }

    /// Whether there is a text to copy; reacts.
    fn offers(&self, form: Form, session: Session) -> bool {
        let is_sure = matches!(self, Self::Parts(_, Described::Always(_)));
        (form == Form::Terraform && is_sure) || self.is_long() || self.text(form, session).is_some()
    }

    /// Whether Terraform's blocks are still to come, or there is nothing to write any of; reacts.
    fn is_not_yet_described(&self) -> bool {
        matches!(self, Self::Parts(_, Described::Sometimes(resource)) if resource() == Blocks::NotYet)
    }

    /// Whether there are so many writes that their lines are written only when they are copied.
    fn is_long(&self) -> bool {
        matches!(self, Self::Writes(writes, _) if writes().len() > LONG)
    }

    /// Whether it is about to be sent.
    fn is_pending(&self) -> bool {
        matches!(self, Self::Writes(..))
    }

    fn requests(&self) -> Vec<Request> {
        match self {
            Self::Parts(requests, _) => requests(),
            Self::Writes(writes, _) => requests(&writes()),
        }
    }

    /// Whether a line takes a secret from the shell's environment; reacts.
    fn lacks_secret(&self) -> bool {
        let requests = self.requests();
        requests.iter().any(|it| it.lacks_secret_at.is_some())
    }

    /// How many of the things that are made Terraform has no form for; reacts.
    fn left_out(&self) -> usize {
        match self {
            Self::Writes(writes, After::Described) => {
                terraform::left_out(writes().iter().map(|planned| &planned.mutation))
            }
            Self::Writes(_, After::Nothing) | Self::Parts(..) => 0,
        }
    }

    /// The text to copy, where there is one; reacts.
    fn text(&self, form: Form, session: Session) -> Option<String> {
        match (form, self) {
            (Form::Curl | Form::PowerShell, _) => {
                let place = session.identity()?.place;
                lines(&self.requests(), |request| {
                    let address = whole(&place.address(request.service())?);
                    match form {
                        Form::Curl => curl::command(request, &address),
                        _ => power_shell::command(request, &address),
                    }
                })
            }
            (Form::KooCli, _) => {
                let identity = session.identity()?;
                lines(&self.requests(), |request| {
                    koocli::command(request, &identity.region)
                })
            }
            (Form::Terraform, Self::Parts(_, Described::Never)) => None,
            (Form::Terraform, Self::Parts(_, Described::Sometimes(resource))) => match resource() {
                Blocks::Written(text) => Some(text),
                Blocks::NotYet | Blocks::NoForm => None,
            },
            (Form::Terraform, Self::Parts(_, Described::Always(resources))) => Some(resources()),
            (Form::Terraform, Self::Writes(writes, _)) => {
                let writes = writes();
                let writes = writes.iter().map(|it| (&it.mutation, &it.before));
                terraform::changes(writes, session.identity()?.place.provider())
            }
        }
    }
}

fn row(source: Source) -> AnyView {
    let words = use_i18n();
    let (session, provider) = (use_session(), use_provider());
    let (announcements, by_hand) = (use_announcements(), ByHand::new());
    let source = StoredValue::new_local(source);
    let text = move |form| source.with_value(|source| source.text(form, session));
    let offers = move |form| source.with_value(|source| source.offers(form, session));
    let lacks = move |form| source.with_value(|source| source.has(form, provider)) && !offers(form);
    // What Terraform has no form for is not offered; what is still to come, or to be filled in, is.
    let has_no_form = move |form| {
        let is_told = source.with_value(|source| {
            !source.is_long() && !source.is_not_yet_described() && !source.requests().is_empty()
        });
        form == Form::Terraform && is_told && lacks(form)
    };
    let note = move || {
        if source.with_value(Source::is_long) {
            return None;
        }
        let is_empty = source.with_value(Source::requests).is_empty();
        let reason = if is_empty && source.with_value(Source::is_pending) {
            text::copy_incomplete()
        } else if is_empty {
            // Nothing is on screen.
            return None;
        } else if lacks(Form::Curl) || lacks(Form::KooCli) {
            text::copy_unsafe()
        } else {
            return None;
        };
        Some(words.say(&reason))
    };
    // Where Terraform is not offered there is no copy in which something could be missing.
    let left_out = move || match source.with_value(Source::left_out) as u64 {
        0 => None,
        count => {
            offers(Form::Terraform).then(|| words.say(&text::copy_image_shares_left_out(count)))
        }
    };
    let secret = move || {
        let lacks = source.with_value(|source| !source.is_long() && source.lacks_secret());
        lacks.then(|| words.say(&text::copy_secret()))
    };
    let button = move |form: Form| {
        let label = text::copy_as_form(form.name().to_owned());
        view! {
            <button
                type="button"
                class="button quiet"
                translate="no"
                aria-label=live(move || words.say(&label))
                hidden=live(move || has_no_form(form))
                disabled=live(move || !offers(form))
                on:click=on(move |_| {
                    match untrack(|| text(form)) {
                        Some(text) => copy(announcements, by_hand, &text),
                        None => announcements.tell(text::copy_unsafe()),
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
        .filter(|form| source.with_value(|source| source.has(*form, provider)))
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
            <span class="field-hint">{live(left_out)}</span>
            <span class="field-hint">{live(secret)}</span>
            <span class="field-hint">{t(text::copy_shells())}</span>
        </div>
        {by_hand.field()}
    }
    .into_any()
}
