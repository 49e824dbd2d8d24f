//! The messages, one function each, made from `locales/en.json`.

use cloud_api::Timestamp;

use crate::message::{Argument, Message, Source};
use crate::template::Template;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
