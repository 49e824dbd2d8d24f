//! stub
use crate::session::Session;
use cloud_api::Mutation;
use leptos::prelude::*;
/// p
pub struct Planned {
    /// m
    pub mutation: Mutation,
    /// n
    pub names: Vec<String>,
}
/// w
#[derive(Clone, Copy)]
pub struct Work;
/// p
pub fn provide_work(_s: Session) {
    provide_context(Work);
}
/// u
#[must_use]
pub fn use_work() -> Work {
    use_context().unwrap_or(Work)
}
impl Work {
    /// r
    pub fn run(self, _p: Planned) {}
}
