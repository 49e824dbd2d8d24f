//! Which shares are added, by what was read of the images and by what is typed, and the calls that do it.

use changes::PlannedWrite;
use cloud_api::ims::{
    AddMembers, Image, ImageId, MemberType, PastedRecipient, Recipient, SharesToAdd,
    ShowImageQuota, shares_to_add,
};
use cloud_api::{Before, Mutation, Operation as _, ProjectId};
use leptos::prelude::*;
use words::machine_image::{not_shareable_words, share_doubt_words};

use super::typed::Typed;
use crate::change::look::Look;
use crate::i18n::{Message, text};
use crate::live::derived_anew;
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
    /// What comes of both.
    pub found: Memo<Found>,
    parts: StoredValue<Parts>,
    /// How many recipients an image may have, where the service tells.
    quota: RwSignal<Option<u64>>,
}

/// What comes of what is typed and what was read.
#[derive(Default)]
pub struct Found {
    /// What stands in the field, good or not.
    pub entries: Vec<PastedRecipient>,
    /// Whom it names, each once, without those to whom the images belong.
    pub recipients: Vec<Recipient>,
    /// What is missing of the shares with them, and what is there already.
    pub shares: SharesToAdd,
}

/// What stays as it is while the dialog is open.
struct Parts {
    /// The images that can be shared.
    images: Vec<Image>,
    /// What is said of the others.
    left: Vec<Message>,
    /// The project that shares, and its account: with them nothing is shared.
    own: Vec<Recipient>,
    /// Whom the person asked for, once the button was pressed.
    asked: Vec<Recipient>,
}

impl Additions {
    /// Begins to read; of images that cannot be shared nothing is asked.
    pub fn begin(project: &ProjectId, selected: Vec<Image>) -> Self {
        let (mut images, mut named, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for image in selected {
            let name = image.shown_name().to_owned();
            match (image.not_shareable_by(project), image.image_id()) {
                (Some(why), _) => {
                    left.push(text::share_images_left(name, not_shareable_words(why)));
                }
                (None, Some(id)) => {
                    named.push((id, name));
                    images.push(image);
                }
                // No row of such an image can be selected.
                (None, None) => {}
            }
        }
        let (session, typed) = (use_session(), Typed::nothing());
        let account = untrack(|| session.identity())
            .and_then(|identity| Recipient::listed(MemberType::Domain, &identity.account_id));
        let mut own = vec![Recipient::Project(project.clone())];
        own.extend(account);
        let members = MembersLook::begin(named);
        let parts = StoredValue::new(Parts {
            images,
            left,
            own,
            asked: Vec::new(),
        });
        let found = derived_anew(move || {
            let entries = typed.entries();
            let mut recipients = Vec::new();
            for entry in entries.iter().filter(|entry| entry.repeats.is_none()) {
                if let Ok(recipient) = &entry.recipient
                    && parts.with_value(|parts| !parts.own.contains(recipient))
                {
                    recipients.push(recipient.clone());
                }
            }
            let shares = members.read.with(|read| shares(read, &recipients));
            Found {
                entries,
                recipients,
                shares,
            }
        });
        Self {
            members,
            typed,
            found,
            parts,
            quota: quota(),
        }
    }

    /// Whether no image can be shared.
    pub fn is_empty(self) -> bool {
        self.parts.with_value(|parts| parts.images.is_empty())
    }

    /// How many shares are missing, and of how many images; reacts.
    pub fn missing(self) -> (usize, usize) {
        self.found.with(|found| {
            let missing = &found.shares.missing;
            (missing.len(), by_image(missing).count())
        })
    }

    /// What is said of each image of which shares are missing: how many, and why the service may refuse
    /// it; reacts.
    pub fn growing(self) -> (Vec<Message>, Vec<Message>) {
        let (mut added, mut doubts) = (Vec::new(), Vec::new());
        let quota = self.quota.get();
        self.found.with(|found| {
            for missing in by_image(&found.shares.missing) {
                let Some((id, _)) = missing.first() else {
                    continue;
                };
                let (name, more) = (self.members.name(id), missing.len() as u64);
                let count = more.saturating_add(self.members_of(id));
                self.parts.with_value(|parts| {
                    let mut images = parts.images.iter();
                    let image = images.find(|image| image.id == id.as_str());
                    let doubted = image.map(|image| image.share_doubts(count, quota));
                    for doubt in doubted.unwrap_or_default() {
                        doubts.push(share_doubt_words(name.clone(), doubt));
                    }
                });
                added.push(text::share_images_line(more, name));
            }
        });
        (added, doubts)
    }

    /// How many members an image has; reacts.
    fn members_of(self, image: &ImageId) -> u64 {
        self.members.read.with(|read| {
            let found = read.iter().find(|(id, _)| id == image);
            let members = found.and_then(|(_, members)| members.as_ref().ok());
            members.map_or(0, |members| members.count())
        })
    }

    /// What is said of images that cannot be shared, and of what is left out of what is typed; reacts.
    pub fn left_out(self) -> Vec<Message> {
        self.parts.with_value(|parts| {
            let mut left = parts.left.clone();
            self.found.with(|found| {
                left.extend(super::typed::left_out(&found.entries, &parts.own));
            });
            left
        })
    }

    /// The calls that share with these, with what was read of their own shares; reacts.
    pub fn planned(self, recipients: &[Recipient]) -> Vec<PlannedWrite> {
        // What is not known not to be there is not taken away by an undo.
        let before = self.members.before(&|_, found| found.are_all_known());
        let missing = self
            .members
            .read
            .with(|read| shares(read, recipients).missing);
        let plan = |call: AddMembers| PlannedWrite {
            names: self.members.names(&call.images, &call.recipients),
            before: Before::ImageMembers(before.only(&call.images, &call.recipients)),
            mutation: Mutation::AddMembers(call),
        };
        AddMembers::of_pairs(missing)
            .into_iter()
            .map(plan)
            .collect()
    }

    /// The same for what is typed, where it is complete; reacts.
    pub fn planned_so_far(self) -> Vec<PlannedWrite> {
        match self.typed.is_complete() {
            true => self.found.with(|found| self.planned(&found.recipients)),
            false => Vec::new(),
        }
    }

    /// Takes what is typed for what is asked; `false` where nothing is missing and everything was read.
    pub fn ask(self) -> bool {
        self.found.with_untracked(|found| {
            let asked = found.recipients.clone();
            self.parts.update_value(|parts| parts.asked = asked);
            !found.shares.missing.is_empty() || self.members.may_find_more()
        })
    }

    /// The calls for what was asked.
    pub fn asked_for(self) -> Vec<PlannedWrite> {
        self.parts.with_value(|parts| self.planned(&parts.asked))
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        self.members.look(Box::new(move |shown, now| {
            self.picture(shown) == self.picture(now)
        }))
    }

    /// What a decision rests on: the shares that are added, and how many images are left out.
    fn picture(self, read: &ImagesRead) -> (Vec<(ImageId, Recipient)>, usize) {
        let missing = self
            .parts
            .with_value(|parts| shares(read, &parts.asked).missing);
        let unread = read.iter().filter(|(_, read)| read.is_err());
        (missing, unread.count())
    }
}

/// Shares image by image.
fn by_image(shares: &[(ImageId, Recipient)]) -> impl Iterator<Item = &[(ImageId, Recipient)]> {
    shares.chunk_by(|(one, _), (next, _)| one == next)
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
