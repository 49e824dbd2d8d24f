//! Which shares are added, by what was read of the images and by what is typed, and the calls that do it.

use changes::PlannedWrite;
use cloud_api::ims::{
    AddMembers, Image, ImageId, MembersBefore, NotShareable, Recipient, ShareDoubt, SharesToAdd,
    ShowImageQuota, shares_to_add,
};
use cloud_api::{Before, Mutation, Operation as _, ProjectId};
use leptos::prelude::*;

use super::typed::Typed;
use crate::change::look::Look;
use crate::live::derived;
use crate::pages::machine_images::members_look::{ImagesRead, MembersLook};
use crate::query::use_rest;
use crate::session::use_session;

/// What is shared.
#[derive(Clone, Copy)]
pub struct Additions {
    /// The images that can be shared, and their members.
    pub members: MembersLook,
    /// With whom.
    pub typed: Typed,
    /// What is missing of it, and what is there already.
    pub shares: Memo<SharesToAdd>,
    /// Those images.
    own: StoredValue<Vec<(ImageId, Image)>>,
    /// What a person calls the others, and why they are left out.
    pub left: StoredValue<Vec<(String, NotShareable)>>,
    /// Whom the person asked for.
    asked: StoredValue<Vec<Recipient>>,
    /// How many recipients an image may have, where the service tells.
    quota: RwSignal<Option<u64>>,
}

/// What a decision rests on: the shares that are added, and the images that are left out.
type Picture = (Vec<(ImageId, Recipient)>, Vec<ImageId>);

impl Additions {
    /// Begins to read; of images that cannot be shared nothing is asked.
    pub fn begin(project: &ProjectId, images: Vec<Image>, typed: Typed) -> Self {
        let (mut own, mut left) = (Vec::new(), Vec::new());
        for image in images {
            match (image.not_shareable_by(project), image.image_id()) {
                (Some(why), _) => left.push((image.shown_name().to_owned(), why)),
                (None, Some(id)) => own.push((id, image)),
                // No row of such an image can be selected.
                (None, None) => {}
            }
        }
        let named = own.iter();
        let named = named.map(|(id, image)| (id.clone(), image.shown_name().to_owned()));
        let members = MembersLook::begin(named.collect());
        let shares = derived(move || {
            members
                .read
                .with(|read| typed.recipients.with(|recipients| shares(read, recipients)))
        });
        Self {
            members,
            typed,
            shares,
            own: StoredValue::new(own),
            left: StoredValue::new(left),
            asked: StoredValue::new(Vec::new()),
            quota: quota(),
        }
    }

    /// Of how many images shares are missing; reacts.
    pub fn images(self) -> usize {
        self.shares.with(|shares| by_image(shares).count())
    }

    /// Whether none can.
    pub fn is_empty(self) -> bool {
        self.own.with_value(Vec::is_empty)
    }

    /// The images of which shares are missing, each with how many, and why the service may refuse it;
    /// reacts.
    pub fn growing(self) -> Vec<(ImageId, u64, Vec<ShareDoubt>)> {
        let quota = self.quota.get();
        self.shares.with(|shares| {
            let growing = by_image(shares).filter_map(|missing| {
                let (image, _) = missing.first()?;
                let more = missing.len() as u64;
                let count = more.saturating_add(self.members_of(image));
                let doubts = self.own.with_value(|own| {
                    let own = own.iter().find(|(id, _)| id == image);
                    own.map(|(_, own)| own.share_doubts(count, quota))
                });
                Some((image.clone(), more, doubts.unwrap_or_default()))
            });
            growing.collect()
        })
    }

    /// How many members an image has; reacts.
    fn members_of(self, image: &ImageId) -> u64 {
        self.members.read.with(|read| {
            let found = read.iter().find(|(id, _)| id == image);
            let members = found.and_then(|(_, members)| members.as_ref().ok());
            members.map_or(0, |members| members.count())
        })
    }

    /// The calls that share with these, with what was read of their own shares; reacts.
    pub fn planned(self, recipients: &[Recipient]) -> Vec<PlannedWrite> {
        self.members.read.with(|read| {
            let mut before = MembersBefore::default();
            for (image, members) in read {
                // What is not known not to be there is not taken away by an undo.
                if let Ok(found) = members
                    && found.is_whole
                    && found.left_out == 0
                {
                    before.add(image, &found.members);
                }
            }
            let calls = AddMembers::of_pairs(shares(read, recipients).missing).into_iter();
            let plan = |call: AddMembers| PlannedWrite {
                names: self.names(&call),
                before: Before::ImageMembers(before.only(&call.images, &call.recipients)),
                mutation: Mutation::AddMembers(call),
            };
            calls.map(plan).collect()
        })
    }

    fn names(self, call: &AddMembers) -> Vec<String> {
        let images = call.images.iter();
        let of_image = |image: &ImageId| {
            let name = self.members.name(image);
            let recipients = call.recipients.iter();
            let named = recipients.map(|recipient| format!("{name} → {recipient}"));
            named.collect::<Vec<_>>()
        };
        images.flat_map(of_image).collect()
    }

    /// Takes what is typed for what is asked; `false` where nothing is missing.
    pub fn ask(self) -> bool {
        self.asked.set_value(self.typed.recipients.get_untracked());
        self.shares
            .with_untracked(|shares| !shares.missing.is_empty())
    }

    /// The calls for what was asked.
    pub fn asked_for(self) -> Vec<PlannedWrite> {
        self.asked.with_value(|recipients| self.planned(recipients))
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        self.members.look(Box::new(move |shown, now| {
            self.picture(shown) == self.picture(now)
        }))
    }

    fn picture(self, read: &ImagesRead) -> Picture {
        let missing = self.asked.with_value(|asked| shares(read, asked).missing);
        let unread = read.iter().filter(|(_, read)| read.is_err());
        (missing, unread.map(|(image, _)| image.clone()).collect())
    }
}

/// What is missing, image by image.
fn by_image(shares: &SharesToAdd) -> impl Iterator<Item = &[(ImageId, Recipient)]> {
    let missing = &shares.missing;
    missing.chunk_by(|(one, _), (next, _)| one == next)
}

/// Reads how many recipients an image may have, in the background.
fn quota() -> RwSignal<Option<u64>> {
    let quota = RwSignal::new(None);
    let (session, rest) = (use_session(), use_rest());
    leptos::task::spawn_local(async move {
        let is_awaited = || quota.try_get_untracked().is_some();
        let answer = rest
            .ask(session, ShowImageQuota.request(), &is_awaited)
            .await;
        // Without an answer what every cloud allows is told.
        let quotas = answer.and_then(Result::ok);
        let quotas = quotas.and_then(|answer| ShowImageQuota::decode(&answer).ok());
        quota.try_set(quotas.and_then(|quotas| quotas.most_recipients()));
    });
    quota
}

fn shares(read: &ImagesRead, recipients: &[Recipient]) -> SharesToAdd {
    let found = read.iter();
    let found = found.filter_map(|(image, read)| Some((image, read.as_ref().ok()?)));
    shares_to_add(found, recipients)
}
