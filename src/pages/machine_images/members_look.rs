//! The members of some images, read for a dialog: when it opens, and once more before anything is sent.

use changes::Found;
use cloud_api::ims::{ImageId, ImageMembers, ListImageMembers, MembersBefore, Recipient};
use cloud_api::{ApiError, Meaning};
use futures::{FutureExt as _, StreamExt as _, stream};
use leptos::prelude::*;
use words::failure::details;

use crate::change::look::Look;
use crate::i18n::{I18n, Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::query::{Rest, use_rest};
use crate::session::{Session, use_session};
use crate::ui::bounded::bounded;

/// Images that are read at once.
const AT_ONCE: usize = 4;

/// Each image and its members, or why they could not be read, in the order of the images.
pub type ImagesRead = Vec<(ImageId, Result<ImageMembers, ApiError>)>;

/// Whether a decision rests on the same in both.
pub type IsSame = Box<dyn Fn(&ImagesRead, &ImagesRead) -> bool>;

/// What was read.
#[derive(Clone, Copy)]
pub struct MembersLook {
    /// The images, each with what a person calls it; untrusted text.
    pub images: StoredValue<Vec<(ImageId, String)>>,
    /// What came of reading; empty before.
    pub read: RwSignal<ImagesRead>,
    /// How many images were read so far.
    so_far: RwSignal<u64>,
    session: Session,
    rest: Rest,
}

impl MembersLook {
    /// Begins to read.
    pub fn begin(images: Vec<(ImageId, String)>) -> Self {
        let this = Self {
            images: StoredValue::new(images),
            read: RwSignal::new(ImagesRead::new()),
            so_far: RwSignal::new(0),
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
            read.all(|(_, found)| found.as_ref().is_ok_and(ImageMembers::are_all_known))
        })
    }

    /// Whether another reading may find more than was found, so that a press reads again although nothing
    /// can be sent.
    pub fn may_find_more(self) -> bool {
        untrack(|| self.is_read() && !self.is_whole())
    }

    /// What a person calls an image; untrusted text.
    pub fn name(self, image: &ImageId) -> String {
        self.images.with_value(|images| {
            let named = images.iter().find(|(id, _)| id == image);
            named.map_or_else(|| image.to_string(), |(_, name)| name.clone())
        })
    }

    /// How far it is read; reacts.
    pub fn progress(self) -> AnyView {
        let total = self.images.with_value(Vec::len) as u64;
        let so_far = live(move || {
            let so_far = text::image_scan_read_so_far(self.so_far.get(), total);
            t(so_far).into_any()
        });
        view! { <p role="status">{so_far}</p> }.into_any()
    }

    /// The images that could not be read, each with why, and those of which not all members could be read,
    /// in these words; reacts.
    pub fn unread(self, words: I18n, in_part: fn(String) -> Message) -> Vec<Message> {
        self.read.with(|read| {
            let lines = read.iter().filter_map(|(image, members)| match members {
                Err(error) => Some(not_read(self.name(image), error, words)),
                Ok(found) if found.are_all_known() => None,
                Ok(_) => Some(in_part(self.name(image))),
            });
            lines.collect()
        })
    }

    /// What was read of the images of which this holds; reacts.
    pub fn before(self, is_wanted: &dyn Fn(&ImageId, &ImageMembers) -> bool) -> MembersBefore {
        self.read.with(|read| {
            let mut before = MembersBefore::default();
            for (image, members) in read {
                if let Ok(found) = members
                    && is_wanted(image, found)
                {
                    before.add(image, &found.members);
                }
            }
            before
        })
    }

    /// What shares of these images with these recipients are called.
    pub fn names(self, images: &[ImageId], recipients: &[Recipient]) -> Vec<String> {
        let mut names = Vec::new();
        for image in images {
            let name = self.name(image);
            names.extend(
                recipients
                    .iter()
                    .map(|recipient| format!("{name} → {recipient}")),
            );
        }
        names
    }

    /// The look before sending.
    pub fn look(self, is_same: IsSame) -> Look {
        let is_same = StoredValue::new_local(is_same);
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
                let compare = |shown: &ImagesRead| is_same.with_value(|same| same(shown, &found));
                let is_same = untrack(|| self.read.with(compare));
                self.read.set(found);
                match is_same {
                    true => Found::Same,
                    false => Found::Changed,
                }
            }
            .boxed_local()
        })
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

    /// Reads the members of an image to the end; one that is gone is held by nobody. `None` when the
    /// dialog was left.
    pub async fn read_one(self, image: &ImageId) -> Option<Result<ImageMembers, ApiError>> {
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

/// That an image, called `name` (untrusted text), could not be read, and why.
pub fn not_read(name: String, error: &ApiError, words: I18n) -> Message {
    text::region_check_not_read(name, details(error, |it| words.say(it)))
}

/// Lines under the words that what they name stays as it is; nothing without any.
pub fn left_as_it_is(lines: Vec<Message>) -> AnyView {
    let heading = || view! { <p>{t(text::undo_left_alone())}</p> };
    let heading = shown((!lines.is_empty()).then(heading));
    [heading, lines_of(lines)].into_any()
}

/// Lines in a list that scrolls; nothing without any.
pub fn lines_of(lines: Vec<Message>) -> AnyView {
    let words = use_i18n();
    shown((!lines.is_empty()).then(|| {
        let line =
            |line: Message| Some(view! { <li>{live(move || words.show(&line))}</li> }.into_any());
        view! {
            <ul class="dialog-list" tabindex="0">
                {bounded(lines.into_iter(), line)}
            </ul>
        }
    }))
}
