//! The top bar: what this is, where one is, who one is; language and theme.

use cloud_api::Timestamp;
use leptos::prelude::*;
use words::CHINESE_FILE;

use super::areas::Route;
use crate::browser::clock::use_clock;
use crate::browser::console::note;
use crate::browser::storage::BrowserItem;
use crate::i18n::{I18n, Language, Untrusted, t, text, use_i18n};
use crate::live::{derived, follow, live, on, shown};
use crate::session::use_session;
use crate::ui::failure::copy_button;
use crate::ui::{ButtonKind, Icon, IconName, button, use_announcements};

/// The top bar.
#[component]
pub fn Header(
    /// Which page is shown.
    route: Memo<Route>,
) -> impl IntoView {
    let session = use_session();
    let announcements = use_announcements();
    let of_area = derived(move || route.with(Route::area));
    let of_page = move || {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        of_area.with(|_| ());
        shown(untrack(|| route.with(Route::top_bar)))
    };
    let sign_out = move || {
        if !session.end() {
            announcements.tell(text::session_token_not_removed());
        }
    };
    let person = move || {
        shown(session.identity().map(|identity| {
            let expires_at = identity.expires_at;
            let project_id = identity.project_id.to_string();
            view! {
                <dl class="session">
                    <div>
                        <dt>{t(text::header_region())}</dt>
                        <dd translate="no">{identity.region.to_string()}</dd>
                    </div>
                    <div>
                        <dt>{t(text::header_project())}</dt>
                        <dd translate="no" class="identifier" title=project_id.clone()>
                            {project_id.clone()}
                        </dd>
                        <dd>{copy_button(text::header_copy_project(), project_id)}</dd>
                    </div>
                    {live(of_page)}
                    <div>
                        <dt>{t(text::header_user())}</dt>
                        <dd>
                            <Untrusted text=identity.user_name.clone() />
                            " ("
                            <Untrusted text=identity.account_name.clone() />
                            ")"
                        </dd>
                    </div>
                    <div>
                        <dt>{t(text::header_remaining())}</dt>
                        <dd>
                            <RemainingLife expires_at />
                        </dd>
                    </div>
                </dl>
                {button(ButtonKind::Quiet, text::header_sign_out(), sign_out)}
            }
        }))
    };
    view! {
        <header class="top-bar">
            <a class="product-name" href="containers">
                <Icon name=IconName::Mark />
                {t(text::product_name())}
            </a>
            {live(person)}
            <div class="preferences">
                <LanguageChoice />
                <ThemeChoice />
            </div>
        </header>
    }
}

#[component]
fn RemainingLife(expires_at: Option<Timestamp>) -> impl IntoView {
    let clock = use_clock();
    let words = use_i18n();
    live(move || match expires_at {
        None => words.say(&text::header_remaining_unknown()),
        Some(end) => {
            let minutes = end.milliseconds_since(clock.get()).max(0) / 60_000;
            let (hours, minutes) = ((minutes / 60) as u64, (minutes % 60) as u64);
            words.say(&text::header_remaining_value(hours, minutes))
        }
    })
}

/// Applies the remembered language and theme.
pub fn restore_appearance(words: I18n) {
    if let Some(theme) = BrowserItem::Theme.read() {
        set_root_attribute("data-theme", &theme);
    }
    let tag = BrowserItem::Language
        .read()
        .or_else(|| window().navigator().language())
        .unwrap_or_default();
    if Language::from_tag(&tag) == Language::Chinese {
        choose(words, Language::Chinese, || ());
    }
    follow(move || set_root_attribute("lang", words.language().tag()));
}

fn set_root_attribute(name: &str, value: &str) {
    let Some(root) = document().document_element() else {
        return;
    };
    if let Err(refusal) = root.set_attribute(name, value) {
        note(name, &refusal);
    }
}

fn choose(words: I18n, language: Language, on_failure: impl Fn() + 'static) {
    match language {
        Language::English => words.use_english(),
        Language::Chinese => leptos::task::spawn_local(async move {
            let file = crate::net::message_file(CHINESE_FILE).await;
            if !file.is_some_and(|file| words.use_chinese(&file)) {
                on_failure();
            }
        }),
    }
}

#[component]
fn LanguageChoice() -> impl IntoView {
    let words = use_i18n();
    let announcements = use_announcements();
    let options = Language::ALL
        .into_iter()
        .map(|language| {
            view! {
                <option
                    value=language.tag()
                    lang=language.tag()
                    selected=live(move || words.language() == language)
                >
                    {language.name()}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="visually-hidden" for="language">
            {t(text::header_language())}
        </label>
        <select
            id="language"
            class="input"
            on:change=on(move |event| {
                let language = Language::from_tag(&event_target_value(&event));
                BrowserItem::Language.write(language.tag());
                choose(
                    words,
                    language,
                    move || announcements.tell(text::header_language_failed()),
                );
            })
        >
            {options}
        </select>
    }
}

#[component]
fn ThemeChoice() -> impl IntoView {
    let current = BrowserItem::Theme
        .read()
        .unwrap_or_else(|| "system".to_owned());
    let themes = [
        ("system", text::theme_system()),
        ("light", text::theme_light()),
        ("dark", text::theme_dark()),
    ];
    let options = themes
        .into_iter()
        .map(|(value, label)| {
            let selected = value == current;
            view! {
                <option value=value selected=selected>
                    {t(label)}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="visually-hidden" for="theme">
            {t(text::header_theme())}
        </label>
        <select
            id="theme"
            class="input"
            on:change=on(move |event| {
                let theme = event_target_value(&event);
                BrowserItem::Theme.write(&theme);
                set_root_attribute("data-theme", &theme);
            })
        >
            {options}
        </select>
    }
}
