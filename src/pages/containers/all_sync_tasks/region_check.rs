//! After all copies to a region were stopped: a look at everything that can be read, whether any are
//! left, and that as a text for a mail or a ticket.

use cloud_api::Timestamp;
use leptos::prelude::*;
use reads::ScanPhase;
use words::item::state_words;

use super::coverage::{Counts, Covered, is_reading};
use crate::browser::address::origin;
use crate::browser::clock::now;
use crate::i18n::{I18n, Message, t, text, use_i18n, utc_clock, utc_day};
use crate::live::{follow, live, shown};
use crate::pages::containers::sight::account_words;
use crate::query::{For, ReadStatus, use_kept};
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
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// The tasks are being deleted.
    Stopping,
    /// The repositories are listed once more, since then.
    Listing(Timestamp),
    /// Their tasks are read once more.
    Reading,
    /// Everything was read that could be, by then.
    Read {
        counts: Counts,
        left: u64,
        at: Timestamp,
    },
}

/// The look at everything after copies to a region were stopped; it goes on while its page is shown.
#[derive(Clone, Copy)]
pub struct RegionCheck {
    stopped: RwSignal<Option<Stopped>>,
    covered: Covered,
    list: ReadStatus,
}

/// What is kept of it while other pages are shown.
#[derive(Clone, Copy)]
struct KeptCheck(RwSignal<Option<Stopped>>);

impl RegionCheck {
    /// The last one of this scope.
    pub fn of(covered: Covered, list: ReadStatus) -> Self {
        let forget = For::Scope(|kept: KeptCheck| kept.0.set(None));
        let KeptCheck(stopped) = use_kept(forget, || KeptCheck(RwSignal::new(None)));
        let check = Self {
            stopped,
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
        let scan = self.covered.scan;
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
                if scan.phase() == ScanPhase::Running && !is_reading(scan) {
                    let found = scan.found();
                    let left = found.iter().filter(|it| it.task.target_region == region);
                    self.set(Stage::Read {
                        counts: self.covered.counts(),
                        left: left.count() as u64,
                        at: now(),
                    });
                }
            }
            Stage::Read { .. } => {}
        }
    }

    /// How far it is, and what it proves; reacts.
    pub fn view(self) -> AnyView {
        live(move || {
            let stopped = self.stopped.get();
            shown(stopped.map(|stopped| {
                match stopped.stage {
                Stage::Stopping => ().into_any(),
                Stage::Listing(_) | Stage::Reading => {
                    view! { <p role="status">{t(text::region_check_reading(stopped.region))}</p> }
                        .into_any()
                }
                Stage::Read { counts, left, at } => self.result(stopped, counts, left, at),
            }
            }))
        })
        .into_any()
    }

    fn result(self, stopped: Stopped, counts: Counts, left: u64, at: Timestamp) -> AnyView {
        let (words, session) = (use_i18n(), use_session());
        let (announcements, by_hand) = (use_announcements(), ByHand::new());
        let sight = self.covered.sight.get();
        let is_proof = left == 0 && counts.is_whole() && sight.is_none();
        let (class, icon) = match is_proof {
            true => ("banner", IconName::Success),
            false => ("banner warning", IconName::Warning),
        };
        let result = result_words(words, &stopped.region, counts, left, at);
        let may_be_more = (!counts.is_whole()).then(|| t(text::region_check_may_be_more()));
        let part = sight.map(|sight| t(account_words(sight)));
        let said = result.clone();
        let copies = button(ButtonKind::Plain, text::region_check_copy(), move || {
            let identity = untrack(|| session.identity());
            let who = identity.map(|it| {
                text::region_check_who(
                    it.account_name.clone(),
                    origin(),
                    it.user_id.clone(),
                    it.project_id.to_string(),
                    it.region.to_string(),
                    it.user_name.clone(),
                )
            });
            let mut lines = vec![untrack(|| words.say(&said))];
            lines.extend(who.map(|who| untrack(|| words.say(&who))));
            let sight = untrack(|| self.covered.sight.get()).map(account_words);
            lines.extend(sight.map(|sight| untrack(|| words.say(&sight))));
            lines.extend(untrack(|| self.covered.not_read(words)));
            lines.extend(untrack(|| stopped_lines(words, stopped.entry)));
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
                    " "
                    {may_be_more}
                    " "
                    {part}
                </p>
                <div class="button-group">{copies} {again} {dismiss}</div>
                {by_hand.field()}
            </div>
        }
        .into_any()
    }
}

fn result_words(words: I18n, region: &str, counts: Counts, left: u64, at: Timestamp) -> Message {
    let language = words.language();
    text::region_check_result(
        utc_clock(at, language),
        utc_day(at, language),
        counts.words(),
        region.to_owned(),
        text::all_sync_tasks_of_target(left),
    )
}

/// What was stopped, how that ended, and the ID of the answer, in lines of a text.
fn stopped_lines(words: I18n, entry: Entry) -> Vec<String> {
    entry.record.with(|record| {
        let items = record.change.items().iter();
        let lines = items.filter_map(|(id, item)| {
            let (state, manner) = record.state_of(*id)?;
            let state = state_words(state, manner);
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
