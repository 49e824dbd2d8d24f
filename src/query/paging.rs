//! Reading page after page, several at once.

use std::cell::RefCell;

use cloud_api::{ApiError, Listed};
use futures::future::LocalBoxFuture;
use futures::stream::FuturesUnordered;
use futures::{FutureExt as _, StreamExt as _};
use gloo_timers::future::TimeoutFuture;
use reads::{Extent, Paging, PagingCommand, PagingEvent, PagingPhase, RowKey};

/// What one answer holds.
pub struct Page<T> {
    /// The rows as the service sent them, those that do not belong to the list included.
    pub rows: Vec<T>,
    /// How many rows the service sent, those that could not be read included.
    received: u64,
    /// How many rows are missing because they could not be read.
    pub left_out: u64,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    /// What was listed.
    pub fn of(listed: Listed<T>, total: Option<u64>) -> Self {
        Self {
            received: listed.received(),
            left_out: listed.left_out,
            rows: listed.rows,
            total,
        }
    }

    /// The same rows seen in another way.
    pub fn map<U>(self, see: impl Fn(&T) -> U) -> Page<U> {
        Page {
            rows: self.rows.iter().map(see).collect(),
            received: self.received,
            left_out: self.left_out,
            total: self.total,
        }
    }

    /// The keys of what the service sent; a row that could not be read is like no other.
    pub(super) fn keys(&self, key: fn(&T) -> RowKey) -> Vec<RowKey> {
        with_unread(self.rows.iter().map(key).collect(), self.received)
    }
}

/// Compiled once for all rows.
fn with_unread(mut keys: Vec<RowKey>, received: u64) -> Vec<RowKey> {
    let unread = received.saturating_sub(keys.len() as u64);
    keys.extend((0..unread).map(|_| RowKey::of(&[])));
    keys
}

/// What all answers hold together.
pub struct Gathered<T> {
    /// The rows, each once.
    pub rows: Vec<T>,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
    /// How many rows are missing because they could not be read.
    pub left_out: u64,
    /// Whether these are all.
    pub extent: Extent,
}

/// What came of a page.
#[derive(Clone, Debug)]
pub struct Received {
    /// The rows that the service sent.
    pub keys: Vec<RowKey>,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
}

/// What of a page belongs to the list: the rows that stand in no other page.
pub fn each_once<'a, T>(
    paging: &'a Paging,
    offset: u64,
    rows: &'a [T],
) -> impl Iterator<Item = &'a T> {
    let doubled = paging.doubled(offset);
    let rows = rows.iter().enumerate();
    let once = rows.filter(|(row, _)| doubled.binary_search(row).is_err());
    once.map(|(_, row)| row)
}

/// Reads the page that begins after so many rows, and keeps its rows.
pub type ReadPage<'a> = &'a dyn Fn(u64) -> LocalBoxFuture<'a, Result<Received, ApiError>>;

/// Waits as the service asked; without a pause pages come at once.
async fn pause(milliseconds: i64) {
    if let Ok(milliseconds @ 1..) = u32::try_from(milliseconds) {
        TimeoutFuture::new(milliseconds).await;
    }
}

/// Reads until the list is whole or cannot be. `tell` hears of each page that has arrived, and gives
/// whether somebody still waits.
pub async fn read_pages(
    mut paging: Paging,
    read: ReadPage<'_>,
    tell: &mut dyn FnMut(&Paging) -> bool,
) -> Paging {
    let mut under_way = FuturesUnordered::new();
    let mut commands = paging.handle(PagingEvent::Begin);
    loop {
        for PagingCommand::Read { offset, after } in commands {
            under_way.push(async move {
                pause(after).await;
                (offset, read(offset).await)
            });
        }
        let Some((offset, answer)) = under_way.next().await else {
            return paging;
        };
        commands = paging.handle(match answer {
            Ok(Received { keys, total }) => PagingEvent::Page {
                offset,
                keys,
                total,
            },
            Err(error) => PagingEvent::Failed { offset, error },
        });
        if !tell(&paging) || *paging.phase() != PagingPhase::Reading {
            return paging;
        }
    }
}

/// Reads all pages as one, as long as somebody waits for them; `None` when nobody does any more.
pub async fn read_whole<T: Clone>(
    paging: Paging,
    key: fn(&T) -> RowKey,
    read: &dyn Fn(u64) -> LocalBoxFuture<'static, Result<Page<T>, ApiError>>,
    is_awaited: &dyn Fn() -> bool,
) -> Option<Result<Gathered<T>, ApiError>> {
    let arrived = RefCell::new(Vec::<(u64, Page<T>)>::new());
    let page = |offset| {
        let (arrived, reading) = (&arrived, read(offset));
        async move {
            let page = reading.await?;
            let received = Received {
                keys: page.keys(key),
                total: page.total,
            };
            arrived.borrow_mut().push((offset, page));
            Ok(received)
        }
        .boxed_local()
    };
    let paging = read_pages(paging, &page, &mut |_| is_awaited()).await;
    let outcome = paging.outcome()?;
    let arrived = arrived.borrow();
    let (mut all, mut left_out) = (Vec::new(), 0);
    for offset in paging.pages() {
        // A page that was read twice counts as it came last.
        let page = arrived.iter().rev().find(|(at, _)| *at == offset);
        if let Some((_, page)) = page {
            all.extend(each_once(&paging, offset, &page.rows).cloned());
            left_out += page.left_out;
        }
    }
    Some(outcome.map(|extent| Gathered {
        rows: all,
        total: paging.progress().total,
        left_out,
        extent,
    }))
}
