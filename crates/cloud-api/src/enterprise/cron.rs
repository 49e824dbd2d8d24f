//! When a scheduled policy runs.

use std::str::FromStr;

use crate::Timestamp;

/// Times by the clock, in UTC: six fields for second, minute, hour, day of the month, month and day of the
/// week (corrections §5). Each holds `*` or `?` for any, numbers, ranges `1-5`, steps `*/2` or `10-50/5`,
/// several of these joined by `,`, and months and days of the week by the beginning of their English
/// names. Sunday is 0. Where both days are named a run needs one of them only, as Harbor's library `cron`
/// reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cron {
    seconds: Set,
    minutes: Set,
    hours: Set,
    days: Set,
    months: Set,
    weekdays: Set,
}

/// Why a text tells no times.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CronError {
    /// Not six fields.
    #[error("{0} fields given, six are taken")]
    Fields(usize),
    /// One field is not understood.
    #[error("{field:?}: {text:?} is not understood")]
    Field {
        /// Which one.
        field: CronField,
        /// What stands there; untrusted text.
        text: String,
    },
}

/// The fields, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CronField {
    /// 0 to 59.
    Second,
    /// 0 to 59.
    Minute,
    /// 0 to 23.
    Hour,
    /// 1 to 31.
    DayOfMonth,
    /// 1 to 12.
    Month,
    /// 0 to 6.
    DayOfWeek,
}

impl CronField {
    fn bounds(self) -> (u8, u8) {
        match self {
            Self::Second | Self::Minute => (0, 59),
            Self::Hour => (0, 23),
            Self::DayOfMonth => (1, 31),
            Self::Month => (1, 12),
            Self::DayOfWeek => (0, 6),
        }
    }

    fn named(self, text: &str) -> Option<u8> {
        const MONTHS: [&str; 12] = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ];
        const DAYS: [&str; 7] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
        let (names, first): (&[&str], u8) = match self {
            Self::Month => (&MONTHS, 1),
            Self::DayOfWeek => (&DAYS, 0),
            Self::Second | Self::Minute | Self::Hour | Self::DayOfMonth => return None,
        };
        let mut names = (first..).zip(names);
        names
            .find(|(_, name)| name.eq_ignore_ascii_case(text))
            .map(|(number, _)| number)
    }

    fn number(self, text: &str) -> Option<u8> {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = is_number.then(|| text.parse().ok()).flatten();
        number.or_else(|| self.named(text))
    }

    fn read(self, text: &str) -> Result<Set, CronError> {
        let parts = text.split(',').map(|part| self.part(part));
        let together = parts.reduce(|one, other| Some(one?.with(other?)));
        together.flatten().ok_or_else(|| CronError::Field {
            field: self,
            text: text.to_owned(),
        })
    }

    /// What one of the parts that are joined by `,` takes.
    fn part(self, text: &str) -> Option<Set> {
        let (least, most) = self.bounds();
        let (range, step) = match text.split_once('/') {
            Some((range, step)) => (range, Some(self.step(step)?)),
            None => (text, None),
        };
        let (first, last) = match range {
            "*" | "?" => (least, most),
            _ => match (range.split_once('-'), step) {
                (Some((first, last)), _) => (self.number(first)?, self.number(last)?),
                (None, Some(_)) => (self.number(range)?, most),
                (None, None) => (self.number(range)?, self.number(range)?),
            },
        };
        let step = step.unwrap_or(1);
        (least <= first && first <= last && last <= most).then(|| Set {
            numbers: (first..=last)
                .step_by(usize::from(step))
                .fold(0, |numbers, number| numbers | 1 << number),
            is_any: matches!(range, "*" | "?") && step == 1,
        })
    }

    /// More than all that there are is as good as all.
    fn step(self, text: &str) -> Option<u8> {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let step = is_number.then(|| text.parse().unwrap_or(u8::MAX))?;
        (step > 0).then_some(step)
    }
}

/// Numbers from 0 to 63.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Set {
    numbers: u64,
    /// Whether `*` or `?` stands there, which narrows nothing.
    is_any: bool,
}

impl Set {
    fn has(self, number: i64) -> bool {
        u32::try_from(number)
            .is_ok_and(|number| self.numbers.checked_shr(number).unwrap_or(0) & 1 == 1)
    }

    fn with(self, other: Self) -> Self {
        Self {
            numbers: self.numbers | other.numbers,
            is_any: self.is_any || other.is_any,
        }
    }

    fn numbers(self) -> impl Iterator<Item = i64> {
        (0..60).filter(move |number| self.has(*number))
    }
}

impl FromStr for Cron {
    type Err = CronError;

    fn from_str(text: &str) -> Result<Self, CronError> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [second, minute, hour, day, month, weekday] = fields[..] else {
            return Err(CronError::Fields(fields.len()));
        };
        Ok(Self {
            seconds: CronField::Second.read(second)?,
            minutes: CronField::Minute.read(minute)?,
            hours: CronField::Hour.read(hour)?,
            days: CronField::DayOfMonth.read(day)?,
            months: CronField::Month.read(month)?,
            weekdays: CronField::DayOfWeek.read(weekday)?,
        })
    }
}

const DAY: i64 = 86_400_000;

impl Cron {
    /// The next runs after a time, at most so many; fewer, or none, where there is no such day, as on
    /// February 30.
    #[must_use]
    pub fn next_runs(&self, after: Timestamp, count: usize) -> Vec<Timestamp> {
        /// No day comes round more seldom than February 29 over a year that has none, such as 2100.
        const SELDOM: i64 = 9 * 366;
        let mut runs = Vec::new();
        let mut day = after.milliseconds().div_euclid(DAY);
        let mut last = day.saturating_add(SELDOM);
        while day <= last && runs.len() < count {
            let before = runs.len();
            if self.takes_day(day) {
                let behind = self.of_day(day).filter(|time| *time > after);
                runs.extend(behind.take(count - before));
            }
            day += 1;
            if runs.len() > before {
                last = day.saturating_add(SELDOM);
            }
        }
        runs
    }

    /// The runs of a day, in their order; none of one that is beyond all times.
    fn of_day(&self, day: i64) -> impl Iterator<Item = Timestamp> {
        let midnight = day.checked_mul(DAY).into_iter();
        let times = midnight.flat_map(|midnight| {
            let time = move |time| midnight.checked_add(time);
            self.times().filter_map(time)
        });
        times.map(Timestamp::from_milliseconds)
    }

    /// Milliseconds from midnight, in their order.
    fn times(&self) -> impl Iterator<Item = i64> {
        let Self {
            seconds,
            minutes,
            hours,
            ..
        } = *self;
        hours.numbers().flat_map(move |hour| {
            minutes.numbers().flat_map(move |minute| {
                let of_minute = move |second| ((hour * 60 + minute) * 60 + second) * 1_000;
                seconds.numbers().map(of_minute)
            })
        })
    }

    /// Whether there are runs on a day, counted from 1970-01-01, which was a Thursday.
    fn takes_day(&self, day: i64) -> bool {
        let [month, day_of_month] = month_and_day(day);
        let is_day = self.days.has(day_of_month);
        let is_weekday = self.weekdays.has((day.rem_euclid(7) + 4) % 7);
        let is_either = if self.days.is_any || self.weekdays.is_any {
            is_day && is_weekday
        } else {
            is_day || is_weekday
        };
        self.months.has(month) && is_either
    }
}

/// Month and day of the month in the proleptic Gregorian calendar, from days since 1970-01-01; years are
/// counted from March so that the leap day comes last.
fn month_and_day(day: i64) -> [i64; 2] {
    let day_of_era = (day.rem_euclid(146_097) + 719_468).rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    [(month_from_march + 2) % 12 + 1, day_of_month]
}
