//! After all copies to a region were stopped: a look at everything that can be read, whether any are
//! left, and that as a text for a mail or a ticket.

use cloud_api::Timestamp;
use leptos::prelude::*;
use reads::ScanPhase;
use words::item::state_words;

use crate::browser::address::origin;
use crate::browser::clock::now;
use crate::i18n::{I18n, Message, t, text, use_i18n, utc_clock, utc_day};
use crate::listing::coverage::{Covered, Outcome};
use crate::live::{follow, live, shown};
use crate::query::{For, ReadStatus, use_kept};
use crate::scans::sync_tasks::SyncTaskScan;
use crate::session::use_session;
use crate::ui::failure::copy;
use crate::ui::{ButtonKind, ByHand, Icon, IconName, button, use_announcements};
use crate::work::Entry;

/// The region to which copies were stopped last, and the look that follows.
#[derive(Clone)]
struct Stopped {
    region: String,
    entry: Entry,
    stage: Stage,
}

/// How far the look is.
#[derive(Clone)]
enum Stage {
    /// The tasks are being deleted.
    Stopping,
    /// The repositories are listed once more, since then.
    Listing(Timestamp),
    /// Their tasks are read once more.
    Reading,
    /// Everything was read that could be.
    Read(Proof),
}

/// What was found once everything was read that could be.
#[derive(Clone)]
struct Proof {
    outcome: Outcome,
    /// How many tasks to the region are there.
    left: u64,
    /// How many tasks could not be read, and may be to the region.
    unknown: u64,
    /// When all was read.
    at: Timestamp,
}

impl Proof {
    fn is_whole(&self) -> bool {
        self.unknown == 0 && self.outcome.counts.is_whole() && self.outcome.sight.is_none()
    }

    fn words(&self, words: I18n, region: &str) -> Message {
        let language = words.language();
        text::region_check_result(
            utc_clock(self.at, language),
            utc_day(self.at, language),
            self.outcome.counts.words(),
            region.to_owned(),
            text::all_sync_tasks_of_target(self.left),
        )
    }
}

/// The look at everything after copies to a region were stopped; it goes on while its page is shown.
#[derive(Clone, Copy)]
pub struct RegionCheck {
    stopped: RwSignal<Option<Stopped>>,
    scan: SyncTaskScan,
    covered: Covered,
    list: ReadStatus,
}

/// What is kept of it while other pages are shown.
#[derive(Clone, Copy)]
struct KeptCheck(RwSignal<Option<Stopped>>);

impl RegionCheck {
    /// The last one of this scope.
    pub fn of(scan: SyncTaskScan, covered: Covered, list: ReadStatus) -> Self {
        let forget = For::Scope(|kept: KeptCheck| kept.0.set(None));
        let KeptCheck(stopped) = use_kept(forget, || KeptCheck(RwSignal::new(None)));
        let check = Self {
            stopped,
            scan,
            covered,
            list,
        };
        follow(move || check.go_on());
        check
    }

    /// Begins once these deletions have ended.
    pub fn begin(self, region: String, entry: Entry) {
        self.stopped.set(Some(Stopped {
            region,
            entry,
            stage: Stage::Stopping,
        }));
    }

    fn set(self, stage: Stage) {
        self.stopped.update(|stopped| {
            if let Some(stopped) = stopped {
                stopped.stage = stage;
            }
        });
    }

    fn list_again(self) {
        self.set(Stage::Listing(now()));
        self.list.refresh();
    }

    /// Takes the next step once the one before it is done; reacts.
    fn go_on(self) {
        let Some(Stopped {
            region,
            entry,
            stage,
        }) = self.stopped.get()
        else {
            return;
        };
        let scan = self.scan;
        match stage {
            Stage::Stopping => {
                if entry.record.with(|record| record.change.is_settled()) {
                    self.list_again();
                }
            }
            Stage::Listing(since) => {
                let read_at = self.list.read_at.get();
                if read_at.is_some_and(|read_at| read_at >= since) {
                    self.set(Stage::Reading);
                    scan.start_again();
                }
            }
            Stage::Reading => {
                if scan.phase() == ScanPhase::Running && !self.covered.scan.is_reading() {
                    let found = scan.found();
                    let count = |region: &str| {
                        let tasks = found.iter();
                        tasks.filter(|it| it.task.target_region == region).count() as u64
                    };
                    self.set(Stage::Read(Proof {
                        outcome: self.covered.outcome(),
                        left: count(&region),
                        unknown: count(""),
                        at: now(),
                    }));
                }
            }
            // What was found is told of a cloud in which nothing came back since.
            Stage::Read(_) => {
                if entry.record.with(|record| record.undone().is_some()) {
                    self.stopped.set(None);
                }
            }
        }
    }

    /// How far it is, and what it proves; reacts.
    pub fn view(self) -> AnyView {
        live(move || {
            let stopped = self.stopped.get();
            shown(stopped.map(|stopped| match stopped.stage {
                Stage::Stopping => ().into_any(),
                Stage::Listing(_) | Stage::Reading => {
                    let words = text::region_check_reading(stopped.region);
                    view! {
                        <div class="banner region-check" role="status">
                            <Icon name=IconName::Running />
                            <p>{t(words)}</p>
                        </div>
                    }
                    .into_any()
                }
                Stage::Read(proof) => self.result(&stopped.region, stopped.entry, proof),
            }))
        })
        .into_any()
    }

    fn result(self, region: &str, entry: Entry, proof: Proof) -> AnyView {
        let (words, session) = (use_i18n(), use_session());
        let (announcements, by_hand) = (use_announcements(), ByHand::new());
        let (class, icon) = match proof.left == 0 && proof.is_whole() {
            true => ("banner region-check success", IconName::Success),
            false => ("banner region-check warning", IconName::Warning),
        };
        let result = proof.words(words, region);
        let counts = proof.outcome.counts;
        let sight = proof.outcome.sight.clone();
        let not_read = (!counts.is_whole()).then(text::region_check_may_be_more);
        let unknown = (proof.unknown > 0).then(|| text::region_check_unknown(proof.unknown));
        let doubts: Vec<AnyView> = [not_read, sight, unknown.clone()]
            .into_iter()
            .flatten()
            .map(|doubt| view! { <span class="banner-doubt">{t(doubt)}</span> }.into_any())
            .collect();
        let said = result.clone();
        let copies = button(ButtonKind::Plain, text::region_check_copy(), move || {
            let who = untrack(|| session.identity()).map(|it| {
                text::region_check_who(
                    it.account_name.clone(),
                    origin(),
                    it.user_id.clone(),
                    it.project_id.to_string(),
                    it.region.to_string(),
                    it.user_name.clone(),
                )
            });
            let told = [Some(said.clone()), who, unknown.clone()];
            let told = told.iter().flatten();
            let mut lines: Vec<String> = untrack(|| told.map(|it| words.say(it)).collect());
            lines.extend(untrack(|| proof.outcome.gaps(words)));
            lines.extend(untrack(|| stopped_lines(words, entry)));
            copy(announcements, by_hand, &lines.join("\n"));
        });
        let again = button(ButtonKind::Quiet, text::region_check_again(), move || {
            self.list_again();
        });
        let dismiss = button(ButtonKind::Quiet, text::region_check_dismiss(), move || {
            self.stopped.set(None);
        });
        view! {
            <div class=class role="status">
                <Icon name=icon />
                <p>
                    <strong>{t(result)}</strong>
                    {doubts}
                </p>
                <div class="button-group">{copies} {again} {dismiss}</div>
                {by_hand.field()}
            </div>
        }
        .into_any()
    }
}

/// What was stopped, how that ended, and the ID of the answer, in lines of a text.
fn stopped_lines(words: I18n, entry: Entry) -> Vec<String> {
    entry.record.with(|record| {
        let items = record.change.items().iter();
        let lines = items.filter_map(|(id, item)| {
            let (state, manner) = record.state_of(*id)?;
            let state = state_words(item.subject.kind, state, manner);
            let answer = record.answer_to(*id);
            let request = answer.and_then(|answer| answer.request_id.clone());
            Some(words.say(&match request {
                Some(request) => text::region_check_stopped(item.name.clone(), request, state),
                None => text::region_check_stopped_unanswered(item.name.clone(), state),
            }))
        });
        lines.collect()
    })
}
