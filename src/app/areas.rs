//! The areas of the console: the one list of them, and the only file of the frame that knows pages.
//!
//! With the feature `separate-areas` each is a file of its own, loaded when it is first opened;
//! without it all are part of the one program.

use std::fmt;

use cloud_api::Subject;
use config::Place;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
#[cfg(feature = "separate-areas")]
use leptos::wasm_split::wasm_split;

use crate::i18n::{Message, text};
use crate::pages;
use crate::route::{PageRoute, Title, segments};
use crate::ui::IconName;
use crate::ui::piece::{Built, built, load_ahead};

pub use crate::pages::enterprise::restore_form;
pub use crate::pages::sign_in::{Purpose, other_project_dialog, sign_in_dialog, sign_in_page};

/// One line an area: its name, the module of its pages, and the names of its file and of what loads
/// that. The order is that of the navigation.
macro_rules! areas {
    ($($(#[$documentation:meta])* $area:ident => $module:ident, $file:ident, $load:ident;)+) => {
        /// A group of pages that are loaded together.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Area {
            $($(#[$documentation])* $area,)+
        }

        /// A page of the console.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Route {
            $($(#[$documentation])* $area(pages::$module::Route),)+
            /// An address that no page has.
            NotFound,
        }

        $(
            #[cfg_attr(
                feature = "separate-areas",
                wasm_split(
                    $file,
                    wasm_split_path = ::leptos::wasm_split,
                    preload($load),
                    fallible
                )
            )]
            fn $file(route: pages::$module::Route) -> Built {
                Ok(pages::$module::page(route))
            }
        )+

        impl Area {
            /// Loads the area unless it is here.
            ///
            /// # Errors
            /// When a file of it did not arrive, arrived changed or is of another build. May be
            /// tried again.
            #[cfg(feature = "separate-areas")]
            pub async fn load(self) -> Result<(), SplitLoaderError> {
                match self {
                    $(Self::$area => $load().await,)+
                }
            }
        }

        impl Route {
            /// The page at a path, which begins after the mount point and holds no query.
            #[must_use]
            pub fn parse(path: &str) -> Self {
                let Some(segments) = segments(path) else {
                    return Self::NotFound;
                };
                let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
                $(
                    if let Some(route) = pages::$module::Route::parse(&segments) {
                        return Self::$area(route);
                    }
                )+
                Self::NotFound
            }

            /// The area of the page, where there is one.
            #[must_use]
            pub fn area(&self) -> Option<Area> {
                match self {
                    $(Self::$area(_) => Some(Area::$area),)+
                    Self::NotFound => None,
                }
            }

            /// The page's title.
            #[must_use]
            pub fn title(&self) -> Title {
                match self {
                    $(Self::$area(route) => route.title(),)+
                    Self::NotFound => Title::Words(text::not_found_title()),
                }
            }

            /// The words of the tab that is open, where the page has tabs.
            #[must_use]
            pub fn part(&self) -> Option<Message> {
                match self {
                    $(Self::$area(route) => route.part(),)+
                    Self::NotFound => None,
                }
            }

            /// Whether a place has what the page is about, as far as the console's file tells.
            #[must_use]
            pub fn is_offered(&self, place: Place) -> bool {
                match self {
                    $(Self::$area(route) => route.is_offered(place),)+
                    Self::NotFound => true,
                }
            }

            /// Whether both are tabs of one thing.
            #[must_use]
            pub fn is_part_beside(&self, other: &Self) -> bool {
                match (self, other) {
                    $((Self::$area(this), Self::$area(that)) => this.is_part_beside(that),)+
                    _ => false,
                }
            }

            /// The page that shows a thing that a change was about.
            #[must_use]
            pub fn about(subject: &Subject) -> Option<Self> {
                $(
                    if let Some(route) = pages::$module::Route::about(subject) {
                        return Some(Self::$area(route));
                    }
                )+
                None
            }

            fn parent(&self) -> Option<Self> {
                match self {
                    $(Self::$area(route) => route.parent().map(Self::$area),)+
                    Self::NotFound => None,
                }
            }

            /// The pages that the navigation leads to, under the words and icons that it has for them.
            #[must_use]
            pub fn entries() -> Vec<(Self, Message, IconName)> {
                let mut entries = Vec::new();
                $(
                    let own = pages::$module::Route::entries().into_iter();
                    entries.extend(own.map(|(route, words, icon)| (Self::$area(route), words, icon)));
                )+
                entries
            }

            /// The tabs of pages that the navigation leads to, beside those that open at once.
            #[must_use]
            pub fn tabs() -> Vec<(Self, Message)> {
                let mut tabs = Vec::new();
                $(
                    let own = pages::$module::Route::tabs().into_iter();
                    tabs.extend(own.map(|(route, words)| (Self::$area(route), words)));
                )+
                tabs
            }

            /// The page, if its area is here.
            #[must_use]
            pub fn build(&self) -> Option<AnyView> {
                match self {
                    $(Self::$area(route) => built($file(route.clone())),)+
                    Self::NotFound => None,
                }
            }
        }

        impl fmt::Display for Route {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$area(route) => route.fmt(formatter),)+
                    Self::NotFound => Ok(()),
                }
            }
        }
    };
}

areas! {
    /// Who can get images, where copies go, what needs attention, at one look.
    Overview => overview, overview, load_overview;
    /// Organizations, repositories, and where they are copied to.
    ContainerImages => containers, container_images, load_container_images;
    /// Registries of one's own, and where they are replicated to.
    Enterprise => enterprise, enterprise, load_enterprise;
    /// The image sync tasks of the host security service.
    SecuritySync => security_sync, security_sync, load_security_sync;
    /// Machine images and who they are shared with.
    MachineImages => machine_images, machine_images, load_machine_images;
    /// What was changed from this browser.
    Activity => activity, activity, load_activity;
    /// How far requests to the services come.
    ConnectionCheck => connection_check, connection_check, load_connection_check;
}

impl Area {
    #[cfg(not(feature = "separate-areas"))]
    #[expect(clippy::unused_async, reason = "the same as where areas are loaded")]
    pub async fn load(self) -> Result<(), SplitLoaderError> {
        Ok(())
    }

    /// Loads the area before somebody opens it.
    pub fn load_ahead(self) {
        load_ahead(self.load());
    }
}

impl Route {
    /// The pages from the top to this one.
    #[must_use]
    pub fn trail(&self) -> Vec<Self> {
        let mut trail = vec![self.clone()];
        while let Some(parent) = trail.last().and_then(Self::parent) {
            trail.push(parent);
        }
        trail.reverse();
        trail
    }

    /// What the top bar shows besides on the pages of an area.
    #[must_use]
    pub fn top_bar(&self) -> Option<AnyView> {
        match self {
            Self::SecuritySync(_) => Some(pages::security_sync::enterprise_project()),
            Self::Overview(_)
            | Self::ContainerImages(_)
            | Self::Enterprise(_)
            | Self::MachineImages(_)
            | Self::Activity(_)
            | Self::ConnectionCheck(_)
            | Self::NotFound => None,
        }
    }
}
