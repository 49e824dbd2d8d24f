//! Writes as values.

mod inverses;
mod requests;
mod subjects;
mod support;
mod written_form;
