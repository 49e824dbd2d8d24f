//! Sharing one machine image with one project: what clouds take that know no call over many.

use serde::{Deserialize, Serialize};

use super::image_id::ImageId;
use super::member::ListImageMembers;
use super::member_calls::changes;
use super::member_judgement::{self, ReadBack};
use super::recipient::Recipient;
use crate::undo::Inverse;
use crate::wire::body;
use crate::write::{Judgement, Manner, Write};
use crate::{
    ApiError, Before, Collection, Endpoint, Loss, Method, NotSent, Operation as _, ProjectId,
    Request, Response, Subject, Why,
};

const ADD: Endpoint = Endpoint::ims(
    Method::Post,
    "/v2/images/{image_id}/members",
    "GlanceAddImageMember",
);
const DELETE: Endpoint = Endpoint::ims(
    Method::Delete,
    "/v2/images/{image_id}/members/{member_id}",
    "GlanceDeleteImageMember",
);

/// Shares an image with a project: `POST /v2/images/{image_id}/members` (reference §8). Deprecated on
/// Huawei Cloud: only for clouds that know no `/v1/cloudimages/members`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddMember {
    /// Which image.
    pub image: ImageId,
    /// With which project.
    pub project: ProjectId,
}

/// Stops sharing an image with a project: `DELETE /v2/images/{image_id}/members/{member_id}`, answered
/// with 204 (reference §8). For the same clouds alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeleteMember {
    /// Which image.
    pub image: ImageId,
    /// With which project no longer.
    pub project: ProjectId,
}

#[derive(Serialize)]
struct Body<'a> {
    member: &'a ProjectId,
}

impl<M: From<DeleteMember>> Write<M> for AddMember {
    fn request(&self) -> Result<Request, NotSent> {
        let content = Body {
            member: &self.project,
        };
        let request = Request::new(&ADD, &[self.image.as_str()]);
        Ok(request.with_body(body::encode(&content)))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![subject(&self.image, &self.project)]
    }

    fn read_back(&self) -> Request {
        list(&self.image, None)
    }

    fn read_back_behind(&self, marker: &str) -> Request {
        list(&self.image, Some(marker))
    }

    fn next_page(&self, read_back: &Response) -> Result<Option<String>, ApiError> {
        member_judgement::next_page(read_back)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        ReadBack::of(read_back).added(subject)
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let delete = DeleteMember {
            image: self.image.clone(),
            project: self.project.clone(),
        };
        match was_shared(before, &self.image, &self.project) {
            Some(false) => Inverse::of(vec![delete.into()], None),
            Some(true) => Inverse::None(Why::ThereBefore),
            None => Inverse::None(Why::NotRead),
        }
    }

    fn changes(&self) -> Vec<Collection> {
        changes(std::slice::from_ref(&self.image))
    }
}

impl<M: From<AddMember>> Write<M> for DeleteMember {
    fn request(&self) -> Result<Request, NotSent> {
        let parameters = [self.image.as_str(), self.project.as_str()];
        Ok(Request::new(&DELETE, &parameters))
    }

    fn subjects(&self) -> Vec<Subject> {
        vec![subject(&self.image, &self.project)]
    }

    fn read_back(&self) -> Request {
        list(&self.image, None)
    }

    fn read_back_behind(&self, marker: &str) -> Request {
        list(&self.image, Some(marker))
    }

    fn next_page(&self, read_back: &Response) -> Result<Option<String>, ApiError> {
        member_judgement::next_page(read_back)
    }

    fn judge(&self, subject: &Subject, _before: &Before, read_back: &Response) -> Judgement {
        ReadBack::of(read_back).deleted(subject)
    }

    fn manner(&self) -> Manner {
        Manner::Remove
    }

    fn inverse(&self, before: &Before) -> Inverse<M> {
        let add = AddMember {
            image: self.image.clone(),
            project: self.project.clone(),
        };
        match was_shared(before, &self.image, &self.project) {
            Some(true) => Inverse::of(vec![add.into()], Some(Loss::AcceptedShares)),
            Some(false) => Inverse::None(Why::ThereBefore),
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

fn list(image: &ImageId, marker: Option<&str>) -> Request {
    let operation = ListImageMembers {
        image: image.clone(),
        marker: marker.map(str::to_owned),
    };
    operation.request()
}

fn was_shared(before: &Before, image: &ImageId, project: &ProjectId) -> Option<bool> {
    match before {
        Before::ImageMembers(before) => {
            before.was_shared(image, &Recipient::Project(project.clone()))
        }
        _ => None,
    }
}
