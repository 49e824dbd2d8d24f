//! A long list, read whole in the background.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use cloud_api::{ApiError, Collection, Listed, Operation, Request, Response};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::{Extent, Markers, Paging, Progress, RowKey};

use super::paging::{Page, Received, each_once, read_pages};
use super::{Read, ReadStatus, Round};
use crate::session::{Session, use_session};

/// A list that grows until it is whole.
pub struct List<T: 'static> {
    /// What was read so far, or the last whole list while it is read again; reacts.
    pub rows: RwSignal<Rc<Vec<T>>, LocalStorage>,
    /// How many rows could not be read; reacts.
    pub left_out: RwSignal<u64>,
    /// How far a first reading is; reacts.
    pub progress: RwSignal<Progress>,
    /// Whether the rows are all that there are, as far as the last reading that ended knows; reacts.
    pub extent: RwSignal<Option<Extent>>,
    /// How the read stands; the time is that of the last list that was read to its end.
    pub status: ReadStatus,
}

/// What the rows of a list are.
pub struct RowsOf<T> {
    /// Tells a row from all others, also when it is read again.
    pub key: fn(&T) -> RowKey,
    /// Which rows belong to the list; the service may give others among them.
    pub belongs: Box<dyn Fn(&T) -> bool>,
}

impl<T> RowsOf<T> {
    /// All rows that the service gives.
    pub fn all(key: fn(&T) -> RowKey) -> Self {
        Self {
            key,
            belongs: Box::new(|_| true),
        }
    }
}

impl<T> List<T> {
    /// Whether everything has arrived, as far as anything tells; reacts.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.extent.get().is_some_and(Extent::is_whole)
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

/// How the pages of a list are asked for.
#[derive(Clone)]
struct Pages {
    /// The request for the rows after so many.
    request: AskFor,
    /// What the list shows.
    shown: Option<Collection>,
}

/// The request for the rows after so many, where one can be made.
type AskFor = Rc<dyn Fn(u64) -> Result<Request, ApiError>>;

/// A page of rows of whatever type.
struct Taken {
    /// A `Vec` of the rows.
    rows: Rc<dyn Any>,
    keys: Vec<RowKey>,
    /// How many could not be read.
    left_out: u64,
    total: Option<u64>,
}

impl Taken {
    fn of<T: 'static>(page: Page<T>, key: fn(&T) -> RowKey) -> Self {
        Self {
            keys: page.keys(key),
            left_out: page.left_out,
            total: page.total,
            rows: Rc::new(page.rows),
        }
    }
}

/// The rows of each page that has arrived, and how many of it could not be read, by its offset.
type Arrived = BTreeMap<u64, (Rc<dyn Any>, u64)>;

/// Reads a page of rows out of the answer about it.
type Decode = Rc<dyn Fn(u64, &Response) -> Result<Taken, ApiError>>;

/// Shows the rows that have arrived.
type Show = Rc<dyn Fn(&Paging, &Arrived)>;

/// Reads a whole list while the caller is on screen.
pub fn use_list<T: Clone + 'static, O: Operation>(
    rows_of: RowsOf<T>,
    operation: impl Fn(u64) -> O + 'static,
    decode: impl Fn(&Response) -> Result<Page<T>, ApiError> + 'static,
) -> List<T> {
    let pages = Pages {
        shown: operation(0).collection(),
        request: Rc::new(move |offset| Ok(operation(offset).request())),
    };
    let key = rows_of.key;
    let decode: Decode = Rc::new(move |_, response| Ok(Taken::of(decode(response)?, key)));
    read_rows(rows_of, pages, decode)
}

/// How a list is read whose pages are asked for by the row that they follow.
pub struct ByMarker<T> {
    /// What the rows are.
    pub rows_of: RowsOf<T>,
    /// The ID of a row, to ask by; empty where it has none.
    pub id: fn(&T) -> &str,
    /// Whether nothing follows a page of so many rows; where it never tells, an empty page does.
    pub is_last: fn(u64) -> bool,
}

/// Reads a whole list while the caller is on screen, each page by the row that it follows.
pub fn use_list_by_marker<T: Clone + 'static, O: Operation<Output = Listed<T>>>(
    by_marker: ByMarker<T>,
    operation: impl Fn(Option<&str>) -> O + 'static,
) -> List<T> {
    let ByMarker {
        rows_of,
        id,
        is_last,
    } = by_marker;
    let markers: Rc<RefCell<Markers>> = Rc::default();
    let known = Rc::clone(&markers);
    let pages = Pages {
        shown: operation(None).collection(),
        request: Rc::new(move |offset| {
            let markers = known.borrow();
            let marker = markers.before(offset).map_err(ApiError::from)?;
            Ok(operation(marker).request())
        }),
    };
    let key = rows_of.key;
    let decode: Decode = Rc::new(move |offset, response| {
        let rows = O::decode(response)?;
        let received = rows.received();
        let last = rows.last().map_or("", id);
        markers.borrow_mut().took(offset, received, last);
        let total = is_last(received).then(|| offset.saturating_add(received));
        Ok(Taken::of(Page::of(rows, total), key))
    });
    read_rows(rows_of, pages, decode)
}

fn read_rows<T: Clone + 'static>(rows_of: RowsOf<T>, pages: Pages, decode: Decode) -> List<T> {
    let rows: RwSignal<Rc<Vec<T>>, LocalStorage> = RwSignal::new_local(Rc::default());
    let show: Show = Rc::new(move |paging, arrived| {
        rows.set(Rc::new(in_order(arrived, paging, &rows_of)));
    });
    let (left_out, progress, extent, status) = read_list(pages, decode, show);
    List {
        rows,
        left_out,
        progress,
        extent,
        status,
    }
}

/// The rows of the list, in their order.
fn in_order<T: Clone + 'static>(arrived: &Arrived, paging: &Paging, rows_of: &RowsOf<T>) -> Vec<T> {
    let mut all = Vec::new();
    for offset in paging.pages() {
        let page = arrived.get(&offset);
        if let Some(rows) = page.and_then(|(rows, _)| rows.downcast_ref::<Vec<T>>()) {
            let rows = each_once(paging, offset, rows);
            all.extend(rows.filter(|row| (rows_of.belongs)(row)).cloned());
        }
    }
    all
}

/// How many rows of the list could not be read.
fn left_out_of(arrived: &Arrived, paging: &Paging) -> u64 {
    let pages = paging.pages().into_iter();
    let pages = pages.filter_map(|offset| arrived.get(&offset));
    pages.map(|(_, left_out)| left_out).sum()
}

/// How a list stands, whatever its rows are: compiled once.
type Standing = (
    RwSignal<u64>,
    RwSignal<Progress>,
    RwSignal<Option<Extent>>,
    ReadStatus,
);

fn read_list(pages: Pages, decode: Decode, show: Show) -> Standing {
    let session = use_session();
    let left_out = RwSignal::new(0);
    let progress = RwSignal::new(Progress::default());
    let extent = RwSignal::new(None);
    let status = ReadStatus::new();
    let shown = pages.shown.clone();
    let read: Read = Rc::new(move |round| {
        let reading = Reading {
            session,
            pages: pages.clone(),
            decode: Rc::clone(&decode),
            arrived: RefCell::default(),
            round,
        };
        let show = Rc::clone(&show);
        async move {
            let show = |paging: &Paging| {
                let arrived = reading.arrived.borrow();
                left_out.set(left_out_of(&arrived, paging));
                show(paging, &arrived);
            };
            // While nothing whole is on screen, what has arrived is shown at once.
            let is_first = status.read_at.get_untracked().is_none();
            let mut shown = 0;
            let paging = reading
                .whole(&mut |paging| {
                    let so_far = paging.progress();
                    progress.set(so_far);
                    // Twice as much each time: showing costs as much as there is to show.
                    if is_first && so_far.read >= shown * 2 {
                        shown = so_far.read;
                        show(paging);
                    }
                })
                .await;
            if let Some(outcome) = paging.outcome()
                && round.is_current()
            {
                if is_first || outcome.is_ok() {
                    show(&paging);
                }
                if let Ok(came) = outcome {
                    extent.set(Some(came));
                }
                round.end(outcome.map(drop));
            }
        }
        .boxed_local()
    });
    status.keep_reading(session, shown, read);
    (left_out, progress, extent, status)
}

/// One round of reading.
struct Reading {
    session: Session,
    pages: Pages,
    decode: Decode,
    /// What came in this round, so that a late answer spoils no newer one.
    arrived: RefCell<Arrived>,
    round: Round,
}

impl Reading {
    /// Takes in the answer about a page.
    fn take(&self, offset: u64, answer: &Response) -> Result<Received, ApiError> {
        let page = (self.decode)(offset, answer)?;
        let arrived = (page.rows, page.left_out);
        self.arrived.borrow_mut().insert(offset, arrived);
        Ok(Received {
            keys: page.keys,
            total: page.total,
        })
    }

    /// Reads all pages as long as somebody waits for them; `tell` hears of each one that has
    /// arrived.
    async fn whole(&self, tell: &mut dyn FnMut(&Paging)) -> Paging {
        let page = |offset| {
            async move {
                let answer = self.session.send((self.pages.request)(offset)?).await?;
                self.take(offset, &answer)
            }
            .boxed_local()
        };
        read_pages(Paging::from_the_first(), &page, &mut |paging| {
            let is_current = self.round.is_current();
            if is_current {
                tell(paging);
            }
            is_current
        })
        .await
    }
}
