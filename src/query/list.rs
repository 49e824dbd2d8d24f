//! A long list, read whole in the background.

use std::any::Any;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use cloud_api::{ApiError, Collection, Operation, Request, Response};
use futures::FutureExt as _;
use leptos::prelude::*;
use reads::{Paging, Progress};

use super::paging::{Page, Received, read_pages};
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
    /// How the read stands; the time is that of the last whole list.
    pub status: ReadStatus,
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
    request: Rc<dyn Fn(u64) -> Request>,
    /// What the list shows.
    shown: Option<Collection>,
    /// The most rows of one answer.
    size: u64,
}

/// The rows of each page that has arrived, and how many of it could not be read, by its offset.
type Arrived = BTreeMap<u64, (Rc<dyn Any>, u64)>;

/// Takes in the answer about a page.
type Take = Rc<dyn Fn(u64, &Response) -> Result<Received, ApiError>>;

/// Shows the rows of these pages.
type Show = Rc<dyn Fn(&[u64])>;

/// Reads a whole list while the caller is on screen. `size` is the most rows of one answer.
pub fn use_list<T: Clone + 'static, O: Operation>(
    size: u64,
    operation: impl Fn(u64) -> O + 'static,
    decode: impl Fn(&Response) -> Result<Page<T>, ApiError> + 'static,
) -> List<T> {
    let rows: RwSignal<Rc<Vec<T>>, LocalStorage> = RwSignal::new_local(Rc::default());
    let left_out = RwSignal::new(0);
    let decode = Rc::new(decode);
    let pages = Pages {
        shown: operation(0).collection(),
        request: Rc::new(move |offset| operation(offset).request()),
        size,
    };
    // Each round collects pages of its own, so that a late answer spoils no newer one.
    let start = move || {
        let arrived: Rc<RefCell<Arrived>> = Rc::default();
        let (into, decode) = (Rc::clone(&arrived), Rc::clone(&decode));
        let take: Take = Rc::new(move |offset, response| {
            let page = decode(response)?;
            into.borrow_mut()
                .insert(offset, (Rc::new(page.rows), page.left_out));
            Ok(Received {
                rows: page.received,
                total: page.total,
            })
        });
        let show: Show = Rc::new(move |offsets| {
            let arrived = arrived.borrow();
            left_out.set(left_out_of(&arrived, offsets));
            rows.set(Rc::new(in_order(&arrived, offsets)));
        });
        (take, show)
    };
    let (progress, status) = read_list(pages, Rc::new(start));
    List {
        rows,
        left_out,
        progress,
        status,
    }
}

/// The rows of these pages.
fn in_order<T: Clone + 'static>(arrived: &Arrived, offsets: &[u64]) -> Vec<T> {
    let pages = offsets.iter().filter_map(|offset| arrived.get(offset));
    let pages = pages.filter_map(|(rows, _)| rows.downcast_ref::<Vec<T>>());
    pages.flatten().cloned().collect()
}

/// How many rows of these pages could not be read.
fn left_out_of(arrived: &Arrived, offsets: &[u64]) -> u64 {
    let pages = offsets.iter().filter_map(|offset| arrived.get(offset));
    pages.map(|(_, left_out)| left_out).sum()
}

/// What a round of reading collects with, and what shows the collection.
type Start = Rc<dyn Fn() -> (Take, Show)>;

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
            let paging = reading
                .whole(&mut |paging| {
                    let so_far = paging.progress();
                    progress.set(so_far);
                    // Twice as much each time: showing costs as much as there is to show.
                    if is_first && so_far.read >= shown * 2 {
                        shown = so_far.read;
                        show(&paging.pages());
                    }
                })
                .await;
            if let Some(outcome) = paging.outcome()
                && round.is_current()
            {
                if is_first || outcome.is_ok() {
                    show(&paging.pages());
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
    /// Reads all pages as long as somebody waits for them; `tell` hears of each one that has
    /// arrived.
    async fn whole(&self, tell: &mut dyn FnMut(&Paging)) -> Paging {
        let page = |offset| {
            async move {
                let answer = self.session.send((self.pages.request)(offset)).await?;
                (self.take)(offset, &answer)
            }
            .boxed_local()
        };
        let paging = Paging::in_pages_of(self.pages.size);
        read_pages(paging, &page, &mut |paging| {
            let is_current = self.round.is_current();
            if is_current {
                tell(paging);
            }
            is_current
        })
        .await
    }
}
