//! The rows of a table as resources: a page gets those that are drawn.

use std::cell::Cell;
use std::rc::Rc;

use image_console::i18n::{provide_i18n, text};
use image_console::route::provide_navigation;
use image_console::table::{
    Column, Columns, Exported, Grid, Height, Rows, selectable_where, use_rows,
};
use image_console::ui::provide_announcements;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

/// A thing that a list holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Fruit {
    name: String,
    origin: String,
    weight: u64,
}

fn fruit(name: &str, weight: u64) -> Fruit {
    Fruit {
        name: name.to_owned(),
        origin: format!("{name}land"),
        weight,
    }
}

fn columns() -> Columns<Fruit> {
    Columns {
        key: |fruit| fruit.name.clone(),
        name: |fruit| fruit.name.clone(),
        selectable: Some(|fruit| selectable_where(fruit.weight > 0, text::table_unnameable)),
        columns: vec![
            Column::unseen()
                .of(|fruit: &Fruit| &fruit.origin)
                .searched()
                .exported("origin", |fruit| &fruit.origin),
            Column::text("name", text::tags_digest())
                .of(|fruit: &Fruit| &fruit.name)
                .searched()
                .exported("name", |fruit| &fruit.name)
                .wide(10.25, 1.5),
            Column::number("weight", text::repositories_size())
                .of_count(|fruit: &Fruit| Some(fruit.weight))
                .wide(6.5, 0.0),
        ],
    }
}

type Source = RwSignal<Rc<Vec<Fruit>>, LocalStorage>;

/// A table on the screen, its list and its rows.
struct Basket {
    screen: Screen,
    list: Source,
    filter: RwSignal<String>,
    rows: Rows<Fruit>,
}

impl Basket {
    async fn with(fruits: Vec<Fruit>) -> Self {
        let told = Rc::new(Cell::new(None));
        let tell = Rc::clone(&told);
        let last = fruits.last().map(|fruit| fruit.name.clone()).unwrap();
        let screen = Screen::mount(move || {
            provide_i18n();
            provide_navigation();
            provide_announcements();
            let list: Source = RwSignal::new_local(Rc::new(fruits));
            let filter = RwSignal::new(String::new());
            let looked_for = Memo::new(move |_| filter.get());
            let rows = use_rows(columns(), move || list.get(), looked_for, None);
            tell.set(Some((list, filter, rows)));
            view! {
                <h2 id="fruits">"Fruits"</h2>
                <Grid titled_by="fruits" rows=rows.grid() height=Height::Window />
            }
            .into_any()
        });
        screen.shows(&last).await;
        let (list, filter, rows) = told.take().unwrap();
        Self {
            screen,
            list,
            filter,
            rows,
        }
    }

    fn tick(&self, name: &str) {
        let check_box = format!("input[aria-label='Select {name}']");
        self.screen.get(&check_box).click();
    }

    /// Changes the list; those who watch it hear of it later.
    fn change_silently(&self, fruits: Vec<Fruit>) {
        self.list.update_untracked(|list| *list = Rc::new(fruits));
    }

    fn announce(&self) {
        self.list.notify();
    }
}

/// Sends an event that bubbles, of this button where it is one of the pointer.
fn send_of(button: i32, target: &web_sys::EventTarget, name: &str) {
    let options = web_sys::KeyboardEventInit::new();
    options.set_bubbles(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict(name, &options).unwrap();
    js_sys::Reflect::set(&event, &"button".into(), &button.into()).unwrap();
    target.dispatch_event(&event).unwrap();
}

fn send(target: &web_sys::EventTarget, name: &str) {
    send_of(0, target, name);
}

fn three() -> Vec<Fruit> {
    vec![fruit("apple", 1), fruit("pear", 2), fruit("plum", 3)]
}

#[wasm_bindgen_test]
async fn the_ticked_are_chosen_though_the_list_has_changed_and_is_not_announced() {
    let basket = Basket::with(three()).await;
    basket.tick("pear");
    basket.tick("plum");
    basket.change_silently(vec![fruit("quince", 9), fruit("apple", 1), fruit("fig", 4)]);
    let chosen = untrack(|| basket.rows.chosen());
    assert_eq!(chosen, [fruit("pear", 2), fruit("plum", 3)]);
}

#[wasm_bindgen_test]
async fn a_row_that_changes_while_it_is_pressed_is_drawn_anew_after_the_click() {
    let basket = Basket::with(three()).await;
    let pressed = basket.screen.get("input[aria-label='Select pear']");
    send(&pressed, "pointerdown");
    basket.change_silently(vec![fruit("quince", 9), fruit("pear", 5)]);
    basket.announce();
    tick().await;
    assert!(pressed.is_connected());
    send(&pressed, "pointerup");
    tick().await;
    assert!(pressed.is_connected());
    pressed.click();
    basket.screen.shows("quince").await;
    assert!(!pressed.is_connected());
    assert_eq!(untrack(|| basket.rows.chosen()), [fruit("pear", 5)]);
}

#[wasm_bindgen_test]
async fn rows_that_changed_during_a_press_without_a_click_are_drawn_after_it() {
    for ended_by in ["pointerup", "pointercancel", "contextmenu", "blur"] {
        let basket = Basket::with(three()).await;
        send(&basket.screen.get("[role=rowheader]"), "pointerdown");
        basket.change_silently(vec![fruit("quince", 9)]);
        basket.announce();
        tick().await;
        assert!(basket.screen.text().contains("pear"), "{ended_by}");
        send(&window(), ended_by);
        basket.screen.shows("quince").await;
        assert!(!basket.screen.text().contains("pear"), "{ended_by}");
    }
}

#[wasm_bindgen_test]
async fn a_press_with_another_button_keeps_no_row_waiting() {
    let basket = Basket::with(three()).await;
    send_of(2, &basket.screen.get("[role=rowheader]"), "pointerdown");
    basket.change_silently(vec![fruit("quince", 9)]);
    basket.announce();
    basket.screen.shows("quince").await;
    assert!(!basket.screen.text().contains("pear"));
}

#[wasm_bindgen_test]
async fn a_list_that_became_empty_unannounced_takes_nothing_from_the_chosen() {
    let basket = Basket::with(three()).await;
    basket.tick("apple");
    basket.change_silently(Vec::new());
    assert_eq!(untrack(|| basket.rows.chosen()), [fruit("apple", 1)]);
}

#[wasm_bindgen_test]
async fn once_announced_the_selection_follows_the_keys() {
    let basket = Basket::with(three()).await;
    basket.tick("pear");
    basket.tick("plum");
    // One is gone; the other has moved and weighs more.
    basket.change_silently(vec![
        fruit("quince", 9),
        fruit("apple", 1),
        fruit("plum", 7),
    ]);
    basket.announce();
    basket.screen.shows("quince").await;
    assert_eq!(untrack(|| basket.rows.chosen()), [fruit("plum", 7)]);
}

#[wasm_bindgen_test]
async fn what_matches_is_what_is_drawn() {
    let basket = Basket::with(three()).await;
    basket.filter.set("p".to_owned());
    basket.change_silently(vec![fruit("fig", 4)]);
    let matching = || untrack(|| basket.rows.matching());
    assert_eq!(matching(), three());
    basket.filter.set("plumland".to_owned());
    assert_eq!(matching(), [fruit("plum", 3)]);
}

#[wasm_bindgen_test]
async fn an_export_holds_what_matches_by_the_columns_names_seen_or_not() {
    let basket = Basket::with(three()).await;
    basket.filter.set("PEAR".to_owned());
    let exported = untrack(|| basket.rows.grid().exported());
    let expected = Exported {
        head: vec!["origin", "name"],
        rows: vec![vec!["pearland".to_owned(), "pear".to_owned()]],
    };
    assert_eq!(exported, expected);
}

#[wasm_bindgen_test]
async fn only_seen_columns_have_cells_and_the_first_is_the_rows_header() {
    let basket = Basket::with(vec![fruit("apple", 1)]).await;
    let header = basket.screen.get("[role=rowheader]");
    assert_eq!(header.inner_text(), "apple");
    assert!(!basket.screen.text().contains("appleland"));
    let cells = basket
        .screen
        .get(".table-body .table-row")
        .child_element_count();
    // The check box, the name and the weight.
    assert_eq!(cells, 3);
}

#[wasm_bindgen_test]
async fn what_cannot_be_selected_cannot_be_ticked() {
    let basket = Basket::with(vec![fruit("air", 0), fruit("apple", 1)]).await;
    basket.tick("air");
    assert_eq!(untrack(|| basket.rows.chosen()), []);
}

#[wasm_bindgen_test]
async fn widths_come_from_the_columns() {
    let basket = Basket::with(three()).await;
    let style = basket.screen.get("[role=grid]").get_attribute("style");
    let style = style.unwrap_or_default();
    let tracks = "--columns: minmax(10.25rem, 1.50fr) minmax(6.50rem, 0.00fr);";
    assert!(style.contains(tracks), "{style}");
    assert!(style.contains("--columns-width: 16.75rem;"), "{style}");
}
