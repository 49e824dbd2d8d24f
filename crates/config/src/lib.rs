//! `config.json`: what whoever runs a console sets, read before the console starts.
//!
//! The raw form is the file's own tree, which has to have a [`shape`]. The resolved form is [`Config`]:
//! nothing in it can be missing or wrong. Between them stand the presets, and every [`Fault`] names
//! the place and what is expected there.

mod address;
mod cloud;
mod config;
mod fault;
mod place;
mod preset;
mod repeated;
mod resolve;
pub mod shape;

pub use cloud::{Cloud, Region, ServiceAddress};
pub use config::{Config, Demo, KeepInTab, LANGUAGES, PasswordSignIn, SignIn, Writes};
pub use fault::{Fault, Form, Kind, Problem};
pub use place::{Iam, Place};
pub use preset::Preset;
pub use resolve::{parse, read};
