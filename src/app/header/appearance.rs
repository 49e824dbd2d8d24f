//! Language and theme.

use leptos::prelude::*;
use words::CHINESE_FILE;

use crate::browser::console::note;
use crate::browser::storage::BrowserItem;
use crate::config::use_config;
use crate::i18n::{I18n, Language, t, text, use_i18n};
use crate::live::{follow, live, on};
use crate::ui::use_announcements;

/// The two choices.
pub fn appearance() -> AnyView {
    view! {
        <div class="preferences">
            <LanguageChoice />
            <ThemeChoice />
        </div>
    }
    .into_any()
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
    let wanted = Language::from_tag(&tag);
    let offered = offered();
    let is_offered = offered.contains(&wanted);
    if let Some(language) = offered.into_iter().find(|it| *it == wanted || !is_offered) {
        choose(words, language, || ());
    }
    follow(move || set_root_attribute("lang", words.language().tag()));
}

/// The languages that this console is set up for.
fn offered() -> Vec<Language> {
    let tags = use_config().languages.iter();
    tags.map(|tag| Language::from_tag(tag)).collect()
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
    let offered = offered();
    if offered.len() < 2 {
        return ().into_any();
    }
    let options = offered
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
    .into_any()
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
