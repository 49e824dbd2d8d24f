//! One attempt to sign in, whichever way: what both forms show and how it ends.

use config::{KeepInTab, Place};
use leptos::prelude::*;
use words::sign_in::Concern;

use super::project_choice::project_choice;
use super::purpose::Purpose;
use super::reasons::{ReasonOf, reason_box};
use crate::browser::console::note;
use crate::browser::put_aside::when_put_aside;
use crate::config::use_config;
use crate::i18n::{t, text, use_i18n};
use crate::live::{follow, live, on, shown};
use crate::net::Net;
use crate::session::{Identity, Keep, Session, SignInError, session_of_console};
use crate::ui::{Announcements, ButtonKind, UnderWay, button, focus_in_sight, use_announcements};

/// What both forms share.
#[derive(Clone, Copy)]
pub struct Attempt {
    keep: RwSignal<Keep>,
    /// Whether the person of this form has said whether the tab keeps it.
    has_chosen: RwSignal<bool>,
    is_busy: RwSignal<bool>,
    /// Counts those that were opened or broken off in this form.
    count: StoredValue<u64>,
    /// What the form selects a place with, where another place ends what is under way.
    place: StoredValue<Option<RwSignal<Place>>>,
    /// The place that was selected when the last one began.
    begun_for: StoredValue<Option<Place>>,
    failed: RwSignal<Option<SignInError>>,
    field: FieldOf,
    reason_of: ReasonOf,
    /// The place that was selected, where what is given may be for another one.
    selected: RwSignal<Option<Place>>,
    /// Who has signed in while a change of somebody else, or elsewhere, is under way.
    asks: RwSignal<Option<Identity>>,
}

/// ID of the field that an error is about, where the form has it.
type FieldOf = fn(Concern) -> Option<&'static str>;

/// The button at the foot of a dialog, for the form that is open in it.
#[derive(Clone, Copy)]
pub struct AtFoot {
    /// Whether what was given in that form is being checked; nothing while there is none.
    is_busy: RwSignal<Option<RwSignal<bool>>>,
}

/// ID of the form in a dialog. There is one such dialog at a time.
const FORM: &str = "sign-in-form";

impl AtFoot {
    /// For a dialog without a form yet.
    pub fn new() -> Self {
        Self {
            is_busy: RwSignal::new(None),
        }
    }

    /// The button, as long as there is a form.
    pub fn submit(self) -> AnyView {
        live(move || shown(self.is_busy.get().map(|busy| submit(busy, Some(FORM))))).into_any()
    }

    /// Leads the button to a form that has come, until it goes.
    fn follow(self, is_busy: RwSignal<bool>) {
        self.is_busy.set(Some(is_busy));
        on_cleanup(move || {
            self.is_busy.try_update(|now| {
                if *now == Some(is_busy) {
                    *now = None;
                }
            });
        });
    }
}

/// ID of what says why it did not work.
const REASON: &str = "sign-in-reason";

impl Attempt {
    /// None yet, in a form with these fields and reasons. Over a page the tab goes on keeping what it keeps.
    pub fn new(field: FieldOf, reason_of: ReasonOf) -> Self {
        let is_busy = RwSignal::new(false);
        let session = session_of_console();
        let is_over_page = untrack(|| session.identity()).is_some();
        let keep = match is_over_page && session.is_kept_in_tab() {
            true => Keep::InThisTab,
            false => Keep::InMemory,
        };
        if let Some(at_foot) = use_context::<AtFoot>() {
            at_foot.follow(is_busy);
        }
        Self {
            keep: RwSignal::new(keep),
            has_chosen: RwSignal::new(false),
            is_busy,
            count: StoredValue::new(0),
            place: StoredValue::new(None),
            begun_for: StoredValue::new(None),
            failed: RwSignal::new(None),
            field,
            reason_of,
            selected: RwSignal::new(None),
            asks: RwSignal::new(None),
        }
    }

    /// ID of its form, where the button stands apart from it.
    pub fn form_id(self) -> Option<&'static str> {
        use_context::<AtFoot>().map(|_| FORM)
    }

    /// Breaks it off, and takes away what was told, once another place is selected: that was about the one before.
    pub fn ends_elsewhere(self, place: RwSignal<Place>) {
        let announcements = use_announcements();
        self.place.set_value(Some(place));
        follow(move || {
            let now = place.get();
            if self.begun_for.get_value().is_some_and(|then| then != now) {
                if untrack(|| self.is_unfinished()) {
                    announcements.tell(text::sign_in_ended_elsewhere());
                }
                self.break_off();
            }
        });
    }

    /// A way out for one that begins now, as long as it is not broken off.
    pub fn opens(self, net: Net) -> Net {
        self.next_number();
        net.open_while(self.count)
    }

    /// Has what is under way send and begin nothing any more, and takes away what waits for a choice.
    pub fn break_off(self) {
        self.next_number();
        self.begun_for.set_value(None);
        self.is_busy.set(false);
        self.asks.set(None);
        self.forget();
    }

    fn next_number(self) {
        self.count.update_value(|count| *count += 1);
    }

    /// Says where the person is signed in when that is not the selected place.
    pub fn at(self, place: Place) -> Self {
        self.selected.set(Some(place));
        self
    }

    /// Whether one is under way.
    pub fn is_busy(self) -> bool {
        self.is_busy.get_untracked()
    }

    /// The same; reacts.
    pub fn is_waiting(self) -> bool {
        self.is_busy.get()
    }

    /// Whether what was given is still at hand: it is being checked, or waits for a choice; reacts.
    pub fn is_unfinished(self) -> bool {
        let is_to_be_chosen =
            |failed: &Option<SignInError>| matches!(failed, Some(SignInError::SeveralProjects(_)));
        self.is_busy.get() || self.failed.with(is_to_be_chosen)
    }

    /// Runs one and shows its end.
    pub fn run(self, work: impl Future<Output = Result<Identity, SignInError>> + 'static) {
        let session = session_of_console();
        let announcements = use_announcements();
        let (turn, number) = (session.take_turn(), self.count.get_value());
        // That the last one was forgotten is true no more.
        announcements.end_interruption();
        let place = self.place.get_value();
        self.begun_for.set_value(place.map(|it| it.get_untracked()));
        self.is_busy.set(true);
        self.failed.set(None);
        self.asks.set(None);
        let under_way = use_context::<UnderWay>();
        let purpose = use_context().unwrap_or(Purpose::GoOn);
        leptos::task::spawn_local(async move {
            let outcome = work.await;
            let outcome = outcome.and_then(|identity| purpose.check(session, identity));
            // Nobody waits for this answer any more where the form is gone, or what was given is for another place.
            if self.count.try_get_value() != Some(number) {
                return;
            }
            self.is_busy.set(false);
            if !session.is_turn(turn) {
                return;
            }
            match outcome {
                Ok(identity) if leaves_behind(session, &identity, under_way) => {
                    self.asks.set(Some(identity));
                }
                Ok(identity) => self.begin(session, announcements, identity),
                Err(error) => {
                    let (_, concern) = (self.reason_of)(&error);
                    let field = (self.field)(concern);
                    self.failed.set(Some(error));
                    let field = field.unwrap_or(REASON);
                    open_around(field);
                    // The reason moves the field.
                    leptos::task::tick().await;
                    focus_in_sight(field);
                }
            }
        });
    }

    /// Begins the session. Who is signed in where stands above the page, so that only ears are told; what
    /// was not kept, and that it is another place than the selected one, stands nowhere else.
    fn begin(self, session: Session, announcements: Announcements, identity: Identity) {
        let selected = self.selected.get_untracked();
        // What somebody else has ticked is nothing that this person wants.
        let before = untrack(|| session.identity());
        let is_anothers = before.is_some_and(|before| !before.is_same_person(&identity));
        let keep = match is_anothers && !self.has_chosen.get_untracked() {
            true => Keep::InMemory,
            false => self.keep.get_untracked(),
        };
        let name = identity.user_name.clone();
        let region = identity.region.to_string();
        let before = untrack(|| session.scope());
        let is_elsewhere = before.is_some_and(|before| before != identity.scope());
        let is_not_selected = selected.is_some_and(|selected| selected != identity.place);
        let is_kept = session.begin(identity, keep);
        match keep {
            Keep::InThisTab if !is_kept => announcements.tell(text::sign_in_done_not_kept(name)),
            _ if is_not_selected => announcements.tell(text::sign_in_done_by_token(region)),
            Keep::InThisTab | Keep::InMemory if is_elsewhere => {
                announcements.read_out(text::sign_in_done_elsewhere(name, region));
            }
            Keep::InThisTab | Keep::InMemory => announcements.read_out(text::sign_in_done(name)),
        }
    }

    /// Takes away why the last one did not work: what is said at a field is newer.
    pub fn forget(self) {
        self.failed.set(None);
    }

    /// The box that says why it did not work.
    pub fn reason(self) -> AnyView {
        // A choice that is still to be made holds what was given.
        when_put_aside(move || self.break_off(), || ());
        let told = move |error: &SignInError| match error {
            SignInError::SeveralProjects(choice) => {
                project_choice(choice, move |choice, project| {
                    if !self.is_busy() {
                        self.run(choice.begin(project));
                    }
                })
            }
            other => reason_box(other, self.reason_of),
        };
        let reason = move || shown(self.failed.get().as_ref().map(told));
        view! {
            <div id=REASON role="alert" tabindex="-1">
                {live(reason)}
                {self.question()}
            </div>
        }
        .into_any()
    }

    /// Asks before a change that is under way is left, as signing out does.
    fn question(self) -> AnyView {
        let session = session_of_console();
        let announcements = use_announcements();
        let question = move |identity: Identity| {
            let go_on = move || {
                self.asks.set(None);
                self.begin(session, announcements, identity.clone());
            };
            view! {
                <div class="consequence" role="group" aria-label=t(text::sign_out_title())>
                    <div>
                        <p>
                            <strong>{t(text::sign_out_title())}</strong>
                        </p>
                        <p>{t(text::sign_out_consequence())}</p>
                        <div class="failure-actions">
                            {button(ButtonKind::Plain, text::dialog_cancel(), move || {
                                self.asks.set(None);
                            })} {button(ButtonKind::Danger, text::sign_in_all_the_same(), go_on)}
                        </div>
                    </div>
                </div>
            }
        };
        live(move || shown(self.asks.get().map(question))).into_any()
    }

    /// "Keep in this tab" with what that means, and the button.
    pub fn foot(self) -> AnyView {
        let may_keep = use_config().keep_in_tab == KeepInTab::Allowed;
        view! {
            {shown(may_keep.then(|| keep_choice(self.keep, self.has_chosen)))}
            {self.submit()}
        }
        .into_any()
    }

    /// The button; in a dialog it stands at the foot.
    pub fn submit(self) -> AnyView {
        match use_context::<AtFoot>() {
            Some(_) => ().into_any(),
            None => submit(self.is_busy, None),
        }
    }
}

/// The button that sends a form: the one that it stands in, or that of this ID.
fn submit(is_busy: RwSignal<bool>, form: Option<&'static str>) -> AnyView {
    let words = use_i18n();
    let label = move || {
        // The form may go before its button.
        let message = if is_busy.try_get() == Some(true) {
            text::sign_in_checking()
        } else {
            text::sign_in_action()
        };
        words.say(&message)
    };
    view! {
        <button
            type="submit"
            form=form
            class="button primary"
            aria-busy=live(move || (is_busy.try_get() == Some(true)).to_string())
        >
            {live(label)}
        </button>
    }
    .into_any()
}

/// Opens what a field may be folded away in.
pub fn open_around(id: &str) {
    let element = document().get_element_by_id(id);
    let around = element.and_then(|element| element.closest("details").ok().flatten());
    if let Some(around) = around
        && let Err(refusal) = around.set_attribute("open", "")
    {
        note("the field stays folded away", &refusal);
    }
}

/// Whether this identity would leave a change behind that is under way.
fn leaves_behind(session: Session, identity: &Identity, under_way: Option<UnderWay>) -> bool {
    let before = untrack(|| session.scope());
    let is_elsewhere = before.is_some_and(|before| before != identity.scope());
    is_elsewhere && under_way.is_some_and(UnderWay::is_now)
}

fn keep_choice(keep: RwSignal<Keep>, has_chosen: RwSignal<bool>) -> AnyView {
    view! {
        <div class="field">
            <label class="checkbox">
                <input
                    type="checkbox"
                    aria-describedby="keep-note"
                    prop:checked=live(move || keep.get() == Keep::InThisTab)
                    on:change=on(move |event| {
                        has_chosen.set(true);
                        keep.set(
                            if event_target_checked(&event) {
                                Keep::InThisTab
                            } else {
                                Keep::InMemory
                            },
                        );
                    })
                />
                {t(text::sign_in_keep())}
            </label>
            <p id="keep-note" class="field-hint">
                {t(text::sign_in_keep_note())}
            </p>
        </div>
    }
    .into_any()
}
