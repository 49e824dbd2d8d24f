//! The connection check: each service of a place is asked for one thing, and what came back becomes a
//! [`Diagnosis`]: where it fails, and which lines of `config.json`, of the proxy or of the policy put it
//! right.
//!
//! Everything here is a function of what was seen. Who asks, and how a browser finds out, is the console's.

mod asked;
mod diagnosis;
mod explained;
mod lines;
mod seen;
mod step;

pub use asked::{Asked, InNameOf, others, requests};
pub use diagnosis::{Diagnosis, ProxyFault, diagnose};
pub use explained::may_explain;
pub use lines::{Block, File, How, Lines, lacks_by_preset, lines};
pub use seen::{Policy, SecondLook, Seen};
pub use step::{Step, Weight, step, weight};
