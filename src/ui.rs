//! Building blocks of pages: they know no service, no address and no cache.

mod announcement;
mod dialog;
mod icon;
mod status;

pub use announcement::{Announcements, NotificationArea, provide_announcements, use_announcements};
pub use dialog::Dialog;
pub use icon::{Icon, IconName};
pub use status::{Pill, Tone};
