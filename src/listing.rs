//! A list on a page: what is read, its table, and what stands around it: how many there are, how old
//! they are, what can be done with all of them and with the selected ones; and the words in place of
//! rows.

pub mod choices;
pub mod coverage;
pub mod empty;
pub mod export;
pub mod extent;
pub mod filter;
mod head;
pub mod pause;
pub mod read;
pub mod selected_action;
mod tools;

use cloud_api::ApiError;
use leptos::prelude::*;

use crate::i18n::{Message, t, text};
use crate::live::{Live, live, shown};
use crate::session::{SessionState, use_session};
use crate::table::{Grid, GridRows, Height, RowAction, RowTools};
use crate::ui::failure::failure;
use crate::ui::offers_writes;
use empty::{Empty, empty_view};
use export::{Export, export_menu};
use extent::extent_notice;
use filter::Filter;
pub use head::{Standing, freshness};
use read::{Came, ListRead};

/// A list.
pub struct Listing {
    /// ID of its heading in the page, unique.
    pub id: &'static str,
    /// Its title.
    pub title: Message,
    /// So many of them, in words.
    pub count: fn(u64) -> Message,
    /// The filter.
    pub filter: Filter,
    /// The rows.
    pub rows: GridRows,
    /// Where they come from.
    pub read: ListRead,
    /// The words when there is nothing yet; react.
    pub nothing: Live<Message>,
    /// What else belongs to it.
    pub around: Around,
}

/// What a list may have around its rows; nothing by default.
pub struct Around {
    /// Whether it is what the page is about, or one of several lists.
    pub standing: Standing,
    /// What can be done with the whole.
    pub actions: AnyView,
    /// What can be done with the selected rows, shown while some are, and with each alone.
    pub selected: Vec<RowAction>,
    /// What narrows the list besides its filter.
    pub filters: AnyView,
    /// The list as other tools read it, where it has such a form.
    pub copies: Option<AnyView>,
    /// What a file of it is called and tells.
    pub export: Export,
    /// What stands between the tools and the rows.
    pub notices: AnyView,
    /// What it means on this page that nothing matches; reacts. `None` where the filter is all.
    pub no_match: Live<Option<Message>>,
    /// What an error means on this page in particular.
    pub explain: fn(&ApiError) -> Option<Message>,
    /// The words when reading again has failed.
    pub stale_words: fn() -> Message,
    /// How high the table may become.
    pub height: Height,
    /// Rows before those of the list, which are not counted, see [`fixed_row`](crate::table::fixed_row).
    pub first: AnyView,
    /// Rows after them.
    pub last: AnyView,
}

impl Default for Around {
    fn default() -> Self {
        Self {
            standing: Standing::Page,
            actions: ().into_any(),
            selected: Vec::new(),
            filters: ().into_any(),
            copies: None,
            export: Export::default(),
            notices: ().into_any(),
            no_match: live(|| None),
            explain: |_| None,
            stale_words: text::table_stale,
            height: Height::default(),
            first: ().into_any(),
            last: ().into_any(),
        }
    }
}

impl Listing {
    /// Shows it.
    pub fn view(self) -> AnyView {
        let Self {
            id,
            title,
            count,
            filter,
            rows,
            read,
            nothing,
            mut around,
        } = self;
        // Whatever is done with rows writes.
        if !offers_writes() {
            around.selected.clear();
        }
        let ListRead {
            status, refresh, ..
        } = read;
        let (explain, no_match) = (around.explain, around.no_match);
        let empty = move || {
            let empty = match (rows.total(), read.came(rows)) {
                // The notice says that the service counts more.
                (0, Came::Listed) if read.doubt().is_some() => return ().into_any(),
                (_, Came::NotYet) => Empty::Reading,
                (_, Came::Never(error)) => Empty::Failed(error),
                (0, Came::Listed) => Empty::Nothing(nothing()),
                (_, Came::Listed) if rows.matching_count() == 0 => Empty::NoMatch(no_match()),
                (_, Came::Listed) => return ().into_any(),
            };
            empty_view(empty, filter, explain, refresh)
        };
        let left_out = move || {
            let count = read.left_out.run(());
            shown(
                (count > 0).then(|| view! { <p class="note">{t(text::table_left_out(count))}</p> }),
            )
        };
        let session = use_session();
        let stale = move || {
            let has_rows = rows.total() > 0 || status.read_at.with(Option::is_some);
            // That the session has ended is asked over the page, and moves nothing on it.
            let is_asked = matches!(session.state(), SessionState::Expired(_));
            let error = status.error.get().filter(|_| has_rows && !is_asked);
            shown(error.map(|error| failure((around.stale_words)(), &error, Some(refresh))))
        };
        let is_whole = move |()| status.read_at.with(Option::is_some) && !read.is_part();
        let row_tools = RowTools {
            actions: around.selected.clone(),
            is_whole: Callback::new(is_whole),
        };
        let export = export_menu(id, around.export, rows, read, filter);
        let head = head::Head {
            id,
            title,
            rows,
            read,
            standing: around.standing,
            actions: around.actions,
            copies: around.copies,
            export,
        };
        view! {
            {head.view()}
            {around.notices}
            {live(left_out)}
            {read.extent.map(extent_notice)}
            {live(stale)}
            {tools::tools(filter, rows, read, count, around.filters, around.selected)}
            <Grid
                titled_by=id
                rows
                height=around.height
                first=around.first
                last=around.last
                tools=row_tools
            />
            {live(empty)}
        }
        .into_any()
    }
}
