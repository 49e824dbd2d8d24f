//! Columns as data: what each kind takes decides order, search and plain cells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use image_console::browser::clock::provide_clock;
use image_console::i18n::{provide_i18n, text};
use image_console::route::provide_navigation;
use image_console::table::{Column, Columns, Exported, Grid, Height, use_rows, use_sort_called};
use image_console::ui::provide_announcements;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

/// A parcel on its way.
#[derive(Clone, Hash)]
struct Parcel {
    name: &'static str,
    pieces: Option<u64>,
    sent: &'static str,
    urgency: i64,
}

const PARCELS: [Parcel; 3] = [
    Parcel {
        name: "b<b>",
        pieces: Some(1_200),
        sent: "2026-01-02T00:00:00Z",
        urgency: 3,
    },
    Parcel {
        name: "C",
        pieces: None,
        sent: "not yet",
        urgency: 1,
    },
    Parcel {
        name: "a",
        pieces: Some(30),
        sent: "2026-01-01T23:00:00Z",
        urgency: 2,
    },
];

fn columns() -> Columns<Parcel> {
    Columns {
        key: |parcel| parcel.name.to_owned(),
        name: |parcel| parcel.name.to_owned(),
        selectable: None,
        columns: vec![
            Column::text("name", text::tags_digest())
                .of(|parcel: &Parcel| parcel.name)
                .exported("name", |parcel| parcel.name)
                .searched(),
            Column::number("pieces", text::repositories_tags())
                .of_count(|parcel: &Parcel| parcel.pieces)
                .exported_words("pieces", |parcel| {
                    parcel
                        .pieces
                        .map_or_else(String::new, |pieces| pieces.to_string())
                }),
            Column::number("sent", text::tags_pushed()).of_time(|parcel: &Parcel| parcel.sent),
            Column::text("urgency", text::repositories_size())
                .of_rank(|parcel: &Parcel| parcel.urgency)
                .searched_as(|parcel| (parcel.urgency == 1).then(text::registry_type_swr_private))
                .cell(|parcel| format!("urgency {}", parcel.urgency).into_any()),
            Column::plain(text::tags_pull())
                .of_words(|parcel: &Parcel| format!("code-{}", parcel.name))
                .searched(),
        ],
    }
}

/// The names in the order of the table that is sorted and narrowed so, and the table.
async fn table(order: &'static str, looked_for: &'static str) -> (Vec<&'static str>, Screen) {
    let names: Rc<Cell<Vec<&'static str>>> = Rc::default();
    let told = Rc::clone(&names);
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_clock();
        provide_navigation();
        provide_announcements();
        let list = Rc::new(PARCELS.to_vec());
        let filter = Memo::new(move |_| looked_for.to_owned());
        let sort = use_sort_called("parcels", order);
        let rows = use_rows(columns(), move || Rc::clone(&list), filter, Some(sort));
        Effect::new(move |_| {
            let matching = rows.matching();
            told.set(matching.iter().map(|parcel| parcel.name).collect());
        });
        view! {
            <h2 id="parcels">"Parcels"</h2>
            <Grid titled_by="parcels" rows=rows.grid() height=Height::Few />
        }
        .into_any()
    });
    screen.shows("urgency").await;
    (names.take(), screen)
}

#[wasm_bindgen_test]
async fn what_was_not_told_is_empty_in_an_export_and_no_zero() {
    let exported: Rc<RefCell<Exported>> = Rc::default();
    let told = Rc::clone(&exported);
    let screen = Screen::mount(move || {
        provide_i18n();
        provide_navigation();
        let has_told = RwSignal::new(false);
        let list = Rc::new(PARCELS.to_vec());
        let sort = use_sort_called("parcels", "name");
        let filter = Memo::new(|_| String::new());
        let rows = use_rows(columns(), move || Rc::clone(&list), filter, Some(sort));
        Effect::new(move |_| {
            *told.borrow_mut() = rows.grid().exported();
            has_told.set(true);
        });
        view! { <p>{move || has_told.get().then_some("There")}</p> }.into_any()
    });
    screen.shows("There").await;
    let Exported { head, rows } = exported.take();
    assert_eq!(head, ["name", "pieces"]);
    assert_eq!(rows, [["a", "30"], ["b<b>", "1200"], ["C", ""]]);
}

#[wasm_bindgen_test]
async fn texts_are_sorted_without_regard_to_case() {
    assert_eq!(table("name", "").await.0, ["a", "b<b>", "C"]);
}

#[wasm_bindgen_test]
async fn counts_are_sorted_by_size_and_the_unknown_comes_first() {
    assert_eq!(table("pieces", "").await.0, ["C", "a", "b<b>"]);
}

#[wasm_bindgen_test]
async fn times_are_sorted_by_when_they_were_and_what_is_no_time_comes_first() {
    assert_eq!(table("sent", "").await.0, ["C", "a", "b<b>"]);
}

#[wasm_bindgen_test]
async fn ranks_are_sorted_by_their_number_and_turn_round() {
    assert_eq!(table("urgency", "").await.0, ["C", "a", "b<b>"]);
    assert_eq!(table("-urgency", "").await.0, ["b<b>", "a", "C"]);
}

#[wasm_bindgen_test]
async fn an_order_by_no_column_is_that_of_the_list() {
    assert_eq!(table("price", "").await.0, ["b<b>", "C", "a"]);
}

#[wasm_bindgen_test]
async fn words_that_are_put_together_are_searched() {
    assert_eq!(table("name", "code-a").await.0, ["a"]);
}

#[wasm_bindgen_test]
async fn a_text_is_searched_together_with_those_of_other_columns_in_any_order() {
    assert_eq!(table("name", "code- <B>").await.0, ["b<b>"]);
}

#[wasm_bindgen_test]
async fn the_words_in_which_a_cell_says_it_are_searched_as_well() {
    assert_eq!(table("name", "swr PRIVATE").await.0, ["C"]);
}

#[wasm_bindgen_test]
async fn plain_cells_show_what_is_taken_and_never_markup() {
    let (_, screen) = table("name", "").await;
    let text = screen.text();
    for expected in ["b<b>", "1,200", "not yet", "code-C"] {
        assert!(text.contains(expected), "{expected} is missing in {text}");
    }
    assert!(screen.find("b").is_none());
}

#[wasm_bindgen_test]
async fn only_columns_with_a_key_offer_an_order() {
    let (_, screen) = table("name", "").await;
    let header = screen.get(".table-header");
    let cells = header.children();
    let sorted: Vec<Option<String>> = (0..cells.length())
        .filter_map(|place| cells.item(place))
        .map(|cell| cell.get_attribute("aria-sort"))
        .collect();
    let none = || Some("none".to_owned());
    let name = Some("ascending".to_owned());
    assert_eq!(sorted, [name, none(), none(), none(), None]);
}
