//! Building blocks of pages: they know no service, no address and no cache.

mod announcement;
pub mod arriving;
pub mod bounded;
mod button;
mod by_hand;
mod dialog;
mod dropdown;
pub mod facts;
mod failed_area;
pub mod failure;
mod focus;
mod foreground;
mod held;
mod icon;
mod menu;
mod page_head;
mod panel;
pub mod piece;
mod product_name;
mod project_alias;
mod reload_cost;
mod signed_in;
mod status;
pub mod tabs;
mod under_way;
mod urgent;
mod write_button;

pub use announcement::{Announcements, NotificationArea, provide_announcements, use_announcements};
pub use button::{Action, ButtonKind, action_button, button, submit_button};
pub use by_hand::ByHand;
pub use dialog::{Dialog, DialogTitle, dialog_while};
pub use dropdown::{Offered, dropdown};
pub use focus::{focus, focus_by_id, focus_in_sight, show_what_is_told};
pub use held::Held;
pub use icon::{Icon, IconName};
pub use menu::{close_menu, icon_menu, menu};
pub use page_head::{
    HeadRoom, PageHead, call_page, call_page_above, head_line, in_page_head, page_help,
    provide_page_head,
};
pub use panel::side_panel;
pub use product_name::product_name;
pub use project_alias::project_alias;
pub use reload_cost::{provide_besides, reload_cost};
pub use signed_in::provide_signed_in;
pub use status::{Pill, Tone, label_of};
pub use under_way::{UnderWay, provide_under_way};
pub use urgent::{Question, Urgent, asked, provide_urgent};
pub use write_button::{offers_writes, only_shows, write_button};
