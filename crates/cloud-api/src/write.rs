//! What every write can tell of itself; [`Mutation`] lists the writes.

use crate::terraform::{Resource, Standing};
use crate::{Before, Inverse, Judgement, Mutation, NotSent, Request, Response, Subject};

/// One write. The methods are those of [`Mutation`], which passes each call on.
pub(crate) trait Write {
    fn request(&self) -> Result<Request, NotSent>;

    fn subjects(&self) -> Vec<Subject>;

    /// The same write over some of its subjects; `None` over none of them, and for a write that
    /// cannot be divided.
    fn part(&self, _wanted: &[Subject]) -> Option<Mutation> {
        None
    }

    fn read_back(&self) -> Request;

    fn judge(&self, subject: &Subject, read_back: &Response) -> Judgement;

    /// Those of its subjects that an answer with a 2xx names as not taken all the same.
    fn left_out(&self, _answer: &Response) -> Vec<Subject> {
        Vec::new()
    }

    fn is_removal(&self) -> bool {
        false
    }

    fn inverse(&self, before: &Before) -> Inverse;

    /// What is there after the write, in Terraform's terms.
    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        None
    }
}
