//! What is told of one row, in a panel at the side: every column uncut, and behind it what the service
//! calls them. Its place in the address can be handed on.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::State;
use crate::browser::console::note;
use crate::i18n::{Untrusted, t, text};
use crate::live::{derived, follow_from, live, shown};
use crate::route::{DETAILS, use_navigation};
use crate::table::keyboard::Cell;
use crate::ui::{focus_by_id, side_panel};

impl State {
    /// Shows what is told of a row, as a step that Back takes back.
    pub(super) fn show_details(self, key: &str) {
        let address = format!("{}/{key}", self.id);
        self.navigation.open_parameter(DETAILS, &address);
    }

    /// The panel, while the address names a row of this table.
    pub(super) fn details_view(self, is_whole: Callback<(), bool>) -> AnyView {
        let navigation = use_navigation();
        let parameter = navigation.parameter(DETAILS);
        let key = derived(move || {
            let address = parameter.get()?;
            let (table, key) = address.split_once('/')?;
            (table == self.id).then(|| key.to_owned())
        });
        self.focus_after_details(key);
        let close = Callback::new(move |()| navigation.set_parameter(DETAILS, ""));
        live(move || {
            let key = key.get();
            shown(key.map(|key| untrack(|| self.panel(key, is_whole, close))))
        })
        .into_any()
    }

    /// When the panel has gone and took the focus along, it is on the row again.
    fn focus_after_details(self, key: Memo<Option<String>>) {
        let last = StoredValue::new(None::<String>);
        follow_from(move |_| {
            let (now, before) = (key.get(), last.get_value());
            last.set_value(now.clone());
            if let (None, Some(before)) = (now, before) {
                request_animation_frame(move || self.focus_row(&before));
            }
            0
        });
    }

    fn focus_row(self, key: &str) {
        let is_lost = document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        if !is_lost || self.rows.view.try_get_untracked().is_none() {
            return;
        }
        match self.position_of(key) {
            Some(position) => self.focus(Cell {
                row: position + 1,
                column: self.columns - 1,
            }),
            None => focus_by_id(self.id),
        }
    }

    fn panel(self, key: String, is_whole: Callback<(), bool>, close: Callback<()>) -> AnyView {
        // Another stamp means other content.
        let found = derived(move || {
            self.rows.version.track();
            let place = self.rows.place_of(&key)?;
            let source = self.rows.source;
            Some((place, source.with_value(|source| source.stamp(place))))
        });
        let name = derived(move || {
            let (place, _) = found.get()?;
            Some(self.rows.source.with_value(|source| source.name(place)))
        });
        let title = live(move || match name.get() {
            Some(name) => view! { <Untrusted text=name /> }.into_any(),
            None => t(text::details_title()).into_any(),
        });
        let content = live(move || match found.get() {
            Some((place, _)) => untrack(|| self.facts(place)),
            None if is_whole.run(()) => view! { <p>{t(text::details_gone())}</p> }.into_any(),
            None => view! { <p>{t(text::table_loading())}</p> }.into_any(),
        });
        side_panel(title.into_any(), content.into_any(), close)
    }

    fn facts(self, place: u32) -> AnyView {
        let (seen, technical) = self.rows.source.with_value(|source| {
            let (mut seen, mut technical) = (Vec::new(), Vec::new());
            for (column, shape) in source.shapes().into_iter().enumerate() {
                let value = source.export(place, column);
                let heading = shape.heading.as_ref().map(|heading| &heading.title);
                let detail = shape.detail.as_ref().filter(|_| !value.is_empty());
                if let Some(title) = heading.or(detail) {
                    let face = shown(source.face(place, column));
                    let content = [face, source.cell(place, column)].into_any();
                    seen.push((t(title.clone()).into_any(), content));
                }
                if let Some(name) = shape.exported.filter(|_| !value.is_empty()) {
                    let value = view! { <Untrusted text=value /> };
                    technical.push((name.into_any(), value.into_any()));
                }
            }
            (seen, technical)
        });
        let facts = NodeRef::<leptos::html::Dl>::new();
        follow_from(move |_| {
            if let Some(facts) = facts.get() {
                take_each_in_turn(&facts);
            }
            0
        });
        let technical = (!technical.is_empty()).then(|| {
            view! {
                <details>
                    <summary>{t(text::details_technical())}</summary>
                    <dl class="panel-facts identifier" translate="no">
                        {pairs(technical)}
                    </dl>
                </details>
            }
        });
        view! {
            <dl node_ref=facts class="panel-facts">
                {pairs(seen)}
            </dl>
            {shown(technical)}
        }
        .into_any()
    }
}

fn pairs(pairs: Vec<(AnyView, AnyView)>) -> Vec<AnyView> {
    let pair = |(name, value)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
        .into_any()
    };
    pairs.into_iter().map(pair).collect()
}

/// What is in a cell of a table is reached from the cell; here it is reached by Tab.
fn take_each_in_turn(facts: &Element) {
    let Ok(controls) = facts.query_selector_all("[tabindex='-1']") else {
        return;
    };
    for at in 0..controls.length() {
        if let Some(control) = controls
            .get(at)
            .and_then(|it| it.dyn_into::<Element>().ok())
            && let Err(refusal) = control.remove_attribute("tabindex")
        {
            note("a control stays out of reach", &refusal);
        }
    }
}
