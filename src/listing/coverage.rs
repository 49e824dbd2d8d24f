//! How far a scan over many places is, and what it could not read.

use cloud_api::{ApiError, Owner, Timestamp};
use leptos::prelude::*;
use reads::{Coverage, ScanPhase};
use words::failure::{details, remedy};

use crate::i18n::{I18n, Message, Untrusted, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::query::{AnyScan, Extent};
use crate::ui::bounded::bounded;
use crate::ui::failure::failure;
use crate::ui::{
    Action, ButtonKind, HeadRoom, Icon, IconName, action_button, head_line, in_page_head, menu,
};

/// A scan, whatever it is over and whatever it finds, with names of its places.
#[derive(Clone, Copy)]
pub struct Scanned {
    scan: AnyScan,
    name: Callback<Owner, String>,
}

impl Scanned {
    /// A scan; `name` gives what a person calls a place, an untrusted text.
    #[must_use]
    pub fn of(scan: AnyScan, name: impl Fn(&Owner) -> String + Send + Sync + 'static) -> Self {
        Self {
            scan,
            name: Callback::new(move |place| name(&place)),
        }
    }

    /// Whether it goes on, and what stopped it otherwise; reacts.
    #[must_use]
    pub fn phase(self) -> ScanPhase {
        self.scan.phase()
    }

    /// How much is read; reacts.
    #[must_use]
    pub fn coverage(self) -> Coverage {
        self.scan.coverage()
    }

    /// Asks for nothing more.
    pub fn pause(self) {
        self.scan.pause();
    }

    /// Goes on.
    pub fn resume(self) {
        self.scan.resume();
    }

    /// Whether more is being read; reacts.
    #[must_use]
    pub fn is_reading(self) -> bool {
        let coverage = self.scan.coverage();
        let goes_on = matches!(self.phase(), ScanPhase::Running | ScanPhase::Waiting { .. });
        goes_on && coverage.read + coverage.refused < coverage.total
    }

    /// The places that could not be read, by name, and why; reacts.
    fn refused(self) -> Vec<(String, ApiError)> {
        let refused = self.scan.refused().into_iter();
        let named = refused.map(|(place, error)| (self.name.run(place), error));
        named.collect()
    }
}

/// What the places are called together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Repositories of container images.
    Repositories,
    /// Machine images that may be shared.
    SharedImages,
}

impl Places {
    fn gaps(self, refused: u64, total: u64) -> Message {
        match self {
            Self::Repositories => text::all_sync_tasks_gaps(refused, total),
            Self::SharedImages => text::image_scan_gaps(refused, total),
        }
    }

    fn read_so_far(self, read: u64, total: u64) -> Message {
        match self {
            Self::Repositories => text::all_sync_tasks_read_so_far(read, total),
            Self::SharedImages => text::image_scan_read_so_far(read, total),
        }
    }

    /// That a name of theirs cannot be asked about.
    fn unnameable(self) -> Message {
        match self {
            Self::Repositories => text::all_sync_tasks_unnameable(),
            Self::SharedImages => text::image_scan_unnameable(),
        }
    }

    fn halted(self) -> Message {
        match self {
            Self::Repositories => text::all_sync_tasks_halted(),
            Self::SharedImages => text::image_scan_halted(),
        }
    }

    fn waiting(self, until: Timestamp) -> Message {
        match self {
            Self::Repositories => text::all_sync_tasks_waiting(until),
            Self::SharedImages => text::image_scan_waiting(until),
        }
    }
}

/// The places that are read.
#[derive(Clone, Copy)]
pub struct Covered {
    /// What they are.
    pub places: Places,
    /// The scan of those that can be asked about.
    pub scan: Scanned,
    /// Those whose names no request can carry.
    pub unnameable: RwSignal<Vec<String>>,
    /// Whether these are all that there are.
    pub extent: RwSignal<Option<Extent>>,
    /// That there are more than the person can see, where that is known.
    pub sight: Memo<Option<Message>>,
}

/// How many places there are and what came of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// What they are.
    pub places: Places,
    /// Those that were read.
    pub read: u64,
    /// Those that could not be read.
    pub refused: u64,
    /// All that there are, as far as the service tells.
    pub total: u64,
    /// Whether there may be more than that.
    pub may_be_more: bool,
}

impl Counts {
    /// Whether everything that there is was read.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.read == self.total && !self.may_be_more
    }

    /// So many of so many were read, in words.
    #[must_use]
    pub fn words(self) -> Message {
        let Self {
            read,
            total,
            may_be_more,
            places,
            ..
        } = self;
        match (places, self.is_whole(), may_be_more) {
            (Places::Repositories, true, _) => text::all_sync_tasks_read_all(total),
            (Places::Repositories, false, true) => {
                text::all_sync_tasks_read_of_at_least(read, total)
            }
            (Places::Repositories, false, false) => text::all_sync_tasks_read_of(read, total),
            (Places::SharedImages, true, _) => text::image_scan_read_all(total),
            (Places::SharedImages, false, true) => text::image_scan_read_of_at_least(read, total),
            (Places::SharedImages, false, false) => text::image_scan_read_of(read, total),
        }
    }
}

/// What came of reading, at one moment.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// How many were read.
    pub counts: Counts,
    /// Those that could not be read, by name, and why; untrusted texts.
    refused: Vec<(String, ApiError)>,
    /// Those whose names no request can carry; untrusted text.
    unnameable: Vec<String>,
    /// That there are more than the person can see, where that is known.
    pub sight: Option<Message>,
}

impl Outcome {
    /// Why this may not be all, one line for each reason; none where it is.
    #[must_use]
    pub fn gaps(&self, words: I18n) -> Vec<String> {
        let reasons = self.reasons(words).into_iter();
        reasons.map(|line| words.say(&line)).collect()
    }

    /// The same before they are said.
    #[must_use]
    pub fn reasons(&self, words: I18n) -> Vec<Message> {
        let refused = self.refused.iter().map(|(place, error)| {
            let why = details(error, |it| words.say(it));
            text::region_check_not_read(place.clone(), why)
        });
        let unnameable = self.unnameable.iter().map(|name| {
            let why = words.say(&self.counts.places.unnameable());
            text::region_check_not_read(name.clone(), why)
        });
        let sight = self.sight.clone().into_iter();
        sight.chain(refused).chain(unnameable).collect()
    }

    /// The same below how much was read, for a file.
    #[must_use]
    pub fn told(&self, words: I18n) -> Vec<String> {
        let gaps = self.gaps(words);
        let is_whole = gaps.is_empty() && self.counts.is_whole();
        let read = (!is_whole).then(|| words.say(&self.counts.words()));
        read.into_iter().chain(gaps).collect()
    }
}

impl Covered {
    /// How many there are; reacts.
    #[must_use]
    pub fn counts(self) -> Counts {
        let Coverage {
            read,
            refused,
            total,
            ..
        } = self.scan.scan.coverage();
        let never = self.unnameable.with(Vec::len);
        let (read, refused, total) = (read as u64, (refused + never) as u64, total + never);
        let total = total as u64;
        let (total, may_be_more) = match self.extent.get() {
            Some(Extent::Fewer { counted, .. }) => (counted, false),
            Some(Extent::Changed { .. } | Extent::Repeated { .. }) => (total, true),
            Some(Extent::Whole) | None => (total, false),
        };
        Counts {
            places: self.places,
            read,
            refused,
            total,
            may_be_more,
        }
    }

    /// What came of the reading so far; reacts.
    #[must_use]
    pub fn outcome(self) -> Outcome {
        Outcome {
            counts: self.counts(),
            refused: self.scan.refused(),
            unnameable: self.unnameable.get(),
            sight: self.sight.get(),
        }
    }

    /// Puts beside the title of the page how much was read, what could not be, and the way to stop and
    /// go on; what stopped the reading stands where this is called.
    pub fn view(self) -> AnyView {
        view! {
            {in_page_head(HeadRoom::Beside, head_line(self.so_far()))}
            {self.why_it_stands_still()}
        }
        .into_any()
    }

    /// How much was read, what could not be, and the way to stop and go on.
    pub fn so_far(self) -> AnyView {
        let scan = self.scan;
        // Of a list of places that never came there is nothing to read.
        let is_on_the_way = derived(move || {
            let is_stopped = scan.phase() == ScanPhase::Paused;
            scan.is_reading() || (is_stopped && self.counts().total > 0)
        });
        let has_gaps = derived(move || self.counts().refused > 0);
        let words = use_i18n();
        let counted = move || {
            let counts = self.counts();
            match (is_on_the_way.get(), counts.refused) {
                (true, _) => words.say(&self.places.read_so_far(counts.read, counts.total)),
                (false, 0) if counts.total > 0 => words.say(&counts.words()),
                // The gaps say it beside.
                (false, _) => String::new(),
            }
        };
        view! {
            <span class="freshness">{live(counted)}</span>
            // What is pressed while it reads keeps its place when a gap is found.
            {live(move || shown(is_on_the_way.get().then(|| switch(scan))))}
            {live(move || shown(has_gaps.get().then(|| self.gaps())))}
        }
        .into_any()
    }

    /// That the service asks to wait, or what stopped the reading.
    pub fn why_it_stands_still(self) -> AnyView {
        self.why_it_stands_still_until(Callback::new(move |()| self.scan.resume()))
    }

    /// The same where more than this scan goes on by one press.
    pub fn why_it_stands_still_until(self, resume: Callback<()>) -> AnyView {
        let (scan, places, words) = (self.scan, self.places, use_i18n());
        let halted = move || match scan.phase() {
            ScanPhase::Halted(error) => failure(places.halted(), &error, Some(resume)),
            ScanPhase::Paused | ScanPhase::Running | ScanPhase::Waiting { .. } => ().into_any(),
        };
        let waiting = move || match scan.phase() {
            ScanPhase::Waiting { until } => Some(words.say(&places.waiting(until))),
            ScanPhase::Paused | ScanPhase::Running | ScanPhase::Halted(_) => None,
        };
        view! {
            <p class="freshness" role="status">
                {live(waiting)}
            </p>
            {live(halted)}
        }
        .into_any()
    }

    /// How many could not be read; opens the list of them, each with why.
    fn gaps(self) -> AnyView {
        let words = use_i18n();
        let label = move || {
            let Counts { refused, total, .. } = self.counts();
            words.say(&self.places.gaps(refused, total))
        };
        let label = view! {
            <span class="status warning">
                <Icon name=IconName::Warning />
                <span>{live(label)}</span>
            </span>
        };
        let list = view! {
            <ul class="plain-list" tabindex="0">
                {live(move || refused(&self.scan.refused(), &self.unnameable.get(), self.places))}
            </ul>
        };
        menu("not-read", label.into_any(), list.into_any())
    }
}

fn switch(scan: Scanned) -> AnyView {
    action_button(Action {
        kind: ButtonKind::Quiet,
        label: Box::new(move || match scan.phase() == ScanPhase::Paused {
            true => text::all_sync_tasks_resume(),
            false => text::all_sync_tasks_pause(),
        }),
        is_enabled: Box::new(|| true),
        run: Box::new(
            move || match untrack(|| scan.phase()) == ScanPhase::Paused {
                true => scan.scan.resume(),
                false => scan.scan.pause(),
            },
        ),
    })
}

/// The places that could not be read, each with why.
fn refused(refused: &[(String, ApiError)], unnameable: &[String], places: Places) -> AnyView {
    let words = use_i18n();
    let line = |name: String, why: Message, line: String| {
        view! {
            <li>
                <span class="identifier">
                    <Untrusted text=name />
                </span>
                <p>{t(why)}</p>
                <p class="details">
                    <Untrusted text=line />
                </p>
            </li>
        }
        .into_any()
    };
    let could_not = bounded(refused.iter(), |(name, error)| {
        Some(line(
            name.clone(),
            remedy(error),
            details(error, |it| words.say(it)),
        ))
    });
    let never = bounded(unnameable.iter(), |name| {
        let why = places.unnameable();
        Some(line(name.clone(), why, String::new()))
    });
    [could_not, never].into_any()
}
