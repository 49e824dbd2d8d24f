//! The client builds the requests that the official SDK was seen to send.

#[cfg(test)]
mod hss;
#[cfg(test)]
mod support;
#[cfg(test)]
mod swr;
#[cfg(test)]
mod sync;
