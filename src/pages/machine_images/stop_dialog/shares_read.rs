//! Who holds the images whose sharing is to be stopped, as it was read, and which shares are chosen.

use changes::{Found, PlannedWrite};
use cloud_api::ims::{
    DeleteMembers, ImageId, ImageMembers, ListImageMembers, MemberType, MembersBefore, OtherRoute,
    RecipientId, Share, images_of, recipients_of, shares_to_stop,
};
use cloud_api::{ApiError, Before, Meaning, Mutation};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;

use crate::change::look::Look;
use crate::i18n::{Message, text};
use crate::live::derived;
use crate::pages::machine_images::accounts::Accounts;
use crate::query::{Rest, use_rest};
use crate::session::{Session, use_session};

/// Images that are read at once.
const AT_ONCE: usize = 4;

/// Each image and its members, or why they could not be read, in the order of the images.
type ImagesRead = Vec<(ImageId, Result<ImageMembers, ApiError>)>;

/// What was read, and what is chosen of it.
#[derive(Clone, Copy)]
pub struct SharesRead {
    /// The images, each with what a person calls it; untrusted text.
    pub images: StoredValue<Vec<(ImageId, String)>>,
    /// What came of reading; empty before.
    pub read: RwSignal<ImagesRead>,
    /// How many images were read so far.
    pub so_far: RwSignal<u64>,
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
    session: Session,
    rest: Rest,
}

/// What a decision rests on: the shares that are stopped with their other routes, and the images that are
/// left out.
type Picture = (Vec<(ImageId, RecipientId, OtherRoute)>, Vec<ImageId>);

impl SharesRead {
    /// Begins to read.
    pub fn begin(images: Vec<(ImageId, String)>, wanted: Option<Vec<RecipientId>>) -> Self {
        let accounts = Accounts::known();
        let wanted = StoredValue::new(wanted);
        let read = RwSignal::new(ImagesRead::new());
        let kept = RwSignal::new(Vec::new());
        let found = derived(move || read.with(|read| shares_sent(read, wanted, accounts, &[])));
        let chosen = derived(move || {
            kept.with(|kept| read.with(|read| shares_sent(read, wanted, accounts, kept)))
        });
        let this = Self {
            images: StoredValue::new(images),
            read,
            so_far: RwSignal::new(0),
            kept,
            found,
            chosen,
            calls: derived(move || chosen.with(|chosen| DeleteMembers::of_shares(chosen))),
            wanted,
            accounts,
            session: use_session(),
            rest: use_rest(),
        };
        leptos::task::spawn_local(async move {
            if let Some(found) = this.read_all().await {
                this.read.try_set(found);
            }
        });
        this
    }

    /// Whether everything was read once; reacts.
    pub fn is_read(self) -> bool {
        self.images.with_value(Vec::is_empty) || !self.read.with(Vec::is_empty)
    }

    /// Whether nothing of it could not be read; reacts.
    pub fn is_whole(self) -> bool {
        self.read.with(|read| {
            let mut read = read.iter();
            read.all(|(_, members)| members.as_ref().is_ok_and(|it| it.is_whole))
        })
    }

    /// What a person calls an image; untrusted text.
    pub fn name(self, image: &ImageId) -> String {
        self.images.with_value(|images| {
            let named = images.iter().find(|(id, _)| id == image);
            named.map_or_else(|| image.to_string(), |(_, name)| name.clone())
        })
    }

    /// The shares that were chosen, but that no request can name; reacts.
    pub fn unnameable(self) -> Vec<Share> {
        let all = self
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
        let before = self.read.with(|read| {
            let mut before = MembersBefore::default();
            for (image, members) in read {
                if let Ok(found) = members {
                    before.add(image, &found.members);
                }
            }
            before
        });
        let calls = self.calls.get().into_iter();
        let plan = |call: DeleteMembers| PlannedWrite {
            names: self.names(&call),
            before: Before::ImageMembers(before.only(&call.images, &call.recipients)),
            mutation: Mutation::DeleteMembers(call),
        };
        calls.map(plan).collect()
    }

    fn names(self, call: &DeleteMembers) -> Vec<String> {
        let images = call.images.iter();
        let of_image = |image: &ImageId| {
            let name = self.name(image);
            let recipients = call.recipients.iter();
            let named = recipients.map(|recipient| format!("{name} → {recipient}"));
            named.collect::<Vec<_>>()
        };
        images.flat_map(of_image).collect()
    }

    /// The look before sending.
    pub fn look(self) -> Look {
        Look::by(move || {
            async move {
                let Some(found) = self.read_all().await else {
                    return Found::Changed;
                };
                let errors: Option<Vec<&ApiError>> =
                    found.iter().map(|(_, read)| read.as_ref().err()).collect();
                // When nothing could be read, what was shown before still stands.
                if let Some(error) = errors.and_then(|errors| errors.first().copied().cloned()) {
                    return Found::NotRead(error);
                }
                let shown = untrack(|| self.read.with(|read| self.picture(read)));
                let now = untrack(|| self.picture(&found));
                self.read.set(found);
                Found::compare(&shown, Ok(&now))
            }
            .boxed_local()
        })
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

    /// Reads the members of all images; `None` when the dialog was left.
    async fn read_all(self) -> Option<ImagesRead> {
        let images = self
            .images
            .try_with_value(|images| images.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>())?;
        let read = |(place, image): (usize, ImageId)| async move {
            let found = self.read_one(&image).await?;
            self.so_far.try_update(|so_far| *so_far += 1);
            Some((place, (image, found)))
        };
        let mut all = Vec::new();
        let places = images.into_iter().enumerate();
        let mut reading = stream::iter(places).map(read).buffer_unordered(AT_ONCE);
        while let Some(found) = reading.next().await {
            let (place, found) = found?;
            let before = all.partition_point(|(known, _)| *known < place);
            all.insert(before, (place, found));
        }
        Some(all.into_iter().map(|(_, found)| found).collect())
    }

    /// Reads the members of an image to the end; one that is gone is held by nobody.
    async fn read_one(self, image: &ImageId) -> Option<Result<ImageMembers, ApiError>> {
        let is_awaited = || self.read.try_with_untracked(|_| ()).is_some();
        let mut members = ImageMembers::default();
        let mut marker = None;
        loop {
            let page = ListImageMembers {
                image: image.clone(),
                marker,
            };
            let page = match self.rest.read(self.session, page, &is_awaited).await? {
                Ok(page) => page,
                Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => {
                    members.is_whole = true;
                    return Some(Ok(members));
                }
                Err(error) => return Some(Err(error)),
            };
            marker = members.take(page);
            if marker.is_none() {
                return Some(Ok(members));
            }
        }
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
