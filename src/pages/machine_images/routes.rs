//! The addresses of the pages about machine images.

use std::fmt;

use cloud_api::TextError;
use cloud_api::ims::ImageId;

use crate::i18n::{Message, text};
use crate::route::{PageRoute, Title};
use crate::ui::IconName;

/// A page about machine images.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// All images.
    Images,
    /// One image and its members.
    Image(ImageId),
    /// The address of an image whose ID cannot be one, and why.
    MalformedImage {
        /// What stands in the address.
        text: String,
        /// What is wrong with it.
        error: TextError,
    },
}

impl Route {
    /// The pages that the navigation leads to, under the words and icons that it has for them.
    #[must_use]
    pub fn entries() -> Vec<(Self, Message, IconName)> {
        vec![(Self::Images, text::frame_machine_images(), IconName::Server)]
    }
}

impl PageRoute for Route {
    fn parse(segments: &[&str]) -> Option<Self> {
        match segments {
            ["machine-images"] => Some(Self::Images),
            ["machine-images", id] => Some(match id.parse() {
                Ok(id) => Self::Image(id),
                Err(error) => Self::MalformedImage {
                    text: (*id).to_owned(),
                    error,
                },
            }),
            _ => None,
        }
    }

    fn title(&self) -> Title {
        match self {
            Self::Images => Title::Words(text::frame_machine_images()),
            Self::Image(id) => Title::Name(id.to_string()),
            Self::MalformedImage { .. } => Title::Words(text::machine_image_malformed()),
        }
    }

    fn parent(&self) -> Option<Self> {
        match self {
            Self::Images => None,
            Self::Image(_) | Self::MalformedImage { .. } => Some(Self::Images),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Images => formatter.write_str("machine-images"),
            Self::Image(id) => write!(formatter, "machine-images/{id}"),
            Self::MalformedImage { text, .. } => {
                let set = percent_encoding::NON_ALPHANUMERIC;
                let text = percent_encoding::utf8_percent_encode(text, set);
                write!(formatter, "machine-images/{text}")
            }
        }
    }
}
