//! Reading a list page after page.

mod changing;
mod ending;
mod extent;
mod first_pages;
mod lengths;
mod markers;
mod properties;
mod support;
mod throttled;
