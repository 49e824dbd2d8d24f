//! The executions of a policy, a hundred at a time, live until all have ended.

use std::rc::Rc;

use cloud_api::Operation as _;
use cloud_api::enterprise::{Execution, Page, PageSize, Paging, PolicyId};
use leptos::prelude::*;
use words::explanation;

use super::columns::columns;
use crate::change::copy_as::copy_as;
use crate::i18n::{t, text, use_i18n};
use crate::listing::export::Export;
use crate::listing::filter::use_filter;
use crate::listing::read::ListRead;
use crate::listing::selected_action::selected_action;
use crate::listing::{Around, Listing, Standing};
use crate::live::{derived, live, shown};
use crate::pages::enterprise::dialogs::{Asked, dialog_about};
use crate::pages::enterprise::followed::pause_and_tell;
use crate::pages::enterprise::lists;
use crate::pages::enterprise::place::Place;
use crate::pages::enterprise::stop_dialog::Stop;
use crate::query::use_query;
use crate::route::use_navigation;
use crate::table::{use_rows, use_sort_in_address};
use crate::ui::{Action, ButtonKind, action_button, dialog_while};

/// The page of executions in the address; the first one has none.
const PAGE: &str = "page";

/// Executions of a page.
fn size() -> u64 {
    u64::from(PageSize::LARGEST.rows())
}

/// The table.
pub fn executions(place: &Place, policy: PolicyId) -> AnyView {
    let (navigation, place) = (use_navigation(), place.clone());
    let parameter = navigation.parameter(PAGE);
    // Pages before the one that is shown.
    let before = derived(move || {
        let page = parameter.get().and_then(|page| page.parse::<u64>().ok());
        page.unwrap_or(1).saturating_sub(1)
    });
    let turn = Callback::new(move |page: u64| match page {
        0 => navigation.set_parameter(PAGE, ""),
        page => navigation.set_parameter(PAGE, &(page + 1).to_string()),
    });
    live(move || {
        let before = before.get();
        untrack(|| table(&place, policy, before, turn))
    })
    .into_any()
}

fn table(place: &Place, policy: PolicyId, before: u64, turn: Callback<u64>) -> AnyView {
    let paging = Paging::holding(before.saturating_mul(size()));
    let list = lists::executions_page(place, Some(policy), paging);
    let request = list.request();
    let read = use_query(list);
    let all = move || {
        let page = read.value();
        Rc::new(page.map_or_else(Vec::new, |page| page.rows.to_vec()))
    };
    let filter = use_filter(text::executions_filter);
    let sort = use_sort_in_address("-started");
    let rows = use_rows(
        columns(&place.instance, policy),
        all,
        filter.text(),
        Some(sort),
    );
    let words = use_i18n();
    let part = move || part_of_all(&*read.value()?, before);
    let pages = move || shown(part().map(|part| pages(part, turn)));
    let gaps = move || {
        let part = part();
        let part = part.map(|it| words.say(&text::executions_part(it.all, it.first, it.last)));
        part.into_iter().collect()
    };
    let (is_stopping, selected) = (RwSignal::new(false), rows.selected());
    let stop = selected_action(
        ButtonKind::DangerText,
        text::work_stop_executions,
        move || is_stopping.set(true),
    );
    let listing = Listing {
        id: "executions-title",
        title: text::executions_title(),
        count: text::executions_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_query(read),
        nothing: live(text::executions_nothing),
        around: Around {
            standing: Standing::Part,
            filters: pause_and_tell(read),
            copies: Some(copy_as(live(move || vec![request.clone()]), None)),
            selected: vec![stop],
            notices: live(pages).into_any(),
            export: Export {
                gaps: live(gaps),
                ..Export::of_place("executions", &policy.to_string())
            },
            explain: explanation::of_policies,
            stale_words: text::live_lost,
            ..Around::default()
        },
    };
    let place = place.clone();
    view! {
        {listing.view()}
        {dialog_while(is_stopping, move |close| {
            let executions = rows.acted_on().into_iter().filter_map(|row| row.id);
            let stop = Stop {
                place: place.clone(),
                policy,
                executions: executions.collect(),
                read,
            };
            let on_sent = Callback::new(move |()| selected.clear_acted_on());
            dialog_about(Asked::Stop(stop), on_sent, close)
        })}
    }
    .into_any()
}

/// Which of all executions are shown.
struct Part {
    first: u64,
    last: u64,
    all: u64,
    /// Pages before it.
    before: u64,
}

/// `None` where these are all.
fn part_of_all(page: &Page<Execution>, before: u64) -> Option<Part> {
    let count = page.rows.received();
    let passed = before.saturating_mul(size());
    let all = page.total.unwrap_or_default().max(passed + count);
    (before > 0 || all > count).then_some(Part {
        first: (passed + 1).min(all),
        last: passed + count,
        all,
        before,
    })
}

/// Which they are, and the ways to newer and older ones.
fn pages(part: Part, turn: Callback<u64>) -> AnyView {
    let (before, has_older) = (part.before, part.last < part.all);
    let newer = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(text::executions_newer),
        is_enabled: Box::new(move || before > 0),
        run: Box::new(move || turn.run(before.saturating_sub(1))),
    });
    let older = action_button(Action {
        kind: ButtonKind::Plain,
        label: Box::new(text::executions_older),
        is_enabled: Box::new(move || has_older),
        run: Box::new(move || turn.run(before + 1)),
    });
    view! {
        <div class="button-group">
            <span class="freshness">
                {t(text::executions_part(part.all, part.first, part.last))}
            </span>
            {newer}
            {older}
        </div>
    }
    .into_any()
}
