//! The grid itself: only the rows that can be seen are in the page.

mod cards;
mod coming_back;
mod details;
mod entries;
mod focus;
mod header;
mod keys;
mod measure;
mod menu;
mod openers;
mod placing;
mod row;
mod width;

use leptos::html;
use leptos::prelude::*;

use super::grid_rows::GridRows;
use super::heading::{Align, OnCard, Room};
use super::keyboard::Cell;
use super::menu::Menu;
use super::row_action::RowTools;
use crate::live::{each, live, on, shown};
use crate::route::{Navigation, use_navigation};
use crate::ui::{Announcements, offers_writes, use_announcements};

/// Rows rendered above and below what is visible.
const OVERSCAN: u32 = 8;

/// Whether a person can select rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Selecting {
    /// Rows are only looked at.
    Off,
    /// Each row has a check box.
    On,
}

/// How high a table may become before its rows scroll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Height {
    /// As high as the window leaves room for.
    #[default]
    Window,
    /// Half the window: more follows below.
    Half,
    /// A few rows, as in a dialog.
    Few,
}

#[derive(Clone, Copy)]
struct State {
    /// Names the table in the address, and its heading in the page.
    id: &'static str,
    rows: GridRows,
    selecting: Selecting,
    active: RwSignal<Cell>,
    active_key: StoredValue<Option<String>>,
    has_focus: StoredValue<bool>,
    columns: usize,
    viewport: NodeRef<html::Div>,
    grid: NodeRef<html::Div>,
    scroll_top: RwSignal<f64>,
    row_height: RwSignal<f64>,
    height: RwSignal<f64>,
    announcements: Announcements,
    navigation: Navigation,
    menu: Menu,
    has_menu: bool,
}

/// A table of resources.
#[component]
pub fn Grid(
    /// ID of the heading that names the table.
    titled_by: &'static str,
    /// The rows.
    rows: GridRows,
    /// How high it may become.
    height: Height,
    /// Rows before those of the list, see [`fixed_row`](crate::table::fixed_row).
    #[prop(optional)]
    first: Option<AnyView>,
    /// Rows after them.
    #[prop(optional)]
    last: Option<AnyView>,
    /// What can be done with a row by itself; without it rows have no menu.
    #[prop(optional)]
    tools: Option<RowTools>,
) -> impl IntoView {
    let (headings, is_selecting) = rows.source.with_value(|source| {
        let shapes = source.shapes().into_iter().enumerate();
        let seen = shapes.filter_map(|(column, shape)| Some((column, shape.heading.clone()?)));
        let is_selecting = source.can_be_selected() && offers_writes();
        (seen.collect::<Vec<_>>(), is_selecting)
    });
    let selecting = match is_selecting {
        true => Selecting::On,
        false => Selecting::Off,
    };
    let offset = usize::from(is_selecting);
    let has_menu = tools.is_some();
    let (actions, is_whole) = match tools {
        Some(tools) => (tools.actions, Some(tools.is_whole)),
        None => (Vec::new(), None),
    };
    let state = State {
        id: titled_by,
        rows,
        selecting,
        active: RwSignal::new(Cell { row: 1, column: 0 }),
        active_key: StoredValue::new(None),
        has_focus: StoredValue::new(false),
        columns: headings.len() + offset + usize::from(has_menu),
        viewport: NodeRef::new(),
        grid: NodeRef::new(),
        scroll_top: RwSignal::new(0.0),
        row_height: RwSignal::new(36.0),
        height: RwSignal::new(600.0),
        announcements: use_announcements(),
        navigation: use_navigation(),
        menu: Menu::new(actions),
        has_menu,
    };
    rows.pressed.follow_ends();
    state.measure_when_needed();
    state.keep_focus_over_refreshes();
    state.keep_position(titled_by);
    let seen = headings.iter();
    let seen: Vec<Seen> = seen
        .map(|(column, heading)| Seen {
            column: *column,
            align: heading.align,
            on_card: heading.on_card,
            room: heading.room,
        })
        .collect();
    let seen = StoredValue::new(seen);
    let (tracks, table_width) = width::tracks(headings.iter().map(|(_, heading)| heading));
    let (tracks_kept, width_kept) = width::kept(&headings);
    let lines = width::lines(&headings);
    if lines.is_some() {
        state.name_cells(&headings, offset);
    }
    let headers: Vec<AnyView> = headings
        .into_iter()
        .enumerate()
        .map(|(place, (_, heading))| state.header_cell(place + offset, heading))
        .collect();
    view! {
        <div
            node_ref=state.grid
            class="table"
            class:selectable=is_selecting
            class:cards=lines.is_some()
            class:with-menu=has_menu
            class:half=height == Height::Half
            class:few=height == Height::Few
            style=("--columns", tracks)
            style=("--columns-width", table_width)
            style=("--columns-kept", tracks_kept)
            style=("--columns-kept-width", width_kept)
            style=("--card-lines", lines.unwrap_or(1).to_string())
            role="grid"
            aria-labelledby=titled_by
            aria-multiselectable=is_selecting.then_some("true")
            aria-colcount=state.columns.to_string()
            aria-rowcount=live(move || (rows.matching_count() + 1).to_string())
            on:keydown=on(move |event| state.on_key(&event))
            on:pointerdown=on(move |event: web_sys::PointerEvent| {
                state.note_press();
                // Other buttons click nothing, and their release may never be heard.
                if event.button() == 0 {
                    rows.pressed.begin();
                }
            })
            on:click=on(move |event| state.on_click(&event))
            on:focusin=on(move |event| state.note_focus(&event))
            on:focusout=on(move |event| state.note_blur(&event))
        >
            <div
                node_ref=state.viewport
                class="table-viewport"
                role="presentation"
                on:scroll=on(move |_| state.note_scroll())
            >
                <div class="table-header" role="row" aria-rowindex="1">
                    {is_selecting.then(|| state.select_all_cell())}
                    {headers}
                    {has_menu.then(|| state.menu_header())}
                </div>
                {first}
                <div
                    class="table-body"
                    role="rowgroup"
                    style:height=live(move || {
                        format!("calc({} * var(--row-height))", rows.matching_count())
                    })
                >
                    {each(
                        move || state.window(),
                        |row| *row,
                        move |row| state.row_view(row, seen),
                    )}
                </div>
                {last}
            </div>
        </div>
        {shown(has_menu.then(|| state.menu_view()))}
        {shown(is_whole.map(|is_whole| state.details_view(is_whole)))}
    }
}

/// A column that is seen.
#[derive(Clone, Copy)]
struct Seen {
    /// Its place among all columns.
    column: usize,
    align: Align,
    on_card: OnCard,
    room: Room,
}

/// A row to keep in the page.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Row {
    /// Its position in the view, counted from 0.
    position: usize,
    /// Its place in the table.
    place: u32,
    /// Another stamp means other content.
    stamp: u64,
}

fn cell_class(align: Align, on_card: OnCard) -> &'static str {
    match (align, on_card) {
        (Align::Start, OnCard::Below) => "table-cell",
        (Align::Start, OnCard::Named) => "table-cell named",
        (Align::End, OnCard::Below | OnCard::Named) => "table-cell end named",
        (Align::Start, OnCard::Fact) => "table-cell fact",
        (Align::End, OnCard::Fact) => "table-cell end fact",
        (Align::Start, OnCard::Line) => "table-cell whole",
        (Align::End, OnCard::Line) => "table-cell end whole",
        (Align::Start, OnCard::TwoLines) => "table-cell whole long",
        (Align::End, OnCard::TwoLines) => "table-cell end whole long",
    }
}

impl Cell {
    /// Names the cell in the page, so that the focus can be put on it.
    fn name(self) -> String {
        format!("{}-{}", self.row, self.column)
    }

    /// Reads a name back.
    fn named(name: &str) -> Option<Self> {
        let (row, column) = name.split_once('-')?;
        Some(Self {
            row: row.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

impl State {
    /// The rows to keep in the page: what is visible, a little around it, and the focused one.
    fn window(self) -> Vec<Row> {
        self.rows.version.track();
        let view = self.rows.view.get();
        let shown = rows::window(
            u32::try_from(view.len()).unwrap_or(u32::MAX),
            self.row_height.get(),
            self.scroll_top.get(),
            self.height.get(),
            OVERSCAN,
        );
        let mut positions: Vec<usize> = shown.map(|row| row as usize).collect();
        if let Some(active) = self.active.get().row.checked_sub(1)
            && active < view.len()
            && !positions.contains(&active)
        {
            positions.push(active);
        }
        self.rows.source.with_value(|source| {
            positions
                .into_iter()
                .filter_map(|position| {
                    let place = *view.get(position)?;
                    Some(Row {
                        position,
                        place,
                        stamp: source.stamp(place),
                    })
                })
                .collect()
        })
    }

    /// The places of the matching rows that can be selected; reacts.
    fn selectable(self) -> Vec<u32> {
        self.rows.version.track();
        self.rows.source.with_value(|source| {
            let view = self.rows.view.get();
            let places = view.iter().copied();
            places
                .filter(|place| source.refusal(*place).is_none())
                .collect()
        })
    }
}
