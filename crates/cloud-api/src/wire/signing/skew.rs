//! A refusal that comes from a wrong clock.

use super::super::clock_offset::WrongClock;
use super::super::response::Response;
use super::super::timestamp::Timestamp;
use crate::ApiError;

/// How far a signed date may be off (corrections §6).
const TOLERATED_MILLISECONDS: u64 = 15 * 60_000;

/// How wrong this computer's clock is, where that is why a request which was signed at a time by it was
/// refused. The gateway's words may tell its time, and else the header `Date` does.
#[must_use]
pub fn wrong_clock(refused: &Response, signed_at: Timestamp) -> Option<WrongClock> {
    let ApiError::Refused(refusal) = ApiError::from_response(refused) else {
        return None;
    };
    let in_header = || Timestamp::parse_http_date(refused.header("Date")?);
    let server = told_time(&refusal.message).or_else(in_header)?;
    let ahead = signed_at.milliseconds_since(server);
    let minutes = (ahead.unsigned_abs() + 30_000) / 60_000;
    match ahead.unsigned_abs() > TOLERATED_MILLISECONDS {
        true if ahead > 0 => Some(WrongClock::Ahead(minutes)),
        true => Some(WrongClock::Behind(minutes)),
        false => None,
    }
}

/// The time after `server time:`, as dates are signed.
fn told_time(message: &str) -> Option<Timestamp> {
    let (_, after) = message.split_once("server time:")?;
    let date = after.trim_start().get(..16)?;
    read_date(date)
}

/// Reads a date as it is signed: `20240301T081530Z`.
#[must_use]
pub fn read_date(date: &str) -> Option<Timestamp> {
    if date.len() != 16 || !date.is_ascii() {
        return None;
    }
    let (day, time) = date.split_at(8);
    let part = |text: &str, from: usize, to: usize| text.get(from..to).map(str::to_owned);
    Timestamp::parse(&format!(
        "{}-{}-{}{}:{}:{}",
        part(day, 0, 4)?,
        part(day, 4, 6)?,
        part(day, 6, 8)?,
        part(time, 0, 3)?,
        part(time, 3, 5)?,
        part(time, 5, 8)?
    ))
}
