//! Which enterprise project the host security service is asked about.

use cloud_api::hss::EnterpriseProject;
use leptos::prelude::*;
use words::text_problem::id_problem;

use crate::change::confirmation::{dialog_actions, dialog_form};
use crate::form::{Field, TextField, choice};
use crate::i18n::{t, text, use_i18n};
use crate::live::{live, on, shown};
use crate::session::use_session;
use crate::ui::{ButtonKind, Dialog};

/// The chosen one, for the top bar, with the way to another.
pub fn enterprise_project() -> AnyView {
    let session = use_session();
    let words = use_i18n();
    let is_open = RwSignal::new(false);
    let chosen = move || match session.enterprise_project() {
        EnterpriseProject::Default => words.say(&text::enterprise_default()),
        EnterpriseProject::All => words.say(&text::enterprise_all()),
        EnterpriseProject::Id(id) => id.to_string(),
    };
    let dialog = move || {
        let close = Callback::new(move |()| is_open.set(false));
        shown(is_open.get().then(|| choosing_dialog(close)))
    };
    view! {
        <div>
            <dt>{t(text::enterprise_title())}</dt>
            <dd class="identifier" title=live(chosen)>
                {live(chosen)}
            </dd>
            <dd>
                <button
                    type="button"
                    class="button quiet"
                    aria-label=t(text::enterprise_change())
                    on:click=on(move |_| is_open.set(true))
                >
                    {t(text::enterprise_change_short())}
                </button>
                {live(dialog)}
            </dd>
        </div>
    }
    .into_any()
}

const DEFAULT: &str = "default";
const ALL: &str = "all";
const ONE: &str = "one";

fn choosing_dialog(on_close: Callback<()>) -> AnyView {
    let session = use_session();
    let id = Field::new(|text| {
        let parsed = text.trim().parse::<EnterpriseProject>();
        parsed.err().map(|error| id_problem(&error))
    });
    let before = match untrack(|| session.enterprise_project()) {
        EnterpriseProject::Default => DEFAULT,
        EnterpriseProject::All => ALL,
        EnterpriseProject::Id(chosen) => {
            id.text.set(chosen.to_string());
            ONE
        }
    };
    let kind = RwSignal::new(before.to_owned());
    let options = vec![
        (DEFAULT, text::enterprise_default()),
        (ALL, text::enterprise_all()),
        (ONE, text::enterprise_one()),
    ];
    let id_field = move || {
        shown((kind.with(|kind| kind == ONE)).then(|| {
            view! { <TextField id="enterprise-project-id" label=text::enterprise_id() field=id /> }
        }))
    };
    let choose = move || {
        let chosen = kind.with_untracked(|kind| match kind.as_str() {
            ALL => Ok(EnterpriseProject::All),
            ONE => id.text.with_untracked(|text| text.trim().parse()),
            _ => Ok(EnterpriseProject::Default),
        });
        match chosen {
            Ok(chosen) => {
                on_close.run(());
                session.choose_enterprise_project(&chosen);
            }
            Err(_) => id.touch(),
        }
    };
    let asked = view! {
        <p id="dialog-description">{t(text::enterprise_purpose())}</p>
        {choice("enterprise-project", text::enterprise_title(), options, kind)}
        {live(id_field)}
        {dialog_actions(ButtonKind::Primary, live(text::enterprise_change), on_close)}
    };
    view! {
        <Dialog title=text::enterprise_change() on_close>
            {dialog_form(choose, asked.into_any())}
        </Dialog>
    }
    .into_any()
}
