//! Building blocks of pages: they know no service, no address and no cache.

mod announcement;
mod button;
mod dialog;
pub mod failure;
mod focus;
mod held;
mod icon;
mod menu;
mod page_head;
mod status;
pub mod tabs;

pub use announcement::{Announcements, NotificationArea, provide_announcements, use_announcements};
pub use button::{Action, ButtonKind, action_button, button, submit_button};
pub use dialog::{Dialog, dialog_while};
pub use focus::{focus, focus_by_id};
pub use held::Held;
pub use icon::{Icon, IconName};
pub use menu::{icon_menu, menu};
pub use page_head::{HeadRoom, in_page_head, page_head, page_help};
pub use status::{Pill, Tone};
