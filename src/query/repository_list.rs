//! The repositories of one organization, read whole in the background: 1,000 a call, 4 at once.

use std::rc::Rc;

use cloud_api::swr::{
    ListRepositories, PageSize, RepositoryOrder, RepositoryPage, RepositorySummary, SortDirection,
};
use cloud_api::{ApiError, Operation, OrganizationName, Timestamp};
use futures::{StreamExt as _, stream};
use leptos::prelude::*;

use super::read_when_due;
use crate::clock::now;
use crate::session::{Session, use_session};

/// Calls under way at once.
const AT_ONCE: usize = 4;

/// A list that grows until it is whole.
#[derive(Clone, Copy)]
pub struct RepositoryList {
    /// What was read so far, or the last whole list while it is read again.
    pub rows: ReadSignal<Rc<Vec<RepositorySummary>>, LocalStorage>,
    /// How many there are in all, as far as the service told.
    pub total: ReadSignal<Option<u64>>,
    /// Why reading stopped, if it did.
    pub error: ReadSignal<Option<ApiError>>,
    /// When the list was last whole.
    pub read_at: ReadSignal<Option<Timestamp>>,
    /// Whether reading is under way.
    pub is_reading: ReadSignal<bool>,
    again: Callback<()>,
}

impl RepositoryList {
    /// Reads again; the rows stay until the new ones are whole.
    pub fn refresh(self) {
        self.again.run(());
    }
}

/// Reads all repositories of an organization while the caller is on screen.
pub fn use_repository_list(organization: OrganizationName) -> RepositoryList {
    let session = use_session();
    let (rows, set_rows) = signal_local(Rc::new(Vec::new()));
    let (total, set_total) = signal(None);
    let (error, set_error) = signal(None);
    let (read_at, set_read_at) = signal(None);
    let (is_reading, set_is_reading) = signal(false);
    let round = StoredValue::new(0_u64);
    let path = page(&organization, 0).request().path;
    let again = Callback::new(move |()| {
        let organization = organization.clone();
        round.update_value(|round| *round += 1);
        let this_round = round.get_value();
        let is_current = move || round.try_get_value() == Some(this_round);
        set_is_reading.set(true);
        leptos::task::spawn_local(async move {
            // While nothing whole is on screen, what has arrived is shown at once.
            let is_first = read_at.get_untracked().is_none();
            let show = move |read: &[RepositorySummary], all: Option<u64>| {
                set_total.set(all);
                if is_first {
                    set_rows.set(Rc::new(read.to_vec()));
                }
            };
            let outcome = read_whole(session, &organization, is_current, show).await;
            if !is_current() {
                return;
            }
            set_is_reading.set(false);
            match outcome {
                Ok(whole) => {
                    set_total.set(Some(whole.len() as u64));
                    set_rows.set(Rc::new(whole));
                    set_read_at.set(Some(now()));
                    set_error.set(None);
                }
                Err(reason) => set_error.set(Some(reason)),
            }
        });
    });
    read_when_due(session, path, move || again.run(()));
    RepositoryList {
        rows,
        total,
        error,
        read_at,
        is_reading,
        again,
    }
}

fn page(organization: &OrganizationName, offset: u64) -> ListRepositories {
    ListRepositories {
        organization: Some(organization.clone()),
        name: None,
        offset,
        limit: PageSize::LARGEST,
        order: Some(RepositoryOrder::Name(SortDirection::Ascending)),
    }
}

async fn read_whole(
    session: Session,
    organization: &OrganizationName,
    is_current: impl Fn() -> bool,
    show: impl Fn(&[RepositorySummary], Option<u64>),
) -> Result<Vec<RepositorySummary>, ApiError> {
    let step = u64::from(PageSize::LARGEST.rows());
    let first: RepositoryPage = session.ask(page(organization, 0)).await?;
    let total = first.total;
    let mut rows = Vec::new();
    let mut is_full = first.repositories.len() as u64 == step;
    keep_own(&mut rows, first, organization);
    if !is_current() {
        return Ok(rows);
    }
    show(&rows, total);
    if let Some(total) = total {
        let offsets = (1..total.div_ceil(step)).map(|number| number * step);
        let mut pages = stream::iter(offsets)
            .map(|offset| session.ask(page(organization, offset)))
            .buffered(AT_ONCE);
        while let Some(next) = pages.next().await {
            if !is_current() {
                return Ok(rows);
            }
            keep_own(&mut rows, next?, organization);
            show(&rows, Some(total));
        }
        return Ok(rows);
    }
    // No total from this site: read on until a page is not full.
    let mut offset = step;
    while is_full && is_current() {
        let next = session.ask(page(organization, offset)).await?;
        is_full = next.repositories.len() as u64 == step;
        keep_own(&mut rows, next, organization);
        show(&rows, None);
        offset += step;
    }
    Ok(rows)
}

/// The service may match organizations in parts, so rows of others are dropped here.
fn keep_own(
    rows: &mut Vec<RepositorySummary>,
    page: RepositoryPage,
    organization: &OrganizationName,
) {
    rows.extend(
        page.repositories
            .into_iter()
            .filter(|row| row.namespace == organization.as_str()),
    );
}
