//! Reading page after page, several at once.

use cloud_api::ApiError;
use futures::StreamExt as _;
use futures::future::LocalBoxFuture;
use futures::stream::FuturesUnordered;
use reads::{Paging, PagingCommand, PagingEvent, PagingPhase};

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
