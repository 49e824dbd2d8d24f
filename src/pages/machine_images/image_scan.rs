//! A scan over images that begins by itself where there are few, and else when a person asks for it.

use cloud_api::Owner;
use cloud_api::ims::{Image, ImageId};
use leptos::prelude::*;

use super::members_scan::MembersScan;
use crate::i18n::Message;
use crate::listing::coverage::{Covered, Places, Scanned};
use crate::live::{derived, live, shown};
use crate::query::Extent;
use crate::ui::{ButtonKind, HeadRoom, button, head_line, in_page_head};

/// So many images are read without being asked to: more would be many requests for a column.
const FEW: usize = 100;

/// When images are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// At once: the page is about nothing else.
    AtOnce,
    /// At once where there are few, else when a person asks for it.
    WhereFew,
}

/// A scan of the members of images.
#[derive(Clone, Copy)]
pub struct ImageScan {
    /// What was found of each.
    pub scan: MembersScan,
    /// How much is read.
    pub covered: Covered,
    /// The images that are read once a person asks for it.
    offered: RwSignal<Vec<ImageId>>,
}

impl ImageScan {
    /// Over images of a list that is all there is or a part, as `extent` says; `name` gives what a
    /// person calls one of them, where that is known.
    #[must_use]
    pub fn of(
        scan: MembersScan,
        extent: RwSignal<Option<Extent>>,
        name: impl Fn(&ImageId) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let name = move |place: &Owner| {
            let named = match place {
                Owner::Image(id) => name(id),
                _ => None,
            };
            named.unwrap_or_else(|| place.to_string())
        };
        Self {
            scan,
            covered: Covered {
                places: Places::SharedImages,
                scan: Scanned::of(scan.any(), name),
                unnameable: RwSignal::new(Vec::new()),
                extent,
                sight: derived(|| None),
            },
            offered: RwSignal::new(Vec::new()),
        }
    }

    /// Reads these images, or offers to.
    pub fn wants<'a>(self, images: impl Iterator<Item = &'a Image>, begin: Begin) {
        let (mut ids, mut names) = (Vec::new(), Vec::new());
        for image in images {
            match image.image_id() {
                Some(id) => ids.push(id),
                None => names.push(image.shown_name().to_owned()),
            }
        }
        self.covered.unnameable.set(names);
        let has_begun = untrack(|| self.scan.look(|scan| scan.places().next().is_some()));
        match begin == Begin::AtOnce || has_begun || ids.len() <= FEW {
            true => self.cover(ids),
            false => self.offered.set(ids),
        }
    }

    fn cover(self, images: Vec<ImageId>) {
        self.offered.set(Vec::new());
        self.scan.cover(images);
    }

    /// Puts beside the title how much was read, or the button that begins it, with these words for so
    /// many images; what stopped the reading stands where this is called.
    pub fn view(self, words: fn(u64) -> Message) -> AnyView {
        let offered = derived(move || self.offered.with(Vec::len) as u64);
        let begin = live(move || {
            let count = offered.get();
            shown((count > 0).then(|| {
                button(ButtonKind::Plain, words(count), move || {
                    self.cover(self.offered.get_untracked());
                })
            }))
        });
        let so_far = live(move || shown((offered.get() == 0).then(|| self.covered.so_far())));
        view! {
            {in_page_head(
                HeadRoom::Beside,
                head_line([begin.into_any(), so_far.into_any()].into_any()),
            )}
            {self.covered.why_it_stands_still()}
        }
        .into_any()
    }
}
