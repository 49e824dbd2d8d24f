//! Accounts that a repository is shared with.

mod reads;
mod support;
mod writes;
