//! Accepting and rejecting machine images that others share.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::image_id::ImageId;
use super::job_id::JobId;
use super::member::{MemberStatus, ShowImageMember};
use super::member_calls::{CONTENT_TYPE, changes, knows_no_many};
use super::recipient::Recipient;
use super::vault_id::VaultId;
use crate::clipboard::terraform::{Resource, Standing};
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Meaning, Method, NotSent, Operation as _, ProjectId,
    Request, Response, Subject, Why,
};

const UPDATE: Endpoint =
    Endpoint::ims(Method::Put, "/v1/cloudimages/members", "BatchUpdateMembers");
const SET: Endpoint = Endpoint::ims(
    Method::Put,
    "/v2/images/{image_id}/members/{member_id}",
    "GlanceUpdateImageMember",
);

/// What a project makes of an image that is shared with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The image is in its list.
    Accepted,
    /// It is not, but servers can still be made from it.
    Rejected,
}

/// Accepts or rejects images for one project, with its own credential: `PUT /v1/cloudimages/members`,
/// answered with a job (examples §3.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateMember {
    /// Which images.
    pub images: Vec<ImageId>,
    /// For which project; it is the one whose credential is sent.
    pub project: ProjectId,
    /// Which of both.
    pub status: Decision,
    /// Where the servers of a full-ECS image are kept; mandatory to accept one that the backup service
    /// made.
    pub vault: Option<VaultId>,
}

/// The same for one image: `PUT /v2/images/{image_id}/members/{member_id}` (reference §8). Deprecated on
/// Huawei Cloud: only for clouds that know no `/v1/cloudimages/members`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetMemberStatus {
    /// Which image.
    pub image: ImageId,
    /// For which project.
    pub project: ProjectId,
    /// Which of both.
    pub status: Decision,
    /// As for many.
    pub vault: Option<VaultId>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    images: Option<&'a [ImageId]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    project_id: Option<&'a ProjectId>,
    status: Decision,
    #[serde(skip_serializing_if = "Option::is_none")]
    vault_id: Option<&'a VaultId>,
}

impl Decision {
    /// How an image stands that was answered so.
    #[must_use]
    pub fn status(self) -> MemberStatus {
        match self {
            Self::Accepted => MemberStatus::Accepted,
            Self::Rejected => MemberStatus::Rejected,
        }
    }

    fn of(status: MemberStatus) -> Option<Self> {
        match status {
            MemberStatus::Accepted => Some(Self::Accepted),
            MemberStatus::Rejected => Some(Self::Rejected),
            MemberStatus::Pending => None,
        }
    }
}

impl UpdateMember {
    fn over(&self, images: Vec<ImageId>) -> Option<Self> {
        (!images.is_empty()).then(|| Self {
            images,
            ..self.clone()
        })
    }
}

impl<M: From<UpdateMember> + From<SetMemberStatus>> Write<M> for UpdateMember {
    fn request(&self) -> Result<Request, NotSent> {
        if self.images.is_empty() {
            return Err(NotSent::NobodyNamed);
        }
        let content = Body {
            images: Some(&self.images),
            project_id: Some(&self.project),
            status: self.status,
            vault_id: self.vault.as_ref(),
        };
        let request = Request::new(&UPDATE, &[]).with_content_type(CONTENT_TYPE);
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        let images = self.images.iter();
        images.map(|image| subject(image, &self.project)).collect()
    }

    fn part(&self, wanted: &BTreeSet<&Subject>) -> Option<M> {
        let is_wanted = |image: &&ImageId| wanted.contains(&subject(image, &self.project));
        let images = self.images.iter().filter(is_wanted).cloned().collect();
        self.over(images).map(M::from)
    }

    fn read_back(&self) -> Request {
        show(self.images.first(), &self.project)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        judge(self.status, read_back)
    }

    fn job(&self, answer: &Response) -> Option<Result<JobId, ApiError>> {
        Some(JobId::in_answer(answer))
    }

    fn is_not_known_there(&self, error: &ApiError) -> bool {
        knows_no_many(error)
    }

    fn one_by_one(&self) -> Vec<M> {
        let images = self.images.iter();
        let set = |image: &ImageId| SetMemberStatus {
            image: image.clone(),
            project: self.project.clone(),
            status: self.status,
            vault: self.vault.clone(),
        };
        images.map(|image| set(image).into()).collect()
    }

    /// Puts back what was decided before. Nothing makes undecided what was.
    fn inverse(&self, before: &Before) -> Inverse<M> {
        let back = |decision: Decision| {
            let images = self.images.iter();
            let was = |image: &&ImageId| {
                decision != self.status && decided(before, image, &self.project) == Some(decision)
            };
            let back = Self {
                status: decision,
                // Whatever it was accepted into before, nobody reads.
                vault: None,
                ..self.clone()
            };
            back.over(images.filter(was).cloned().collect())
        };
        let calls = [Decision::Accepted, Decision::Rejected].map(back);
        let calls: Vec<M> = calls.into_iter().flatten().map(M::from).collect();
        match calls.is_empty() {
            true => Inverse::None(Why::NotRead),
            false => Inverse::of(calls, None),
        }
    }

    fn changes(&self) -> Vec<Collection> {
        changes(&self.images)
    }

    /// A rejected image is what the provider makes of an accepted one when it takes it away.
    fn each_described(&self, _before: &Before) -> Option<Vec<(Resource, Standing)>> {
        let accepter = |image: &ImageId| {
            let accepter = Resource::ImageShareAccepter {
                image: image.clone(),
                vault: self.vault.clone(),
            };
            (accepter, Standing::New)
        };
        let is_accepted = self.status == Decision::Accepted;
        is_accepted.then(|| self.images.iter().map(accepter).collect())
    }
}

impl<M: From<SetMemberStatus>> Write<M> for SetMemberStatus {
    fn request(&self) -> Result<Request, NotSent> {
        let content = Body {
            images: None,
            project_id: None,
            status: self.status,
            vault_id: self.vault.as_ref(),
        };
        let parameters = [self.image.as_str(), self.project.as_str()];
        Ok(Request::new(&SET, &parameters).with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![subject(&self.image, &self.project)]
    }

    fn read_back(&self) -> Request {
        show(Some(&self.image), &self.project)
    }

    fn judge(&self, _subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        judge(self.status, read_back)
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        match decided(before, &self.image, &self.project) {
            Some(decision) if decision != self.status => {
                let back = Self {
                    status: decision,
                    vault: None,
                    ..self.clone()
                };
                Inverse::of(vec![back.into()], None)
            }
            Some(_) => Inverse::None(Why::ThereBefore),
            None => Inverse::None(Why::NotRead),
        }
    }

    fn changes(&self) -> Vec<Collection> {
        changes(std::slice::from_ref(&self.image))
    }
}

fn subject(image: &ImageId, project: &ProjectId) -> Subject {
    Subject::image_member(image, &Recipient::Project(project.clone()))
}

fn decided(before: &Before, image: &ImageId, project: &ProjectId) -> Option<Decision> {
    let Before::ImageMembers(before) = before else {
        return None;
    };
    let recipient = Recipient::Project(project.clone());
    Decision::of(before.status(image, &recipient)?)
}

/// The member's own entry: nobody but the owner of an image sees the whole list.
fn show(image: Option<&ImageId>, project: &ProjectId) -> Request {
    match image {
        Some(image) => ShowImageMember {
            image: image.clone(),
            member: project.clone(),
        }
        .request(),
        // Nothing is sent and nothing read for a write over nothing.
        None => Request::new(&UPDATE, &[]),
    }
}

fn judge(wanted: Decision, read_back: &Response) -> Judgement {
    match ShowImageMember::decode(read_back) {
        Ok(member) if member.known_status() == Some(wanted.status()) => Judgement::Applied,
        Ok(_) => Judgement::NotApplied,
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Judgement::NotApplied,
        Err(error) => Judgement::CannotTell(error),
    }
}
