//! What stands above every page of the demo: that nothing leaves the browser, and the ways out.

use demo::{Order, Person, Standing};
use leptos::prelude::*;

use super::entry::{Entry, Stage};
use super::trials::{LOOK, trials};
use super::ways::{PERSON_LIST, Way, Ways};
use crate::app::switching::{Elsewhere, Switching};
use crate::i18n::{Message, between_sentences, t, text, use_i18n};
use crate::live::{follow, live, on, shown};
use crate::net::Sharing;
use crate::session::session_of_console;
use crate::ui::{ButtonKind, Offered, button, dropdown};

/// ID of what a small screen shows of the banner when somebody asks for it.
const MORE: &str = "demo-more";

/// The banner.
pub fn banner(entry: Entry) -> AnyView {
    let session = session_of_console();
    entry.follow_expiry(session);
    let standing = RwSignal::new(None);
    let sharing = entry.cloud().sharing();
    let look = move || {
        leptos::task::spawn_local(async move {
            if let Ok(name) = entry.cloud().order(Order::TellStanding).await {
                let told = Standing::named(&name);
                // The page may have been left.
                if standing
                    .try_get_untracked()
                    .is_some_and(|known| known != told)
                {
                    standing.try_set(told);
                }
            }
        });
    };
    look();
    // Any change may be the one that is not kept.
    if let Ok(looking) = set_interval_with_handle(look, LOOK) {
        on_cleanup(move || looking.clear());
    }
    let ways = Ways::of(entry);
    if let Some(switching) = use_context::<Switching>() {
        follow(move || {
            if let Some(Elsewhere::Project(project)) = switching.wanted() {
                switching.want_nothing();
                ways.lead(&project);
            }
        });
    }
    follow(move || {
        if entry.stage() == Stage::Failed {
            ways.show_person();
        }
    });
    let own = (sharing == Sharing::OfThisTab).then(text::demo_own_cloud);
    let said = move || shown(standing.get().and_then(loss).map(sentence));
    let (is_open, set_open) = signal(false);
    view! {
        <section
            class="banner demo-banner"
            aria-label=t(text::demo_name())
            data-open=live(move || is_open.get().then_some(""))
        >
            <p>
                <strong>{t(text::demo_name())}</strong> " " {t(text::demo_purpose())}
                {shown(own.map(sentence))}
                {live(said)}
            </p>
            <button
                type="button"
                class="button quiet demo-more"
                aria-expanded=live(move || is_open.get().to_string())
                aria-controls=MORE
                on:click=on(move |_| set_open.update(|is_open| *is_open = !*is_open))
            >
                {t(text::demo_more())}
            </button>
            <div role="status" class="demo-switching">{live(move || switching_word(entry))}</div>
            <div id=MORE class="demo-rest">
                <div class="preferences">
                    {person_choice(entry, ways)}
                    {button(ButtonKind::Plain, text::demo_start_again(), move || ways.begin(Way::StartAgain))}
                    {button(ButtonKind::Plain, text::demo_leave(), move || ways.begin(Way::Leave))}
                </div>
                {trials(entry)}
            </div>
        </section>
        {ways.question()}
    }
    .into_any()
}

/// How far it has come that somebody else is signed in, or the same person once more.
fn switching_word(entry: Entry) -> AnyView {
    match entry.stage() {
        Stage::Ended => ().into_any(),
        Stage::Starting => view! { <p>{t(text::demo_switching())}</p> }.into_any(),
        Stage::Failed => view! {
            <p>{t(text::demo_failed())}</p>
            {button(ButtonKind::Plain, text::failure_retry(), move || entry.try_again())}
        }
        .into_any(),
    }
}

/// As whom the person of this tab works.
fn person_choice(entry: Entry, ways: Ways) -> AnyView {
    let words = use_i18n();
    let options = Person::ALL.map(|person| Offered {
        value: person.name().to_owned(),
        language: None,
        words: Box::new(move || words.say(&role(person))),
        is_selected: Box::new(move || entry.person() == person),
    });
    let select = move |name: String| {
        if let Some(person) = Person::named(&name) {
            ways.begin(Way::WorkAs(person));
        }
    };
    dropdown(
        PERSON_LIST,
        text::demo_work_as(),
        "",
        options.into(),
        select,
    )
}

fn role(person: Person) -> Message {
    match person {
        Person::Administrator => text::demo_administrator(),
        Person::Editor => text::demo_editor(),
        Person::Reader => text::demo_reader(),
        Person::Recipient => text::demo_recipient(),
    }
}

fn sentence(message: Message) -> AnyView {
    view! { {between_sentences()} {t(message)} }.into_any()
}

/// What a reload takes away, if anything.
fn loss(standing: Standing) -> Option<Message> {
    match standing {
        Standing::Kept => None,
        Standing::Full => Some(text::demo_full()),
        Standing::NotKept => Some(text::demo_not_kept()),
    }
}
