//! What every write can tell of itself; [`crate::Mutation`] lists the writes.

use std::collections::BTreeSet;

use crate::clipboard::terraform::{Resource, Standing};
use crate::ims::JobId;
use crate::undo::Inverse;
use crate::{ApiError, Before, Collection, Meaning, NotSent, Request, Response, Subject};

/// What a read-back says of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// It is as the write wanted it.
    Applied,
    /// It is not (yet) as the write wanted it.
    NotApplied,
    /// It is, but somebody else may have made it so: this confirms what the service has accepted and
    /// leaves open what it has not. The error says so.
    PerhapsAnothers(ApiError),
    /// The read-back could not be done or understood.
    CannotTell(ApiError),
}

/// What has become of a thing since a person decided on a write over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Nothing that the decision rests on.
    Same,
    /// Somebody has made something else of it.
    Changed,
    /// Somebody has made something else of it that keeps nothing in use any more which it kept in use.
    OutOfTheWay,
    /// Nobody knows.
    CannotTell(ApiError),
}

/// What a write does to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// It makes or changes it.
    Change,
    /// It takes it away: finding it gone is what was wanted.
    Remove,
    /// It only starts it: how that ends is told elsewhere.
    Start,
}

/// How long it may take until what the service has taken is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// As long as lists lag behind writes.
    Moments,
    /// Until something has ended that is under way.
    UntilItEnds,
}

/// Part of what keeps a thing in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dependents {
    /// Each, where a request can name it, and what it is called; untrusted text.
    pub by: Vec<(Option<Subject>, String)>,
    /// How many rows lie before those that are to be read next; `None` where these were the last.
    pub goes_on_behind: Option<u64>,
}

/// One write. The methods are those of [`crate::Mutation`], which passes each call on. `M` is what
/// holds the write and those that take it back, so that no write knows the whole list.
pub(crate) trait Write<M> {
    fn request(&self) -> Result<Request, NotSent>;

    fn subjects(&self) -> Vec<Subject>;

    /// The same write over some of its subjects; `None` over none of them, and for a write that
    /// cannot be divided.
    fn part(&self, _wanted: &BTreeSet<&Subject>) -> Option<M> {
        None
    }

    /// The same write over some of its subjects, in as few calls as it takes: told anew where some of
    /// them may be no whole.
    fn parts(&self, wanted: &BTreeSet<&Subject>) -> Vec<M> {
        self.part(wanted).into_iter().collect()
    }
    /// The read of what all subjects belong to; a write over several owners is read back in parts.
    fn read_back(&self) -> Request;
    /// The same, of the page behind one that ends with this.
    fn read_back_behind(&self, _marker: &str) -> Request {
        self.read_back()
    }
    /// With what a page ends behind which the list goes on; `None` for the last one. The error says why
    /// nobody knows.
    fn next_page(&self, _read_back: &Response) -> Result<Option<String>, ApiError> {
        Ok(None)
    }

    fn judge(&self, subject: &Subject, before: &Before, read_back: &Response) -> Judgement;

    /// The same of many, in their order; told anew where the answer need not be understood anew for
    /// each.
    fn judge_each(
        &self,
        subjects: &[&Subject],
        before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        let subjects = subjects.iter();
        subjects
            .map(|subject| self.judge(subject, before, read_back))
            .collect()
    }

    /// The read that shows whether what the write made is still as the write left it.
    fn look(&self) -> Request {
        self.read_back()
    }

    /// What the answer to [`Write::look`] says of that, of each of its subjects in order. An undo takes
    /// back only what is: what somebody else has made of it since is theirs.
    fn are_as_left(
        &self,
        subjects: &[Subject],
        before: &Before,
        look: &Response,
    ) -> Vec<Judgement> {
        let subjects = subjects.iter();
        subjects
            .map(|subject| self.judge(subject, before, look))
            .collect()
    }

    /// The same write over the thing as the answer to [`Write::read_back`] shows it, and what was read
    /// before it then; `None` where it keeps nothing of the thing.
    fn over(&self, _before: &Before, _read_back: &Response) -> Option<(M, Before)> {
        None
    }

    /// Whether it rests on how the thing was when it was read: sent again later without another look, it
    /// may write over, or delete, what somebody has made of it since.
    fn rests_on_what_was_read(&self) -> bool {
        false
    }

    /// What has become of the thing since it was read before, as the answer to [`Write::read_back`] shows
    /// it: a write over another thing than was meant is not sent later.
    fn since(&self, _before: &Before, _read_back: &Response) -> Since {
        Since::Same
    }

    /// The read, behind so many rows, of what keeps the thing in use: it was seen before the person decided,
    /// and is looked at again where the write is sent later. `None` where nothing does.
    fn dependents(&self, _behind: u64) -> Option<Request> {
        None
    }

    /// What an answer to that says; the error says why nobody knows.
    fn dependents_in(&self, _behind: u64, _page: &Response) -> Result<Dependents, ApiError> {
        Ok(Dependents::default())
    }

    /// The thing that it makes way for, given what was read before: of all that comes later only the
    /// write over that one waits for it, and without that one it is not sent later. `None` where
    /// everything that comes later waits.
    fn makes_way_for(&self, _before: &Before) -> Option<Subject> {
        None
    }

    /// What is known besides what was read before, once the service has taken it; `None` where its answer
    /// tells nothing.
    fn noted(&self, _before: &Before, _answer: &Response) -> Option<Before> {
        None
    }

    /// Whether this refusal, of one thing, may say that it is as it was wanted already: then it is looked.
    fn may_be_so_already(&self, _error: &ApiError) -> bool {
        false
    }

    /// Whether answers show all that it sends. Otherwise what looks as it was wanted may be another's, and a
    /// refusal because it is there already stands.
    fn is_all_shown(&self) -> bool {
        true
    }

    /// How long it may take until what the service has taken is to be seen.
    fn patience(&self) -> Patience {
        Patience::Moments
    }

    /// The job that an accepting answer names; `None` for a write that is done when it is answered.
    fn job(&self, _answer: &Response) -> Option<Result<JobId, ApiError>> {
        None
    }
    /// Whether this refusal says that the cloud does not know the call at all.
    fn is_not_known_there(&self, error: &ApiError) -> bool {
        error.meaning() == Some(Meaning::WrongPath)
    }
    /// The writes that do the same where the cloud knows no call over many, each over one subject; those
    /// that they cannot name are missing.
    fn one_by_one(&self) -> Vec<M> {
        Vec::new()
    }
    /// Those of its subjects that an answer with a 2xx names as not taken all the same.
    fn left_out(&self, _answer: &Response) -> Vec<Subject> {
        Vec::new()
    }

    /// Whether it may be refused for want of a right because of one of its subjects alone: nobody
    /// changes what is their own or the creator's.
    fn may_name_protected(&self) -> bool {
        false
    }

    /// Whether rights on it hang on what it is itself, so that one that is lacking tells nothing of others of
    /// the same owner.
    fn is_granted_by_itself(&self) -> bool {
        false
    }

    fn manner(&self) -> Manner {
        Manner::Change
    }

    fn inverse(&self, before: &Before) -> Inverse<M>;

    /// What reads show no longer as it is.
    fn changes(&self) -> Vec<Collection>;

    /// What is there after the write, in Terraform's terms.
    fn described(&self, _before: &Before) -> Option<(Resource, Standing)> {
        None
    }
    /// The same of a write that makes several things.
    fn each_described(&self, before: &Before) -> Option<Vec<(Resource, Standing)>> {
        self.described(before).map(|one| vec![one])
    }
}
