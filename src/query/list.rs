//! A long list, read whole in the background: page after page, 4 at once.

use std::cell::RefCell;
use std::rc::Rc;

use cloud_api::{ApiError, Collection, Operation, Request, Response};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;

use super::{Read, ReadStatus, Round};
use crate::session::{Session, use_session};

/// Calls under way at once.
const AT_ONCE: usize = 4;

/// A list that grows until it is whole.
pub struct List<T: 'static> {
    /// What was read so far, or the last whole list while it is read again; reacts.
    pub rows: RwSignal<Rc<Vec<T>>, LocalStorage>,
    /// How far a first reading is; reacts.
    pub progress: RwSignal<Progress>,
    /// How the read stands; the time is that of the last whole list.
    pub status: ReadStatus,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

/// How far a list is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows that have arrived.
    pub read: u64,
    /// Rows in all, as far as the service told.
    pub total: Option<u64>,
}

/// What one answer holds.
pub struct Page<T> {
    /// The rows that belong to the list.
    pub rows: Vec<T>,
    /// How many rows the service sent, those of others included.
    pub received: u64,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
}

/// How the pages of a list are asked for.
#[derive(Clone)]
struct Pages {
    /// The request for the rows after so many.
    request: Rc<dyn Fn(u64) -> Request>,
    /// What the list shows.
    shown: Option<Collection>,
    /// The most rows of one answer.
    size: u64,
}

/// Takes in an answer; gives how many rows it had and how many there are in all.
type Take = Rc<dyn Fn(&Response) -> Result<(u64, Option<u64>), ApiError>>;

/// Reads a whole list while the caller is on screen. `size` is the most rows of one answer.
pub fn use_list<T: Clone + 'static, O: Operation>(
    size: u64,
    operation: impl Fn(u64) -> O + 'static,
    decode: impl Fn(&Response) -> Result<Page<T>, ApiError> + 'static,
) -> List<T> {
    let rows: RwSignal<Rc<Vec<T>>, LocalStorage> = RwSignal::new_local(Rc::default());
    let decode = Rc::new(decode);
    let pages = Pages {
        shown: operation(0).collection(),
        request: Rc::new(move |offset| operation(offset).request()),
        size,
    };
    // Each round collects into a list of its own, so that a late answer spoils no newer one.
    let start = move || {
        let collected: Rc<RefCell<Vec<T>>> = Rc::default();
        let (into, decode) = (Rc::clone(&collected), Rc::clone(&decode));
        let take: Take = Rc::new(move |response| {
            let page = decode(response)?;
            into.borrow_mut().extend(page.rows);
            Ok((page.received, page.total))
        });
        let show: Rc<dyn Fn()> = Rc::new(move || rows.set(Rc::new(collected.borrow().clone())));
        (take, show)
    };
    let (progress, status) = read_list(pages, Rc::new(start));
    List {
        rows,
        progress,
        status,
    }
}

/// What a round of reading collects with, and what shows the collection.
type Start = Rc<dyn Fn() -> (Take, Rc<dyn Fn()>)>;

fn read_list(pages: Pages, start: Start) -> (RwSignal<Progress>, ReadStatus) {
    let session = use_session();
    let progress = RwSignal::new(Progress::default());
    let status = ReadStatus::new();
    let shown = pages.shown.clone();
    let read: Read = Rc::new(move |round| {
        let (take, show) = start();
        let reading = Reading {
            session,
            pages: pages.clone(),
            take,
            round,
        };
        async move {
            // While nothing whole is on screen, what has arrived is shown at once.
            let is_first = status.read_at.get_untracked().is_none();
            let mut shown = 0;
            let outcome = reading
                .whole(|so_far| {
                    progress.set(so_far);
                    // Twice as much each time: showing costs as much as there is to show.
                    if is_first && so_far.read >= shown * 2 {
                        shown = so_far.read;
                        show();
                    }
                })
                .await;
            if round.is_current() {
                if is_first || outcome.is_ok() {
                    show();
                }
                round.end(outcome);
            }
        }
        .boxed_local()
    });
    status.keep_reading(session, shown, read);
    (progress, status)
}

/// One round of reading.
struct Reading {
    session: Session,
    pages: Pages,
    take: Take,
    round: Round,
}

impl Reading {
    async fn page(&self, offset: u64) -> Result<Response, ApiError> {
        self.session.send((self.pages.request)(offset)).await
    }

    /// Reads all pages; `tell` hears of each one that has arrived.
    async fn whole(&self, mut tell: impl FnMut(Progress)) -> Result<(), ApiError> {
        let step = self.pages.size;
        let mut so_far = Progress::default();
        let mut add = |response: &Response| {
            let (received, total) = (self.take)(response)?;
            so_far.read += received;
            so_far.total = total;
            if self.round.is_current() {
                tell(so_far);
            }
            Ok::<_, ApiError>((received, total))
        };
        let (received, total) = add(&self.page(0).await?)?;
        if let Some(total) = total {
            let offsets = (1..total.div_ceil(step)).map(|number| number * step);
            let mut pages = stream::iter(offsets)
                .map(|offset| self.page(offset))
                .buffered(AT_ONCE);
            while let Some(next) = pages.next().await {
                if !self.round.is_current() {
                    return Ok(());
                }
                add(&next?)?;
            }
            return Ok(());
        }
        // No total from this site: read on until a page is not full.
        let mut offset = step;
        let mut is_full = received == step;
        while is_full && self.round.is_current() {
            let (received, _) = add(&self.page(offset).await?)?;
            is_full = received == step;
            offset += step;
        }
        Ok(())
    }
}
