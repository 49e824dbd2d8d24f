//! Language and theme.

use std::cell::Cell;

use leptos::prelude::*;
use words::CHINESE_FILE;

use crate::browser::console::note;
use crate::browser::storage::BrowserItem;
use crate::config::use_config;
use crate::i18n::{I18n, Language, text, use_i18n};
use crate::live::follow;
use crate::net::{message_file, message_file_soon};
use crate::ui::{Offered, dropdown, use_announcements};

/// The two choices.
pub fn appearance() -> AnyView {
    view! {
        <div class="preferences">
            {language_choice()}
            {theme_choice()}
        </div>
    }
    .into_any()
}

thread_local! {
    /// The words of the person's language, until the first page is drawn with them.
    static AHEAD: Cell<Option<Vec<u8>>> = const { Cell::new(None) };
}

/// Loads the words of the person's language, so that no page is drawn in another one first. Where they take long, it is.
pub async fn load_words() {
    if wanted() == Language::Chinese {
        AHEAD.set(message_file_soon(CHINESE_FILE).await);
    }
}

/// The remembered language, or the browser's.
fn wanted() -> Language {
    let tag = BrowserItem::Language.read();
    let tag = tag.or_else(|| window().navigator().language());
    Language::from_tag(&tag.unwrap_or_default())
}

/// Applies the remembered language and theme.
pub fn restore_appearance(words: I18n) {
    if let Some(theme) = BrowserItem::Theme.read() {
        set_root_attribute("data-theme", &theme);
    }
    let (wanted, ahead) = (wanted(), AHEAD.take());
    let offered = offered();
    let is_offered = offered.contains(&wanted);
    if let Some(language) = offered.into_iter().find(|it| *it == wanted || !is_offered) {
        let is_here =
            language == Language::Chinese && ahead.is_some_and(|file| words.use_chinese(&file));
        if !is_here {
            choose(words, language, || ());
        }
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
            let file = message_file(CHINESE_FILE).await;
            if !file.is_some_and(|file| words.use_chinese(&file)) {
                on_failure();
            }
        }),
    }
}

fn language_choice() -> AnyView {
    let words = use_i18n();
    let announcements = use_announcements();
    let offered = offered();
    if offered.len() < 2 {
        return ().into_any();
    }
    let options = offered.into_iter().map(|language| Offered {
        value: language.tag().to_owned(),
        language: Some(language.tag()),
        words: Box::new(move || language.name().to_owned()),
        is_selected: Box::new(move || words.language() == language),
    });
    let select = move |tag: String| {
        let language = Language::from_tag(&tag);
        BrowserItem::Language.write(language.tag());
        choose(words, language, move || {
            announcements.tell(text::header_language_failed());
        });
    };
    let (label, options) = (text::header_language(), options.collect());
    dropdown("language", label, "visually-hidden", options, select)
}

fn theme_choice() -> AnyView {
    let words = use_i18n();
    let current = BrowserItem::Theme
        .read()
        .unwrap_or_else(|| "system".to_owned());
    let themes = [
        ("system", text::theme_system()),
        ("light", text::theme_light()),
        ("dark", text::theme_dark()),
    ];
    let options = themes.into_iter().map(|(value, label)| {
        let is_current = value == current;
        Offered {
            value: value.to_owned(),
            language: None,
            words: Box::new(move || words.say(&label)),
            is_selected: Box::new(move || is_current),
        }
    });
    let select = move |theme: String| {
        BrowserItem::Theme.write(&theme);
        set_root_attribute("data-theme", &theme);
    };
    let (label, options) = (text::header_theme(), options.collect());
    dropdown("theme", label, "visually-hidden", options, select)
}
