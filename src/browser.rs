//! The browser's own abilities outside of fetching and the page's content.

pub mod address;
pub mod chance;
pub mod channel;
pub mod clock;
pub mod console;
pub mod demo;
pub mod download;
pub mod environment;
pub mod hmac_key;
pub mod leaving;
pub mod locks;
pub mod panic;
pub mod policy;
pub mod presence;
pub mod program;
pub mod put_aside;
pub mod storage;
pub mod tab_title;
