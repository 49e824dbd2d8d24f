//! Who can get which images of all organizations, as one file.

use cloud_api::sorted::sort_by;
use cloud_api::swr::{AccessReport, RepositoryAccess};
use cloud_api::{Owner, RepositoryPath, Timestamp};
use leptos::prelude::*;

use super::known::{Asked, Known};
use super::reading::Reading;
use crate::browser::clock::now;
use crate::i18n::{I18n, Message, machine_time, t, text, use_i18n};
use crate::listing::export::{Form, Told, head};
use crate::listing::extent::extent_words;
use crate::live::{live, on, shown};
use crate::session::{Session, use_session};
use crate::ui::{Icon, IconName, focus_by_id, menu};

/// ID of what the button opens.
const ID: &str = "overview-export";

/// ID of the title over the file that was asked for.
pub const FILE: &str = "overview-file";

/// The button, which opens the forms of the file; they wait until nothing more is read.
pub fn export(reading: Reading) -> AnyView {
    let (session, words) = (use_session(), use_i18n());
    let is_ready = move || is_ready(reading);
    let button = |form: Form| {
        view! {
            <button
                type="button"
                class="button quiet"
                popovertarget=ID
                popovertargetaction="hide"
                disabled=live(move || !is_ready())
                on:click=on(move |_| untrack(|| save(reading, session, words, form)))
            >
                {t(form.label())}
            </button>
        }
        .into_any()
    };
    let forms: Vec<AnyView> = Form::ALL.into_iter().map(button).collect();
    let wait = view! {
        <p class="field-hint" hidden=live(is_ready)>
            {t(text::access_file_wait())}
        </p>
    };
    let label = view! {
        <Icon name=IconName::Export />
        <span class="export-words">{t(text::overview_export())}</span>
    };
    menu(
        ID,
        label.into_any(),
        [wait.into_any(), forms.into_any()].into_any(),
    )
}

/// Whether nothing more is read, so that a file tells all that was; reacts.
fn is_ready(reading: Reading) -> bool {
    let is_counted = || reading.figures.with(|figures| figures.is_current);
    reading.has_begun() && reading.is_listed() && !reading.is_reading() && is_counted()
}

/// The file that was asked for before anything was read, where it was asked for.
pub fn file(reading: Reading) -> AnyView {
    let (session, words) = (use_session(), use_i18n());
    let forms = move || {
        let button = |(number, form): (usize, Form)| {
            let save = move || {
                save(reading, session, words, form);
                reading.want_file(false);
                focus_by_id("page-title");
            };
            let class = ["button primary", "button"][number.min(1)];
            view! {
                <button type="button" class=class on:click=on(move |_| untrack(save))>
                    {t(form.label())}
                </button>
            }
            .into_any()
        };
        let forms = || Form::ALL.into_iter().enumerate().map(button).collect();
        shown(is_ready(reading).then(|| -> Vec<AnyView> { forms() }))
    };
    let told = move || match is_ready(reading) {
        true => {
            let read = reading.coverage(Asked::Access, words);
            words.say(&text::overview_file_ready(text::item_name(read)))
        }
        // Nothing goes on by itself: the failure and the way on stand beside it.
        false if reading.list.status.error.with(Option::is_some) => String::new(),
        false => words.say(&text::access_file_wait()),
    };
    let section = move || {
        view! {
            <section class="first-steps" aria-labelledby=FILE>
                <h2 id=FILE tabindex="-1">
                    {t(text::overview_first_export())}
                </h2>
                <p class="field-hint">{live(told)}</p>
                <div class="first-sentences">{live(forms)}</div>
            </section>
        }
    };
    live(move || shown(reading.wants_file().then(section))).into_any()
}

fn save(reading: Reading, session: Session, words: I18n, form: Form) {
    let identity = session.identity();
    let caller = identity.as_ref().map(|identity| &*identity.user_id);
    let listed_at = reading.listed_at();
    let rows = reading.look(|known| rows_of(known, caller, listed_at));
    let counts = reading.counts_of(Asked::Access);
    let mut missing = reading.gaps(Asked::Access, words);
    missing.extend(doubts(reading, &rows).iter().map(|line| words.say(line)));
    let told = Told {
        read_at: listed_at.unwrap_or_else(now),
        filter: String::new(),
        rows: rows.len() as u64,
        rows_without_filter: rows.len() as u64,
        missing,
        not_listed: Some(words.say(&text::access_file_not_listed())),
    };
    let mut about = head(session, &told);
    let first = reading.oldest().and_then(machine_time);
    about.extend([
        ("read_from", first.unwrap_or_default()),
        ("repositories_read", counts.read.to_string()),
        ("repositories", counts.total.to_string()),
    ]);
    let export = rows::Export {
        about,
        head: AccessReport::HEAD.to_vec(),
        rows,
    };
    form.save("who-can-get-images", &export);
}

/// Why the lists of repositories and organizations may not be all, or old, and which of the rows rest on
/// something that was not read.
fn doubts(reading: Reading, rows: &[Vec<String>]) -> Vec<Message> {
    let (list, organizations) = (reading.list, reading.organizations);
    let unread = organizations.value().map_or(0, |rows| rows.left_out);
    let unread = unread + list.left_out.get();
    let has_failed = organizations.is_read() && organizations.error().is_some();
    let is_stale = has_failed || list.status.error.with(Option::is_some);
    let incomplete = AccessReport::incomplete(rows);
    let doubts = [
        list.extent.get().and_then(extent_words),
        (unread > 0).then(|| text::table_left_out(unread)),
        is_stale.then(text::table_stale),
        (incomplete > 0).then(|| text::access_file_incomplete(incomplete)),
    ];
    doubts.into_iter().flatten().collect()
}

/// The rows of every repository that can be asked about.
fn rows_of(
    known: &Known<'_>,
    caller: Option<&str>,
    listed_at: Option<Timestamp>,
) -> Vec<Vec<String>> {
    let listed = known.lists.listed.iter();
    let listed = listed.filter_map(|it| Some((it.place.as_ref().ok()?, it.is_public)));
    let mut listed: Vec<(&RepositoryPath, Option<bool>)> = listed.collect();
    // Of two rows of one repository the first counts.
    sort_by(&mut listed, |(one, _), (other, _)| one.cmp(other));
    listed.dedup_by_key(|(place, _)| *place);
    let public = |place: &RepositoryPath| {
        let number = listed.binary_search_by_key(&place, |(other, _)| *other);
        listed.get(number.ok()?)?.1
    };
    let mut rows = Vec::new();
    for place in known.lists.places {
        let above = known.read_of(&Owner::Organization(place.organization.clone()));
        let report = AccessReport {
            organization: &place.organization,
            above: above.map(|(list, _)| list),
            caller,
        };
        let found = known.read_of(&Owner::Repository(place.clone()));
        // A row is as old as the oldest of what it rests on.
        let besides = above
            .map(|(_, read_at)| read_at)
            .into_iter()
            .chain(listed_at);
        let read_at = found.map(|(_, read_at)| besides.fold(read_at, Ord::min));
        let read_at = read_at.and_then(machine_time);
        rows.extend(report.rows(&RepositoryAccess {
            name: place.name.as_str(),
            is_public: public(place),
            access: found.map(|(access, _)| access),
            read_at: &read_at.unwrap_or_default(),
        }));
    }
    rows
}
