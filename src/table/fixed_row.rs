//! A row that stands before or after the rows of a list, whatever the order and the filter are: it is
//! not counted and cannot be selected.

use leptos::prelude::*;

use crate::live::shown;
use crate::ui::offers_writes;

/// The row with its cells, one for each column that is seen, in a table whose rows can be selected.
pub fn fixed_row(cells: Vec<AnyView>) -> AnyView {
    let cells: Vec<AnyView> = cells
        .into_iter()
        .enumerate()
        .map(|(number, content)| {
            let role = if number == 0 { "rowheader" } else { "gridcell" };
            view! {
                <div class="table-cell" role=role>
                    {content}
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="table-row fixed" role="row">
            {shown(offers_writes().then(|| {
                view! { <div class="table-cell table-select" role="gridcell"></div> }
            }))}
            {cells}
        </div>
    }
    .into_any()
}
