//! Who did what with the images of an instance. SWR tells it for one operation at a time and narrows by
//! nothing else: time and user are narrowed here, over what was read.

mod columns;
mod entries;
mod period;

use cloud_api::Operation as _;
use cloud_api::enterprise::AuditLog;
use leptos::prelude::*;
use words::explanation;

use super::place::Place;
use crate::change::copy_as::copy_as;
use crate::i18n::{text, use_i18n};
use crate::listing::choices::{Called, Trait, choices_menu, use_choices};
use crate::listing::export::Export;
use crate::listing::filter::use_filter_with;
use crate::listing::read::ListRead;
use crate::listing::{Around, Listing, Standing};
use crate::live::live;
use crate::table::{use_rows_where, use_sort_in_address};
use crate::ui::page_help;
use columns::columns;
use entries::Entries;
use period::Period;

/// The names of the parameters in the address that narrow what was read.
const PARAMETERS: &[&str] = &["users", "from", "to"];

/// Who did it.
const USER: Trait<AuditLog> = Trait {
    parameter: PARAMETERS[0],
    of: |entry| &entry.username,
    words: |_| None,
};

/// The tab.
pub fn page(place: &Place) -> AnyView {
    let entries = Entries::of(place);
    let list = entries.list;
    let words = use_i18n();
    let choices = use_choices(&[USER], text::audit_log_count);
    let period = Period::in_address(PARAMETERS[1], PARAMETERS[2]);
    let filter = use_filter_with(text::audit_log_filter, PARAMETERS);
    let sort = use_sort_in_address("-time");
    let rows = use_rows_where(
        columns(),
        move || list.rows.get(),
        filter.text(),
        Some(sort),
        move || {
            let (by_user, within) = (choices.admits(), period.bounds());
            Box::new(move |entry| by_user(entry) && within.hold(&entry.op_time))
        },
    );
    let by_user = Called {
        id: "audit-users",
        label: text::audit_log_user,
        chosen: text::audit_log_user_chosen,
    };
    let users = choices_menu(by_user, USER, choices, list.rows, (&[], rows.grid()));
    let filters = [entries.operations(), users, period.menu()].into_any();
    let listing = Listing {
        id: "audit-log-title",
        title: text::audit_log_title(),
        count: text::audit_log_count,
        filter,
        rows: rows.grid(),
        read: ListRead::of_list(list),
        nothing: live(text::audit_log_nothing),
        around: Around {
            standing: Standing::Tab,
            filters,
            copies: Some(copy_as(
                live(move || vec![entries.first_page().request()]),
                None,
            )),
            export: Export {
                gaps: live(move || {
                    let older = entries.older();
                    older.iter().map(|older| words.say(older)).collect()
                }),
                ..Export::of_place("audit-log", place.instance.as_str())
            },
            notices: entries.older_notice(),
            explain: explanation::of_audit_log,
            ..Around::default()
        },
    };
    [page_help(text::audit_log_purpose()), listing.view()].into_any()
}
