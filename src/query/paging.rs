//! Reading page after page, several at once.

use std::cell::RefCell;
use std::collections::BTreeMap;

use cloud_api::{ApiError, Listed};
use futures::future::LocalBoxFuture;
use futures::stream::FuturesUnordered;
use futures::{FutureExt as _, StreamExt as _};
use reads::{Paging, PagingCommand, PagingEvent, PagingPhase};

/// What one answer holds, or all answers together.
pub struct Page<T> {
    /// The rows that belong to the list.
    pub rows: Vec<T>,
    /// How many rows the service sent, those of others and those that could not be read included.
    pub received: u64,
    /// How many rows could not be read.
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
}

/// What came of a page.
#[derive(Clone, Copy, Debug)]
pub struct Received {
    /// How many rows the service sent, those that are left out included.
    pub rows: u64,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
}

/// Reads the page that begins after so many rows, and keeps its rows.
pub type ReadPage<'a> = &'a dyn Fn(u64) -> LocalBoxFuture<'a, Result<Received, ApiError>>;

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
        for PagingCommand::Read { offset } in commands {
            let page = read(offset);
            under_way.push(async move { (offset, page.await) });
        }
        let Some((offset, answer)) = under_way.next().await else {
            return paging;
        };
        commands = paging.handle(match answer {
            Ok(Received { rows, total }) => PagingEvent::Page {
                offset,
                received: rows,
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
pub async fn read_whole<T>(
    paging: Paging,
    read: &dyn Fn(u64) -> LocalBoxFuture<'static, Result<Page<T>, ApiError>>,
    is_awaited: &dyn Fn() -> bool,
) -> Option<Result<Page<T>, ApiError>> {
    let arrived = RefCell::new(BTreeMap::new());
    let page = |offset| {
        let (arrived, reading) = (&arrived, read(offset));
        async move {
            let page = reading.await?;
            arrived
                .borrow_mut()
                .insert(offset, (page.rows, page.left_out));
            Ok(Received {
                rows: page.received,
                total: page.total,
            })
        }
        .boxed_local()
    };
    let paging = read_pages(paging, &page, &mut |_| is_awaited()).await;
    let outcome = paging.outcome()?;
    let mut arrived = arrived.borrow_mut();
    let in_order = paging.pages().into_iter();
    let (mut rows, mut left_out) = (Vec::new(), 0);
    for (of_page, left_out_of_page) in in_order.filter_map(|offset| arrived.remove(&offset)) {
        rows.extend(of_page);
        left_out += left_out_of_page;
    }
    let progress = paging.progress();
    Some(outcome.map(|()| Page {
        rows,
        left_out,
        received: progress.read,
        total: progress.total,
    }))
}
