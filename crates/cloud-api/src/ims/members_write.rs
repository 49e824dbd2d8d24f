//! Sharing machine images, and no longer sharing them: so many images with so many recipients in one call.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::image_id::ImageId;
use super::job_id::JobId;
use super::member::ListImageMembers;
use super::member_calls::{CONTENT_TYPE, changes, knows_no_many};
use super::member_judgement::{self, ReadBack};
use super::member_write::{AddMember, DeleteMember};
use super::recipient::Recipient;
use super::rectangles::{Rectangle, rectangles};
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Loss, Method, NotSent, Operation as _, ProjectId,
    Request, Response, Subject, Why,
};

const PATH: &str = "/v1/cloudimages/members";
const ADD: Endpoint = Endpoint::ims(Method::Post, PATH, "BatchAddMembers");
const DELETE: Endpoint = Endpoint::ims(Method::Delete, PATH, "BatchDeleteMembers");

/// Shares images: `POST /v1/cloudimages/members`, answered with a job (examples §3.3). Meant is each image
/// with each recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddMembers {
    /// Which images; they belong to the project whose credential is sent.
    pub images: Vec<ImageId>,
    /// With whom.
    pub recipients: Vec<Recipient>,
}

/// Stops sharing images: `DELETE /v1/cloudimages/members`, answered with a job (seed page on deleting
/// image members, examples §3.3). Meant is each image with each recipient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteMembers {
    /// Which images; they belong to the project whose credential is sent.
    pub images: Vec<ImageId>,
    /// With whom no longer.
    pub recipients: Vec<Recipient>,
}

/// An image and a recipient.
type Pair = (ImageId, Recipient);

impl AddMembers {
    /// The fewest calls that share exactly these images with these recipients.
    #[must_use]
    pub fn of_pairs(pairs: impl IntoIterator<Item = Pair>) -> Vec<Self> {
        let add = |it: Rectangle<ImageId, Recipient>| Self {
            images: it.rows,
            recipients: it.columns,
        };
        rectangles(pairs).into_iter().map(add).collect()
    }

    fn projects(&self) -> impl Iterator<Item = &ProjectId> {
        self.recipients.iter().filter_map(|it| match it {
            Recipient::Project(project) => Some(project),
            Recipient::Account(_) | Recipient::Organization(_) => None,
        })
    }

    /// How many shares are with something else than a project.
    pub(crate) fn beyond_projects(&self) -> usize {
        let others = self.recipients.len() - self.projects().count();
        others * self.images.len()
    }
}

impl DeleteMembers {
    /// The fewest calls that stop exactly these shares.
    #[must_use]
    pub fn of_pairs(pairs: impl IntoIterator<Item = Pair>) -> Vec<Self> {
        let delete = |it: Rectangle<ImageId, Recipient>| Self {
            images: it.rows,
            recipients: it.columns,
        };
        rectangles(pairs).into_iter().map(delete).collect()
    }
}

impl<M> Write<M> for AddMembers
where
    M: From<AddMembers> + From<DeleteMembers> + From<AddMember>,
{
    fn request(&self) -> Result<Request, NotSent> {
        request(&ADD, &self.images, &self.recipients)
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.images, &self.recipients)
    }

    fn parts(&self, wanted: &BTreeSet<&Subject>) -> Vec<M> {
        let pairs = wanted_among(&self.images, &self.recipients, wanted);
        Self::of_pairs(pairs).into_iter().map(M::from).collect()
    }

    fn read_back(&self) -> Request {
        list(&self.images, None)
    }

    fn read_back_behind(&self, marker: &str) -> Request {
        list(&self.images, Some(marker))
    }

    fn next_page(&self, read_back: &Response) -> Result<Option<String>, ApiError> {
        member_judgement::next_page(read_back)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        ReadBack::of(read_back).added(subject)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        _before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        let list = ReadBack::of(read_back);
        let subjects = subjects.iter();
        subjects.map(|subject| list.added(subject)).collect()
    }

    fn job(&self, answer: &Response) -> Option<Result<JobId, ApiError>> {
        Some(JobId::in_answer(answer))
    }

    fn is_not_known_there(&self, error: &ApiError) -> bool {
        knows_no_many(error)
    }

    fn one_by_one(&self) -> Vec<M> {
        let add = |(image, recipient)| match recipient {
            Recipient::Project(project) => Some(AddMember { image, project }.into()),
            Recipient::Account(_) | Recipient::Organization(_) => None,
        };
        let pairs = pairs(&self.images, &self.recipients);
        pairs.filter_map(add).collect()
    }

    /// Stops exactly the shares that were not there before.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::ImageMembers(before) = before else {
            return Inverse::None(Why::NotRead);
        };
        let is_new = |(image, recipient): &Pair| before.was_shared(image, recipient) == Some(false);
        let made = pairs(&self.images, &self.recipients).filter(is_new);
        let calls = DeleteMembers::of_pairs(made).into_iter().map(M::from);
        Inverse::of(calls.collect(), None)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.images)
    }

    fn each_described(&self, _before: &Before) -> Option<Vec<(Resource, Standing)>> {
        let projects: Vec<ProjectId> = self.projects().cloned().collect();
        let share = |image: &ImageId| {
            let share = Resource::ImageShare {
                image: image.clone(),
                projects: projects.clone(),
            };
            (share, Standing::New)
        };
        (!projects.is_empty()).then(|| self.images.iter().map(share).collect())
    }
}

impl<M> Write<M> for DeleteMembers
where
    M: From<AddMembers> + From<DeleteMembers> + From<DeleteMember>,
{
    fn request(&self) -> Result<Request, NotSent> {
        request(&DELETE, &self.images, &self.recipients)
    }

    fn subjects(&self) -> Vec<Subject> {
        subjects(&self.images, &self.recipients)
    }

    fn parts(&self, wanted: &BTreeSet<&Subject>) -> Vec<M> {
        let pairs = wanted_among(&self.images, &self.recipients, wanted);
        Self::of_pairs(pairs).into_iter().map(M::from).collect()
    }

    fn read_back(&self) -> Request {
        list(&self.images, None)
    }

    fn read_back_behind(&self, marker: &str) -> Request {
        list(&self.images, Some(marker))
    }

    fn next_page(&self, read_back: &Response) -> Result<Option<String>, ApiError> {
        member_judgement::next_page(read_back)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        ReadBack::of(read_back).deleted(subject)
    }

    fn judge_each(
        &self,
        subjects: &[&Subject],
        _before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        let list = ReadBack::of(read_back);
        let subjects = subjects.iter();
        subjects.map(|subject| list.deleted(subject)).collect()
    }

    fn job(&self, answer: &Response) -> Option<Result<JobId, ApiError>> {
        Some(JobId::in_answer(answer))
    }

    fn is_not_known_there(&self, error: &ApiError) -> bool {
        knows_no_many(error)
    }

    fn one_by_one(&self) -> Vec<M> {
        let delete = |(image, recipient)| match recipient {
            Recipient::Project(project) => Some(DeleteMember { image, project }.into()),
            Recipient::Account(_) | Recipient::Organization(_) => None,
        };
        let pairs = pairs(&self.images, &self.recipients);
        pairs.filter_map(delete).collect()
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    /// Shares exactly what was shared before; who it is shared with has to accept it again.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let Before::ImageMembers(before) = before else {
            return Inverse::None(Why::NotRead);
        };
        let was_there =
            |(image, recipient): &Pair| before.was_shared(image, recipient) == Some(true);
        let taken = pairs(&self.images, &self.recipients).filter(was_there);
        let calls: Vec<M> = AddMembers::of_pairs(taken)
            .into_iter()
            .map(M::from)
            .collect();
        let lost = (!calls.is_empty()).then_some(Loss::AcceptedShares);
        Inverse::of(calls, lost)
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.images)
    }
}

/// What the calls carry. The lists that hold nothing are left out, but for that of projects, which some
/// pages call mandatory (corrections §4).
#[derive(Serialize)]
struct Body<'a> {
    images: &'a [ImageId],
    projects: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    domains: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    organizations: Vec<&'a str>,
}

fn request(
    endpoint: &'static Endpoint,
    images: &[ImageId],
    recipients: &[Recipient],
) -> Result<Request, NotSent> {
    if images.is_empty() || recipients.is_empty() {
        return Err(NotSent::NobodyNamed);
    }
    let mut content = Body {
        images,
        projects: Vec::new(),
        domains: Vec::new(),
        organizations: Vec::new(),
    };
    for recipient in recipients {
        let list = match recipient {
            Recipient::Project(_) => &mut content.projects,
            Recipient::Account(_) => &mut content.domains,
            Recipient::Organization(_) => &mut content.organizations,
        };
        list.push(recipient.identifier());
    }
    let request = Request::new(endpoint, &[]).with_content_type(CONTENT_TYPE);
    Ok(request.with_body(body::encode(&content)))
}

fn pairs(images: &[ImageId], recipients: &[Recipient]) -> impl Iterator<Item = Pair> {
    images.iter().flat_map(move |image| {
        let recipients = recipients.iter();
        recipients.map(move |recipient| (image.clone(), recipient.clone()))
    })
}

fn subjects(images: &[ImageId], recipients: &[Recipient]) -> Vec<Subject> {
    pairs(images, recipients)
        .map(|(image, recipient)| Subject::image_member(&image, &recipient))
        .collect()
}

fn wanted_among(
    images: &[ImageId],
    recipients: &[Recipient],
    wanted: &BTreeSet<&Subject>,
) -> Vec<Pair> {
    let is_wanted =
        |(image, recipient): &Pair| wanted.contains(&Subject::image_member(image, recipient));
    pairs(images, recipients).filter(is_wanted).collect()
}

/// The members of the one image that a part of the write is read back of.
fn list(images: &[ImageId], marker: Option<&str>) -> Request {
    let marker = marker.map(str::to_owned);
    match images.first() {
        Some(image) => ListImageMembers {
            image: image.clone(),
            marker,
        }
        .request(),
        // Nothing is sent and nothing read for a write over nothing.
        None => Request::new(&ADD, &[]),
    }
}
