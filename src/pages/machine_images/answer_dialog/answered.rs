//! How the images stand that are answered, as it was read, and the call that answers them.

use changes::PlannedWrite;
use cloud_api::ims::{Answerable, Decision, Image, ImageId, ImageMembers, UpdateMember, VaultId};
use cloud_api::{Before, Mutation, ProjectId};
use leptos::prelude::*;

use crate::change::look::Look;
use crate::pages::machine_images::members_look::{ImagesRead, MembersLook};

/// What is answered.
#[derive(Clone, Copy)]
pub struct Answered {
    /// How they are answered.
    pub decision: Decision,
    /// For which project.
    pub project: StoredValue<ProjectId>,
    /// The images, and by which member the project holds each: of others' images it is shown no other.
    pub members: MembersLook,
    /// Those that are accepted into a vault only.
    into_vault: StoredValue<Vec<ImageId>>,
}

impl Answered {
    /// Begins to read.
    pub fn begin(decision: Decision, project: ProjectId, images: &[Image]) -> Self {
        let named = |image: &Image| Some((image.image_id()?, image.shown_name().to_owned()));
        let into_vault = images.iter().filter(|image| image.needs_vault());
        Self {
            decision,
            project: StoredValue::new(project),
            members: MembersLook::begin(images.iter().filter_map(named).collect()),
            into_vault: StoredValue::new(into_vault.filter_map(Image::image_id).collect()),
        }
    }

    /// What an answer would do to an image that has these members.
    pub fn answerable(self, members: &ImageMembers) -> Answerable {
        self.project.with_value(|project| {
            Answerable::of(members.of_project(project), project, self.decision)
        })
    }

    /// Those that are answered; reacts.
    pub fn open(self) -> Vec<ImageId> {
        self.members.read.with(|read| {
            let open = read.iter().filter(|(_, members)| {
                let members = members.as_ref();
                members.is_ok_and(|members| self.answerable(members).is_open())
            });
            open.map(|(image, _)| image.clone()).collect()
        })
    }

    /// Whether one of them is accepted into a vault only; reacts.
    pub fn needs_vault(self) -> bool {
        let open = self.open();
        self.into_vault
            .with_value(|images| images.iter().any(|image| open.contains(image)))
    }

    /// The one call, with how each image stood before it; `None` where nothing is answered. Reacts.
    pub fn planned(self, vault: Option<VaultId>) -> Option<PlannedWrite> {
        let images = self.open();
        let before = self.members.before(&|image, _| images.contains(image));
        (!images.is_empty()).then(|| PlannedWrite {
            names: images
                .iter()
                .map(|image| self.members.name(image))
                .collect(),
            before: Before::ImageMembers(before),
            mutation: Mutation::UpdateMember(UpdateMember {
                images,
                project: self.project.get_value(),
                status: self.decision,
                vault,
            }),
        })
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        self.members.look(Box::new(move |shown, now| {
            self.picture(shown) == self.picture(now)
        }))
    }

    /// What a decision rests on: what an answer would do to each, nothing for what could not be read.
    fn picture(self, read: &ImagesRead) -> Vec<Option<Answerable>> {
        let members = read.iter().map(|(_, members)| members.as_ref().ok());
        members
            .map(|members| members.map(|members| self.answerable(members)))
            .collect()
    }
}
