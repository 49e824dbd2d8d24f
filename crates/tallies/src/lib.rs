//! What is known of all repositories, as numbers.
//!
//! An answer is about one place among perhaps a hundred thousand, and only what that place gives is counted anew:
//! [`Counting`] takes what it gave before out of the [`Tally`] and what it gives now in. The whole is counted only where
//! places or their readings began anew, and then a part at a time, so that nobody waits for it.

mod asked;
mod copies;
mod counting;
mod oldest;
mod organization;
mod pairs;
mod people;
mod tally;
mod told;

pub use asked::{Asked, Lacks};
pub use counting::{Counting, Looks, Numbers, Source};
pub use tally::{Figures, Organizations, Tally};
pub use told::{Told, ToldOrganization};
