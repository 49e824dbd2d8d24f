//! How the images stand that are answered, as it was read, and the call that answers them.

use changes::{Found, PlannedWrite};
use cloud_api::ims::{
    Answerable, Decision, Image, ImageId, Member, MembersBefore, ShowImageMember, UpdateMember,
    VaultId,
};
use cloud_api::{ApiError, Before, Meaning, Mutation, ProjectId};
use futures::future::LocalBoxFuture;
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;

use crate::change::look::Look;
use crate::query::{Rest, use_rest};
use crate::session::{Session, use_session};

/// Images that are read at once.
const AT_ONCE: usize = 4;

/// An image that is answered.
#[derive(Clone)]
pub struct ToAnswer {
    image: ImageId,
    name: String,
    needs_vault: bool,
    /// By which member the project holds it, as far as is known.
    member: Option<Member>,
    /// Why that could not be read the last time, if so.
    error: Option<ApiError>,
}

impl ToAnswer {
    /// An image with the member by which the project holds it; `None` where no request can name it.
    #[must_use]
    pub fn listed(image: &Image, member: Option<Member>) -> Option<Self> {
        Some(Self {
            image: image.image_id()?,
            name: image.shown_name().to_owned(),
            needs_vault: image.needs_vault(),
            member,
            error: None,
        })
    }

    /// Which one.
    pub fn image(&self) -> &ImageId {
        &self.image
    }

    /// What a person calls it; untrusted text.
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Whether it is accepted into a vault only.
    pub fn needs_vault(&self) -> bool {
        self.needs_vault
    }

    fn is_through_others(&self, answered: Answered) -> bool {
        answered.answerable(self) == Ok(Answerable::Otherwise)
    }
}

/// What was read of the images.
#[derive(Clone, Copy)]
pub struct Answered {
    /// How they are answered.
    pub decision: Decision,
    /// For which project.
    pub project: StoredValue<ProjectId>,
    /// All that were selected; reacts.
    pub images: RwSignal<Vec<ToAnswer>>,
    session: Session,
    rest: Rest,
}

impl Answered {
    /// As what is on screen tells.
    pub fn of(decision: Decision, project: ProjectId, images: Vec<ToAnswer>) -> Self {
        Self {
            decision,
            project: StoredValue::new(project),
            images: RwSignal::new(images),
            session: use_session(),
            rest: use_rest(),
        }
    }

    /// What an answer would do to it.
    ///
    /// # Errors
    /// Why that could not be read.
    pub fn answerable(self, image: &ToAnswer) -> Result<Answerable, ApiError> {
        let of =
            |project: &ProjectId| Answerable::of(image.member.as_ref(), project, self.decision);
        match &image.error {
            Some(error) => Err(error.clone()),
            None => Ok(self.project.with_value(of)),
        }
    }

    /// Those that are answered; reacts.
    pub fn open(self) -> Vec<ToAnswer> {
        let is_open = |it: &&ToAnswer| self.answerable(it).is_ok_and(|it| it.is_open());
        self.images
            .with(|images| images.iter().filter(is_open).cloned().collect())
    }

    /// The one call, with how each image stood before it; `None` where nothing is answered. Reacts.
    pub fn planned(self, vault: Option<VaultId>) -> Option<PlannedWrite> {
        let open = self.open();
        let mut before = MembersBefore::default();
        for it in &open {
            before.add(&it.image, &it.member);
        }
        (!open.is_empty()).then(|| PlannedWrite {
            names: open.iter().map(ToAnswer::name).collect(),
            before: Before::ImageMembers(before),
            mutation: Mutation::UpdateMember(UpdateMember {
                images: open.into_iter().map(|it| it.image).collect(),
                project: self.project.get_value(),
                status: self.decision,
                vault,
            }),
        })
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        Look::by(move || {
            async move {
                let Some(found) = self.read_all().await else {
                    return Found::Changed;
                };
                let errors: Option<Vec<&ApiError>> =
                    found.iter().map(|it| it.error.as_ref()).collect();
                // When nothing could be read, what was shown before still stands.
                if let Some(error) = errors.and_then(|errors| errors.first().copied().cloned()) {
                    return Found::NotRead(error);
                }
                let shown = self.images.with_untracked(|images| self.picture(images));
                let now = self.picture(&found);
                self.images.set(found);
                Found::compare(&shown, Ok(&now))
            }
            .boxed_local()
        })
    }

    /// What a decision rests on: what an answer would do to each, nothing for what could not be read.
    fn picture(self, images: &[ToAnswer]) -> Vec<Option<Answerable>> {
        let images = images.iter();
        images.map(|it| self.answerable(it).ok()).collect()
    }

    /// Reads each member's own entry; `None` when the dialog was left.
    async fn read_all(self) -> Option<Vec<ToAnswer>> {
        let mut all = self.images.try_get_untracked()?;
        let read = |(place, it): (usize, &ToAnswer)| self.read_one(place, it.image.clone());
        let reads: Vec<_> = all.iter().enumerate().map(read).collect();
        let mut reading = stream::iter(reads).buffer_unordered(AT_ONCE);
        while let Some(found) = reading.next().await {
            let (place, found) = found?;
            let Some(it) = all.get_mut(place) else {
                continue;
            };
            it.error = None;
            match found {
                Ok(member) => it.member = Some(member),
                // A project is no member where its account or organization is.
                Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                    if !it.is_through_others(self) {
                        it.member = None;
                    }
                }
                Err(error) => it.error = Some(error),
            }
        }
        Some(all)
    }

    fn read_one(self, place: usize, image: ImageId) -> Reading {
        async move {
            let is_awaited = || self.images.try_with_untracked(|_| ()).is_some();
            let member = self.project.try_get_value()?;
            let show = ShowImageMember { image, member };
            let found = self.rest.read(self.session, show, &is_awaited).await?;
            Some((place, found))
        }
        .boxed_local()
    }
}

/// The place of an image and what came of reading its member; `None` when the dialog was left.
type Reading = LocalBoxFuture<'static, Option<(usize, Result<Member, ApiError>)>>;
