//! The addresses of the pages about machine images.

use std::fmt;

use cloud_api::ims::{ImageId, RecipientId};
use cloud_api::{Owner, Service, Subject, TextError};
use config::Place;
use percent_encoding::{NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// A page about machine images.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All images, by the tab that is open.
    Images(Tab),
    /// One image and its members.
    Image(ImageId),
    /// The address of an image whose ID cannot be one, and why.
    MalformedImage {
        /// What stands in the address.
        text: String,
        /// What is wrong with it.
        error: TextError,
    },
    /// One recipient and the images that it holds.
    Recipient(RecipientId),
}

/// A part of the page about all images.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// Those that the project can use.
    All,
    /// Who its own are shared with.
    Recipients,
    /// Those that others share with it.
    Received,
}

impl Tab {
    /// All, in the order of the page.
    pub const ALL: [Self; 3] = [Self::All, Self::Recipients, Self::Received];

    /// What it is called.
    #[must_use]
    pub fn words(self) -> Message {
        match self {
            Self::All => text::machine_images_all(),
            Self::Recipients => text::image_recipients_title(),
            Self::Received => text::machine_image_shared_with_project(),
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::All => "machine-images",
            Self::Recipients => "machine-images/recipients",
            Self::Received => "machine-images/shared-with-me",
        }
    }
}

impl Route {
    /// The pages that the navigation leads to, under the words and icons that it has for them.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        let (route, words) = (Self::Images(Tab::All), text::frame_machine_images());
        vec![(route, words, IconName::Server)]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        let ["machine-images", behind @ ..] = segments else {
            return None;
        };
        Some(match behind {
            [] => Self::Images(Tab::All),
            // No ID of an image is such a word: documented are UUIDs.
            ["recipients"] => Self::Images(Tab::Recipients),
            ["shared-with-me"] => Self::Images(Tab::Received),
            [id] => match id.parse() {
                Ok(id) => Self::Image(id),
                Err(error) => Self::MalformedImage {
                    text: (*id).to_owned(),
                    error,
                },
            },
            ["recipients", member_type, identifier] => Self::Recipient(RecipientId {
                member_type: (*member_type).to_owned(),
                identifier: (*identifier).to_owned(),
            }),
            _ => return None,
        })
    }

    fn is_offered(&self, place: Place) -> bool {
        place.has(Service::Ims)
    }

    fn title(&self) -> Title {
        match self {
            Self::Images(_) => Title::Words(text::frame_machine_images()),
            Self::Image(id) => Title::Name(id.to_string()),
            Self::MalformedImage { .. } => Title::Words(text::machine_image_malformed()),
            Self::Recipient(id) => Title::Name(id.identifier.clone()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Images(_) => None,
            Self::Image(_) | Self::MalformedImage { .. } => Some(Self::Images(Tab::All)),
            Self::Recipient(_) => Some(Self::Images(Tab::Recipients)),
        }
    }

    fn about(subject: &Subject) -> Option<Self> {
        match &subject.of {
            Owner::Image(id) => Some(Self::Image(id.clone())),
            Owner::Account
            | Owner::Organization(_)
            | Owner::Repository(_)
            | Owner::Project(_)
            | Owner::Instance(_) => None,
        }
    }

    fn part(&self) -> Option<Message> {
        match self {
            // The page is called by its first tab.
            Self::Images(Tab::All) => None,
            Self::Images(tab) => Some(tab.words()),
            // Its name is one of the cloud's, which stands in no title of a window.
            Self::Recipient(_) => Some(text::image_members_recipient()),
            Self::Image(_) | Self::MalformedImage { .. } => None,
        }
    }

    fn tabs() -> Vec<(Self, Message)> {
        let tabs = [Tab::Recipients, Tab::Received];
        tabs.map(|tab| (Self::Images(tab), tab.words())).into()
    }

    fn is_part_beside(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Images(_), Self::Images(_)))
    }
}

/// A text from the service as a segment of an address.
fn segment_of(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NON_ALPHANUMERIC)
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Images(tab) => formatter.write_str(tab.address()),
            Self::Image(id) => write!(formatter, "machine-images/{id}"),
            Self::MalformedImage { text, .. } => {
                write!(formatter, "machine-images/{}", segment_of(text))
            }
            Self::Recipient(RecipientId {
                member_type,
                identifier,
            }) => {
                let (kind, id) = (segment_of(member_type), segment_of(identifier));
                write!(formatter, "machine-images/recipients/{kind}/{id}")
            }
        }
    }
}
