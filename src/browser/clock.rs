//! The time of day, read in one place.

use cloud_api::swr::Deadline;
use cloud_api::{ClockOffset, Response, Timestamp, WrongClock};
use leptos::prelude::*;

use crate::live::follow;

thread_local! {
    /// How far the cloud's clock is ahead; the one thing that is known before there is a console.
    static OFFSET: ArcRwSignal<ClockOffset> = ArcRwSignal::new(ClockOffset::default());
}

/// The time now by the cloud's clock, as far as an answer has told it: what the cloud says of ends and
/// beginnings is meant by that one.
#[must_use]
pub fn now() -> Timestamp {
    OFFSET
        .with(ArcRwSignal::clone)
        .get_untracked()
        .cloud_time(computer_time())
}

/// The time now by the computer's own clock, which all tabs share.
#[must_use]
pub fn computer_time() -> Timestamp {
    Timestamp::from_milliseconds(js_sys::Date::now() as i64)
}

/// Takes the cloud's time from an answer that has just come in.
pub fn hear(response: &Response) {
    learn(|known, computer| known.heard(response, computer));
}

/// Takes the cloud's time from what it has just made.
pub fn hear_made(at: Timestamp) {
    learn(|known, computer| known.told(at, computer));
}

/// Learns from a token that was just accepted between when it is good, as far as that is told. `false` where the
/// clock is wrong and nobody tells by how much: what is left of any time is not known then.
pub fn hear_accepted(from: Option<Timestamp>, until: Option<Timestamp>) -> bool {
    learn(|known, computer| known.accepted(from, until, computer));
    untrack(wrong_clock) != Some(WrongClock::Contradicted)
}

fn learn(of: impl FnOnce(ClockOffset, Timestamp) -> ClockOffset) {
    let offset = OFFSET.with(ArcRwSignal::clone);
    let known = offset.get_untracked();
    let learned = of(known, computer_time());
    if learned != known {
        offset.set(learned);
    }
}

/// What a person should know of this computer's clock; reacts.
#[must_use]
pub fn wrong_clock() -> Option<WrongClock> {
    OFFSET.with(ArcRwSignal::clone).get().wrong_clock()
}

/// The last second of a day such as `2027-01-31`, in the person's time zone; `None` for other texts.
#[must_use]
pub fn end_of_day(day: &str) -> Option<Deadline> {
    // Without a zone the browser takes it for the person's own.
    let milliseconds = js_sys::Date::parse(&format!("{day}T23:59:59"));
    let is_day =
        Timestamp::parse(&format!("{day}T23:59:59Z")).is_some() && milliseconds.is_finite();
    let end = is_day.then(|| js_sys::Date::new(&milliseconds.into()).to_iso_string())?;
    String::from(end).parse().ok()
}

/// A minute such as `2027-01-31T09:30` in the person's time zone; `None` for other texts.
#[must_use]
pub fn moment_of_minute(minute: &str) -> Option<Timestamp> {
    // Without a zone the browser takes it for the person's own.
    Timestamp::parse(&format!("{minute}:00Z"))?;
    let milliseconds = js_sys::Date::parse(minute);
    let milliseconds = milliseconds.is_finite().then_some(milliseconds)?;
    let date = js_sys::Date::new(&milliseconds.into()).to_iso_string();
    Timestamp::parse(&String::from(date))
}

/// The minute of a time in the person's time zone, as a field for it holds it.
#[must_use]
pub fn local_minute(time: Timestamp) -> String {
    let date = js_sys::Date::new_0();
    date.set_time(time.milliseconds() as f64);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes()
    )
}

/// The time now, renewed every ten seconds for what shows an age or a remaining life, and when the
/// cloud tells another time.
#[derive(Clone, Copy)]
pub struct Clock(RwSignal<Timestamp>);

/// Makes the slow clock available to everything below.
pub fn provide_clock() -> Clock {
    let clock = Clock(RwSignal::new(now()));
    provide_context(clock);
    follow(move || {
        OFFSET.with(ArcRwSignal::clone).track();
        clock.0.set(now());
    });
    let ticking = set_interval_with_handle(
        move || clock.0.set(now()),
        std::time::Duration::from_secs(10),
    );
    if let Ok(ticking) = ticking {
        on_cleanup(move || ticking.clear());
    }
    clock
}

/// A clock of its own that is renewed every second as long as the owner of now lives, for what tells how
/// long something goes on.
#[must_use]
pub fn second_hand() -> Clock {
    let clock = Clock(RwSignal::new(now()));
    let second = std::time::Duration::from_secs(1);
    if let Ok(ticking) = set_interval_with_handle(move || clock.0.set(now()), second) {
        on_cleanup(move || ticking.clear());
    }
    clock
}

impl Clock {
    /// The time of the last tick; reacts.
    #[must_use]
    pub fn get(self) -> Timestamp {
        self.0.get()
    }
}

/// The slow clock.
///
/// # Panics
/// Outside of the application, which is a mistake in the program.
#[must_use]
pub fn use_clock() -> Clock {
    use_context().unwrap_or_else(|| unreachable!("the application provides the clock"))
}
