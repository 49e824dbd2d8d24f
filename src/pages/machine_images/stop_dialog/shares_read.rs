//! Who holds the images whose sharing is to be stopped, as it was read, and which shares are chosen.

use changes::PlannedWrite;
use cloud_api::ims::{
    DeleteMembers, ImageId, MemberType, OtherRoute, RecipientId, Share, images_of, recipients_of,
    shares_to_stop,
};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;

use crate::change::look::Look;
use crate::i18n::{Message, text};
use crate::live::derived;
use crate::pages::machine_images::accounts::Accounts;
use crate::pages::machine_images::members_look::{ImagesRead, MembersLook};

/// What was read, and what is chosen of it.
#[derive(Clone, Copy)]
pub struct SharesRead {
    /// The images and their members.
    pub members: MembersLook,
    /// The recipients that keep what they hold.
    pub kept: RwSignal<Vec<RecipientId>>,
    /// The shares that can be stopped, those of kept recipients too.
    pub found: Memo<Vec<Share>>,
    /// Those that are stopped.
    pub chosen: Memo<Vec<Share>>,
    /// The fewest calls that do it.
    pub calls: Memo<Vec<DeleteMembers>>,
    wanted: StoredValue<Option<Vec<RecipientId>>>,
    accounts: Accounts,
}

/// What a decision rests on: the shares that are stopped with their other routes, and the images that are
/// left out.
type Picture = (Vec<(ImageId, RecipientId, OtherRoute)>, Vec<ImageId>);

impl SharesRead {
    /// Begins to read.
    pub fn begin(images: Vec<(ImageId, String)>, wanted: Option<Vec<RecipientId>>) -> Self {
        let accounts = Accounts::known();
        let wanted = StoredValue::new(wanted);
        let members = MembersLook::begin(images);
        let read = members.read;
        let kept = RwSignal::new(Vec::new());
        let found = derived(move || read.with(|read| shares_sent(read, wanted, accounts, &[])));
        let chosen = derived(move || {
            kept.with(|kept| read.with(|read| shares_sent(read, wanted, accounts, kept)))
        });
        Self {
            members,
            kept,
            found,
            chosen,
            calls: derived(move || chosen.with(|chosen| DeleteMembers::of_shares(chosen))),
            wanted,
            accounts,
        }
    }

    /// The shares that were chosen, but that no request can name; reacts.
    pub fn unnameable(self) -> Vec<Share> {
        let all = self
            .members
            .read
            .with(|read| shares(read, self.wanted, self.accounts, &[]));
        let never = all.into_iter().filter(|it| it.member.recipient().is_none());
        never.collect()
    }

    /// So many images with so many recipients; reacts.
    pub fn title(self) -> Message {
        self.chosen.with(|chosen| {
            let (images, recipients) = (images_of(chosen), recipients_of(chosen));
            let images = text::stop_sharing_images(images.len() as u64);
            let mut kinds = recipients.iter().map(RecipientId::known_type);
            let count = recipients.len() as u64;
            match kinds.all(|kind| kind == Some(MemberType::Project)) {
                true => text::stop_sharing_with_projects(count, images),
                false => text::stop_sharing_with_recipients(count, images),
            }
        })
    }

    /// The calls, each with what was read of its own shares; reacts.
    pub fn planned(self) -> Vec<PlannedWrite> {
        let before = self.members.before(&|_, _| true);
        let calls = self.calls.get().into_iter();
        let plan = |call: DeleteMembers| PlannedWrite {
            names: self.members.names(&call.images, &call.recipients),
            before: Before::ImageMembers(before.only(&call.images, &call.recipients)),
            mutation: Mutation::DeleteMembers(call),
        };
        calls.map(plan).collect()
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        self.members.look(Box::new(move |shown, now| {
            self.picture(shown) == self.picture(now)
        }))
    }

    fn picture(self, read: &ImagesRead) -> Picture {
        let kept = self.kept.get_untracked();
        let shares = shares_sent(read, self.wanted, self.accounts, &kept).into_iter();
        let told = |it: Share| {
            let recipient = it.member.recipient_id();
            (it.image, recipient, it.other_route)
        };
        let unread = read.iter().filter(|(_, read)| read.is_err());
        (
            shares.map(told).collect(),
            unread.map(|(image, _)| image.clone()).collect(),
        )
    }
}

/// The shares with wanted recipients that are not kept.
fn shares(
    read: &ImagesRead,
    wanted: StoredValue<Option<Vec<RecipientId>>>,
    accounts: Accounts,
    kept: &[RecipientId],
) -> Vec<Share> {
    let found = read
        .iter()
        .filter_map(|(image, read)| Some((image, read.as_ref().ok()?)));
    wanted.with_value(|wanted| {
        let is_wanted = |recipient: &RecipientId| {
            let is_asked = wanted.as_ref().is_none_or(|all| all.contains(recipient));
            is_asked && !kept.contains(recipient)
        };
        shares_to_stop(found, &accounts.get(), &is_wanted)
    })
}

/// Those of them that a request can name.
fn shares_sent(
    read: &ImagesRead,
    wanted: StoredValue<Option<Vec<RecipientId>>>,
    accounts: Accounts,
    kept: &[RecipientId],
) -> Vec<Share> {
    let mut shares = shares(read, wanted, accounts, kept);
    shares.retain(|share| share.member.recipient().is_some());
    shares
}
