//! The functions that answer a call of IMS.

use crate::gateway::answer::Answer;

use super::call::Call;
use super::image::Image;
use super::state::State;

/// What answers a call, by what its path names.
pub enum Handler {
    /// Nothing.
    Account(fn(&mut State, &Call<'_>) -> Answer),
    /// An image.
    Image(fn(&Call<'_>, &Image) -> Answer),
    /// The project, then an image.
    ProjectImage(fn(&Call<'_>, &Image) -> Answer),
    /// An image, then one of its members.
    Member(fn(&Call<'_>, &Image, &str) -> Answer),
    /// The project, then an image, then one of its members.
    ProjectMember(fn(&Call<'_>, &Image, &str) -> Answer),
    /// An image by its ID, whose members change.
    ImageWrite(fn(&mut State, &Call<'_>, &str) -> Answer),
    /// An image by its ID, then the member that changes.
    MemberWrite(fn(&mut State, &Call<'_>, &str, &str) -> Answer),
    /// A job by its ID.
    Job(fn(&mut State, &Call<'_>, &str) -> Answer),
    /// The project, then a job by its ID.
    ProjectJob(fn(&mut State, &Call<'_>, &str) -> Answer),
}
