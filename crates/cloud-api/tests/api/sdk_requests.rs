//! The client builds the requests that the official SDK was seen to send.

mod enterprise;
mod hss;
mod ims;
mod support;
mod swr;
mod sync;
