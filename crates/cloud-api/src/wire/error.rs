//! What can go wrong between asking and knowing.

mod api_error;
mod decode;
mod form;
mod meaning;
mod no_answer;
mod not_sent;
mod refusal;

pub use api_error::ApiError;
pub(crate) use form::Form;
pub use meaning::Meaning;
pub use no_answer::{NoAnswer, NoAnswerKind};
pub use not_sent::NotSent;
pub use refusal::{Refusal, Unreadable};
