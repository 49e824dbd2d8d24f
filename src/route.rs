//! Addresses: where the page is, how to get to another, and what every page's address tells.

pub mod container_images;
mod location;
mod navigation;
mod page_route;

pub use location::Location;
pub use navigation::{DETAILS, Navigation, TablePosition, provide_navigation, use_navigation};
pub use page_route::{PageRoute, Title, segments};
