//! The three lists of images that others share with the project, one for each way that they stand.

use cloud_api::ApiError;
use cloud_api::ims::{Image, ImageId, MemberStatus};
use leptos::prelude::*;

use crate::i18n::{Message, text};
use crate::listing::extent::extent_words;
use crate::listing::read::{Emptiness, ListRead};
use crate::live::follow;
use crate::pages::machine_images::image_scan::ImageScan;
use crate::pages::machine_images::members_scan::members_of_received;
use crate::pages::machine_images::sharing::called;
use crate::query::{Extent, List};
use crate::scans::machine_images::received;
use crate::table::GridRows;
use crate::ui::failure::failure_of;

/// The lists; the first stands for all where only one can.
#[derive(Clone, Copy)]
pub struct ReceivedLists {
    pending: List<Image>,
    others: [(MemberStatus, List<Image>); 2],
    /// Whether all are all that there is.
    extent: RwSignal<Option<Extent>>,
    /// What the table is without rows.
    emptiness: RwSignal<Emptiness>,
}

impl ReceivedLists {
    /// Reads as long as the caller is on screen.
    #[must_use]
    pub fn read() -> Self {
        let others = [MemberStatus::Accepted, MemberStatus::Rejected];
        let lists = Self {
            pending: received(MemberStatus::Pending),
            others: others.map(|status| (status, received(status))),
            extent: RwSignal::new(None),
            emptiness: RwSignal::new(Emptiness::Asked),
        };
        follow(move || lists.extent.set(lists.least_extent()));
        follow(move || lists.emptiness.set(lists.without_rows()));
        lists
    }

    fn all(self) -> [(MemberStatus, List<Image>); 3] {
        let [accepted, rejected] = self.others;
        [(MemberStatus::Pending, self.pending), accepted, rejected]
    }

    /// All images with how they stand, each once; one that came by several ways may stand in several
    /// lists. Reacts.
    #[must_use]
    pub fn images(self) -> Vec<(MemberStatus, Image)> {
        let mut images: Vec<(MemberStatus, Image)> = Vec::new();
        for (status, list) in self.all() {
            let before = images.len();
            list.rows.with(|rows| {
                let is_new = |image: &&Image| {
                    let mut known = images[..before].iter();
                    known.all(|(_, known)| known.id != image.id)
                };
                let new: Vec<_> = rows.iter().filter(is_new).cloned().collect();
                images.extend(new.into_iter().map(|image| (status, image)));
            });
        }
        images
    }

    /// Whether lists that were read to their end are being read again; reacts.
    #[must_use]
    pub fn is_read_again(self) -> bool {
        let is_reading = |(_, list): (_, List<Image>)| list.status.is_reading.get();
        self.is_read() && self.all().map(is_reading).contains(&true)
    }

    /// Whether every list was read to its end; reacts.
    #[must_use]
    pub fn is_read(self) -> bool {
        let read = self.all().map(|(_, list)| list.status.read_at.get());
        read.iter().all(Option::is_some)
    }

    /// Whether every list has come or has failed; reacts.
    #[must_use]
    pub fn has_ended(self) -> bool {
        let ended = self.all().map(|(_, list)| {
            let is_read = list.status.read_at.get().is_some();
            is_read || list.status.error.with(Option::is_some)
        });
        ended.iter().all(|ended| *ended)
    }

    /// The scan of by which member each is held.
    #[must_use]
    pub fn memberships(self) -> ImageScan {
        let name = move |id: &ImageId| {
            let mut lists = self.all().into_iter();
            lists.find_map(|(_, list)| called(list, id))
        };
        ImageScan::of(members_of_received(), self.extent, name)
    }

    /// Reads all again.
    pub fn refresh(self) {
        for (_, list) in self.all() {
            list.status.refresh();
        }
    }

    /// The lists as one.
    #[must_use]
    pub fn list_read(self, refresh: Callback<()>) -> ListRead {
        let left_out = move |()| self.all().map(|(_, list)| list.left_out.get()).iter().sum();
        ListRead {
            left_out: Callback::new(left_out),
            extent: Some(self.extent),
            ..ListRead::of_list(self.pending)
        }
        .refreshed_by(refresh)
        .empty_as(self.emptiness)
    }

    /// Why some of the lists are not there, beside the first of which the table tells, while there are
    /// rows of others.
    pub fn failures(self, rows: GridRows, retry: Callback<()>) -> AnyView {
        let views = self.others.map(|(status, list)| {
            let error = move || list.status.error.get().filter(|_| rows.total() > 0);
            failure_of(not_listed(status), error, Some(retry))
        });
        views.into_any()
    }

    /// Which of the lists are not there, beside the first; reacts.
    #[must_use]
    pub fn missing(self) -> Vec<Message> {
        let failed = self.others.into_iter();
        let failed = failed.filter(|(_, list)| list.status.error.with(Option::is_some));
        failed.map(|(status, _)| not_listed(status)).collect()
    }

    /// `None` until all are read.
    fn least_extent(self) -> Option<Extent> {
        let extents = self.all().map(|(_, list)| list.extent.get());
        let mut least = Extent::Whole;
        for extent in extents {
            let extent = extent?;
            if extent_words(extent).is_some() {
                least = extent;
            }
        }
        Some(least)
    }

    fn without_rows(self) -> Emptiness {
        let mut refused: Option<ApiError> = None;
        for (_, list) in self.others {
            match (list.status.read_at.get(), list.status.error.get()) {
                (Some(_), _) => {}
                (None, Some(error)) => refused = Some(error),
                (None, None) => return Emptiness::Asked,
            }
        }
        refused.map_or(Emptiness::Nothing, Emptiness::Refused)
    }
}

fn not_listed(status: MemberStatus) -> Message {
    match status {
        MemberStatus::Pending => text::received_pending_failed(),
        MemberStatus::Accepted => text::received_accepted_failed(),
        MemberStatus::Rejected => text::received_rejected_failed(),
    }
}
