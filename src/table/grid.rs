//! The grid itself.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, KeyboardEvent};

use super::column::{Align, Column};
use super::keyboard::{Cell, Extent, destination};
use super::selection::Selected;
use super::sort::SortInAddress;
use crate::i18n::{t, text, use_i18n};

/// Rows rendered above and below what is visible.
const OVERSCAN: u32 = 8;

/// What a grid shows, row by row in the order of its view.
pub(super) struct Source {
    /// What tells a row from others over refreshes.
    pub key: Box<dyn Fn(usize) -> String>,
    /// What a person calls the row.
    pub name: Box<dyn Fn(usize) -> String>,
    /// Whether the row can be selected.
    pub is_selectable: Box<dyn Fn(usize) -> bool>,
    /// The content of a cell; columns count from 0, without the selection.
    pub cell: Box<dyn Fn(usize, usize) -> AnyView>,
}

/// The rows of a grid.
#[derive(Clone, Copy)]
pub struct GridRows {
    /// How many the view has; reacts.
    pub count: Signal<usize>,
    /// Changes whenever what the source answers has changed; reacts.
    pub version: Signal<u64>,
    /// Answers for a row.
    pub(super) source: StoredValue<Source, LocalStorage>,
}

#[derive(Clone, Copy)]
struct State {
    rows: GridRows,
    selected: Option<Selected>,
    active: RwSignal<Cell>,
    active_key: StoredValue<Option<String>>,
    has_focus: StoredValue<bool>,
    columns: usize,
    viewport: NodeRef<html::Div>,
    grid: NodeRef<html::Div>,
    scroll_top: RwSignal<f64>,
    row_height: RwSignal<f64>,
    height: RwSignal<f64>,
}

/// A table of resources.
#[component]
pub fn Grid(
    /// ID of the heading that names the table.
    titled_by: &'static str,
    /// Class that sets the widths of the columns.
    class: &'static str,
    /// The columns; the first is the row's header.
    columns: Vec<Column>,
    /// The rows.
    rows: GridRows,
    /// The selection, where rows can be selected.
    #[prop(optional)]
    selected: Option<Selected>,
    /// The order, where columns can be sorted by.
    #[prop(optional)]
    sort: Option<SortInAddress>,
) -> impl IntoView {
    let offset = usize::from(selected.is_some());
    let state = State {
        rows,
        selected,
        active: RwSignal::new(Cell { row: 1, column: 0 }),
        active_key: StoredValue::new(None),
        has_focus: StoredValue::new(false),
        columns: columns.len() + offset,
        viewport: NodeRef::new(),
        grid: NodeRef::new(),
        scroll_top: RwSignal::new(0.0),
        row_height: RwSignal::new(36.0),
        height: RwSignal::new(600.0),
    };
    state.measure_when_needed();
    state.keep_focus_over_refreshes();
    let aligns: Vec<Align> = columns.iter().map(|column| column.align).collect();
    let aligns = StoredValue::new(aligns);
    let headers = columns
        .into_iter()
        .enumerate()
        .map(|(index, column)| header_cell(state, index + offset, column, sort))
        .collect_view();
    let table_class = if selected.is_some() {
        format!("table selectable {class}")
    } else {
        format!("table {class}")
    };
    view! {
        <div
            node_ref=state.grid
            class=table_class
            role="grid"
            aria-labelledby=titled_by
            aria-multiselectable=selected.map(|_| "true")
            aria-rowcount=move || (rows.count.get() + 1).to_string()
            on:keydown=move |event| state.on_key(&event)
            on:focusin=move |_| state.has_focus.set_value(true)
            on:focusout=move |_| state.has_focus.set_value(false)
        >
            <div
                node_ref=state.viewport
                class="table-viewport"
                role="presentation"
                on:scroll=move |_| state.measure()
            >
                <div class="table-header" role="row" aria-rowindex="1">
                    {selected.map(|selected| select_all_cell(state, selected))}
                    {headers}
                </div>
                <div
                    class="table-body"
                    role="rowgroup"
                    style:height=move || format!("calc({} * var(--row-height))", rows.count.get())
                >
                    <For
                        each=move || state.window()
                        key=|(row, version)| (*row, *version)
                        let((row, _))
                    >
                        {row_view(state, row, aligns)}
                    </For>
                </div>
            </div>
        </div>
    }
}

fn header_cell(
    state: State,
    column_index: usize,
    column: Column,
    sort: Option<SortInAddress>,
) -> AnyView {
    let title = t(column.title);
    let cell = Cell {
        row: 0,
        column: column_index,
    };
    let class = cell_class(column.align);
    match column.key.zip(sort) {
        None => view! {
            <div class=class role="columnheader" tabindex=move || state.tab_index(cell) data-cell=cell.name()>
                {title}
            </div>
        }
        .into_any(),
        Some((key, sort)) => {
            let direction = move || {
                let order = sort.get();
                match (order.column == key, order.descending) {
                    (false, _) => "none",
                    (true, false) => "ascending",
                    (true, true) => "descending",
                }
            };
            view! {
                <div
                    class=class
                    role="columnheader"
                    aria-sort=direction
                    tabindex=move || state.tab_index(cell)
                    data-cell=cell.name()
                >
                    <button
                        type="button"
                        class="sort"
                        tabindex="-1"
                        data-direction=direction
                        on:click=move |_| sort.choose(key)
                    >
                        {title}
                    </button>
                </div>
            }
            .into_any()
        }
    }
}

fn select_all_cell(state: State, selected: Selected) -> AnyView {
    let cell = Cell { row: 0, column: 0 };
    let every = Memo::new(move |_| {
        let all = state.selectable_keys();
        !all.is_empty() && all.iter().all(|key| selected.contains(key))
    });
    view! {
        <div
            class="table-cell table-select"
            role="columnheader"
            tabindex=move || state.tab_index(cell)
            data-cell=cell.name()
        >
            <label class="checkbox-area">
                <input
                    type="checkbox"
                    tabindex="-1"
                    aria-label=t(text::table_select_all())
                    prop:checked=move || every.get()
                    on:change=move |_| {
                        if every.get_untracked() {
                            selected.clear();
                        } else {
                            selected.add(state.selectable_keys());
                        }
                    }
                />
            </label>
        </div>
    }
    .into_any()
}

fn row_view(state: State, row: usize, aligns: StoredValue<Vec<Align>>) -> AnyView {
    let (key, name, is_selectable) = state.rows.source.with_value(|source| {
        (
            (source.key)(row),
            (source.name)(row),
            (source.is_selectable)(row),
        )
    });
    let offset = usize::from(state.selected.is_some());
    let cells = aligns
        .get_value()
        .into_iter()
        .enumerate()
        .map(|(column, align)| {
            let cell = Cell {
                row: row + 1,
                column: column + offset,
            };
            let content = state
                .rows
                .source
                .with_value(|source| (source.cell)(row, column));
            let role = if column == 0 { "rowheader" } else { "gridcell" };
            view! {
                <div
                    class=cell_class(align)
                    role=role
                    tabindex=move || state.tab_index(cell)
                    data-cell=cell.name()
                    on:focus=move |_| state.note_active(cell)
                >
                    {content}
                </div>
            }
        })
        .collect_view();
    let is_selected = {
        let key = key.clone();
        move || {
            state
                .selected
                .is_some_and(|selected| selected.contains(&key))
        }
    };
    let selection = state.selected.map(|selected| {
        let cell = Cell {
            row: row + 1,
            column: 0,
        };
        let checked = is_selected.clone();
        let words = use_i18n();
        let label = move || words.say(&text::table_select_row(name.clone()));
        view! {
            <div
                class="table-cell table-select"
                role="gridcell"
                tabindex=move || state.tab_index(cell)
                data-cell=cell.name()
                on:focus=move |_| state.note_active(cell)
            >
                <label class="checkbox-area">
                    <input
                        type="checkbox"
                        tabindex="-1"
                        aria-label=label
                        disabled=!is_selectable
                        prop:checked=checked
                        on:change=move |_| selected.toggle(&key)
                    />
                </label>
            </div>
        }
    });
    let aria_selected = {
        let is_selected = is_selected.clone();
        move || state.selected.map(|_| is_selected().to_string())
    };
    view! {
        <div
            class="table-row"
            class:selected=is_selected
            role="row"
            aria-rowindex=(row + 2).to_string()
            aria-selected=aria_selected
            style:top=format!("calc({row} * var(--row-height))")
        >
            {selection}
            {cells}
        </div>
    }
    .into_any()
}

fn cell_class(align: Align) -> &'static str {
    match align {
        Align::Start => "table-cell",
        Align::End => "table-cell end",
    }
}

impl Cell {
    /// Names the cell in the page, so that the focus can be put on it.
    fn name(self) -> String {
        format!("{}-{}", self.row, self.column)
    }
}

impl State {
    fn tab_index(self, cell: Cell) -> &'static str {
        let active = self.active.get();
        let rows = self.rows.count.get();
        let reachable = Cell {
            row: active.row.min(rows),
            ..active
        };
        if cell == reachable { "0" } else { "-1" }
    }

    /// The rows to keep in the page: what is visible, a little around it, and the focused one.
    fn window(self) -> Vec<(usize, u64)> {
        let count = self.rows.count.get();
        let version = self.rows.version.get();
        let shown = rows::window(
            u32::try_from(count).unwrap_or(u32::MAX),
            self.row_height.get(),
            self.scroll_top.get(),
            self.height.get(),
            OVERSCAN,
        );
        let mut rows: Vec<usize> = shown.map(|row| row as usize).collect();
        let active = self.active.get().row;
        if active > 0 && active <= count && !rows.contains(&(active - 1)) {
            rows.push(active - 1);
        }
        rows.into_iter().map(|row| (row, version)).collect()
    }

    fn measure_when_needed(self) {
        Effect::new(move |_| {
            if self.viewport.get().is_some() {
                request_animation_frame(move || self.measure());
            }
        });
        let on_resize = window_event_listener(leptos::ev::resize, move |_| self.measure());
        on_cleanup(move || on_resize.remove());
    }

    fn measure(self) {
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        self.scroll_top.set(f64::from(viewport.scroll_top()));
        let height = f64::from(viewport.client_height());
        if (height - self.height.get_untracked()).abs() > 0.5 {
            self.height.set(height);
        }
        let row = viewport.query_selector(".table-row").ok().flatten();
        if let Some(row) = row {
            let measured = row.get_bounding_client_rect().height();
            if measured > 1.0 && (measured - self.row_height.get_untracked()).abs() > 0.01 {
                self.row_height.set(measured);
            }
        }
    }

    fn note_active(self, cell: Cell) {
        if self.active.get_untracked() != cell {
            self.active.set(cell);
        }
        self.active_key.set_value(self.key_of(cell));
    }

    fn key_of(self, cell: Cell) -> Option<String> {
        let row = cell.row.checked_sub(1)?;
        (row < self.rows.count.get_untracked())
            .then(|| self.rows.source.with_value(|source| (source.key)(row)))
    }

    fn selectable_keys(self) -> Vec<String> {
        self.rows.version.track();
        let count = self.rows.count.get();
        self.rows.source.with_value(|source| {
            (0..count)
                .filter(|row| (source.is_selectable)(*row))
                .map(|row| (source.key)(row))
                .collect()
        })
    }

    /// When rows come and go under the focus, it follows its row; when the row has gone it stays in
    /// the same column of the next one.
    fn keep_focus_over_refreshes(self) {
        Effect::new(move |before: Option<u64>| {
            let version = self.rows.version.get();
            if before.is_none_or(|before| before == version) || !self.has_focus.get_value() {
                return version;
            }
            let active = self.active.get_untracked();
            if active.row == 0 {
                return version;
            }
            let count = self.rows.count.get_untracked();
            let key = self.active_key.get_value();
            let found = self.rows.source.with_value(|source| {
                key.and_then(|key| (0..count).find(|row| (source.key)(*row) == key))
            });
            let row = found.map_or(active.row.min(count), |row| row + 1);
            self.focus(Cell { row, ..active });
            version
        });
    }

    fn on_key(self, event: &KeyboardEvent) {
        if event.is_composing() || self.is_inside_cell(event) {
            return;
        }
        let key = event.key();
        let control = event.ctrl_key() || event.meta_key();
        let active = self.active.get_untracked();
        if control && key.eq_ignore_ascii_case("a") {
            if let Some(selected) = self.selected {
                event.prevent_default();
                selected.add(self.selectable_keys());
            }
            return;
        }
        match key.as_str() {
            " " => {
                event.prevent_default();
                self.act_on(active, "input, button");
            }
            "Enter" => {
                event.prevent_default();
                self.enter(active);
            }
            key => {
                let rows = self.rows.count.get_untracked();
                let row_height = self.row_height.get_untracked().max(1.0);
                let page = (self.height.get_untracked() / row_height) as usize;
                let extent = Extent {
                    rows: rows + 1,
                    columns: self.columns,
                    page: page.max(1),
                };
                let Some(to) = destination(active, key, control, extent) else {
                    return;
                };
                event.prevent_default();
                if event.shift_key() && to.row != active.row {
                    self.extend_to(active, to);
                }
                self.focus(to);
            }
        }
    }

    /// Inside of a cell the keys belong to what is in it, except Escape, which comes back.
    fn is_inside_cell(self, event: &KeyboardEvent) -> bool {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let Some(target) = target else { return false };
        let inside = !target.has_attribute("data-cell")
            && target
                .closest("[data-cell]")
                .is_ok_and(|cell| cell.is_some());
        if inside && event.key() == "Escape" {
            event.prevent_default();
            self.focus(self.active.get_untracked());
        }
        inside
    }

    /// A row's selection by Space; in the header the button of the column.
    fn act_on(self, active: Cell, selector: &str) {
        let cell = if active.row == 0 {
            active
        } else {
            Cell {
                column: 0,
                ..active
            }
        };
        if active.row > 0 && self.selected.is_none() {
            return;
        }
        if let Some(control) = self.element(cell).and_then(|cell| inner(&cell, selector)) {
            control.click();
        }
    }

    /// Opens a cell's link, or puts the focus on the first control in it.
    fn enter(self, active: Cell) {
        let Some(cell) = self.element(active) else {
            return;
        };
        if let Some(link) = inner(&cell, "a[href], .sort") {
            link.click();
        } else if let Some(control) = inner(&cell, "button, input, select") {
            focus(&control);
        }
    }

    fn extend_to(self, from: Cell, to: Cell) {
        let Some(selected) = self.selected else {
            return;
        };
        if from.row == 0 || to.row == 0 {
            return;
        }
        let count = self.rows.count.get_untracked();
        self.rows.source.with_value(|source| {
            let anchor = selected
                .anchor()
                .and_then(|key| (0..count).find(|row| (source.key)(*row) == key))
                .unwrap_or(from.row - 1);
            let target = to.row - 1;
            let (low, high) = (anchor.min(target), anchor.max(target));
            selected.add(
                (low..=high.min(count.saturating_sub(1)))
                    .filter(|row| (source.is_selectable)(*row))
                    .map(|row| (source.key)(row)),
            );
        });
    }

    fn focus(self, cell: Cell) {
        self.active.set(cell);
        self.active_key.set_value(self.key_of(cell));
        if cell.row > 0 {
            self.scroll_to(cell.row - 1);
        }
        request_animation_frame(move || {
            if let Some(element) = self.element(cell) {
                focus(&element);
            }
        });
    }

    fn scroll_to(self, row: usize) {
        let Some(Some(viewport)) = self.viewport.try_get_untracked() else {
            return;
        };
        let row_height = self.row_height.get_untracked();
        let top = row as f64 * row_height;
        let header = row_height;
        let visible = f64::from(viewport.client_height()) - header;
        let scroll_top = f64::from(viewport.scroll_top());
        if top < scroll_top {
            viewport.set_scroll_top(top as i32);
        } else if top + row_height > scroll_top + visible {
            viewport.set_scroll_top((top + row_height - visible).ceil() as i32);
        }
        self.measure();
    }

    fn element(self, cell: Cell) -> Option<HtmlElement> {
        let grid = self.grid.try_get_untracked()??;
        inner(&grid, &format!("[data-cell='{}']", cell.name()))
    }
}

fn inner(element: &HtmlElement, selector: &str) -> Option<HtmlElement> {
    element
        .query_selector(selector)
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

fn focus(element: &HtmlElement) {
    if let Err(refusal) = element.focus() {
        leptos::logging::warn!("the focus stays where it is: {refusal:?}");
    }
}
