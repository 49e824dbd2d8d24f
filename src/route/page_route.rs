//! What the address of a page tells, whichever area the page is of.

use std::fmt;

use cloud_api::Subject;
use config::Place;

use crate::i18n::Message;

/// The words that name a page: ours, or a name from the cloud.
#[derive(Clone, Debug, PartialEq)]
pub enum Title {
    /// Words of ours.
    Words(Message),
    /// A name.
    Name(String),
}

/// A page of an area. Printed, it is its address, relative to where the console is mounted.
pub trait PageRoute: Clone + PartialEq + fmt::Display {
    /// The page at these segments of a path; `None` when the area has none there.
    fn parse(segments: &[&str]) -> Option<Self>;

    /// The page's title.
    fn title(&self) -> Title;

    /// The page above this one; following it to the end gives the breadcrumbs.
    fn parent(&self) -> Option<Self> {
        None
    }

    /// The words of the tab that is open, where the page has tabs.
    fn part(&self) -> Option<Message> {
        None
    }

    /// The page that shows a thing that a change was about; `None` when the area has none.
    fn about(_subject: &Subject) -> Option<Self> {
        None
    }

    /// The tabs of the area's first page that are not open at once, under their own words: each can be
    /// gone to.
    #[must_use]
    fn tabs() -> Vec<(Self, Message)> {
        Vec::new()
    }

    /// Whether a place has what the page is about, as far as the console's file tells: nothing leads to a
    /// page that is not offered.
    fn is_offered(&self, _place: Place) -> bool {
        true
    }

    /// Whether both are tabs of one thing.
    fn is_part_beside(&self, _other: &Self) -> bool {
        false
    }
}

/// The segments of a path that begins after the mount point; `None` when one of them is no text.
#[must_use]
pub fn segments(path: &str) -> Option<Vec<String>> {
    let decode = |segment| percent_encoding::percent_decode_str(segment).decode_utf8();
    let segments = path.trim_matches('/').split('/');
    segments
        .map(|segment| decode(segment).map(std::borrow::Cow::into_owned).ok())
        .collect()
}
