//! Points in time.

/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    /// This time, later by so many milliseconds.
    #[must_use]
    pub const fn plus_milliseconds(self, milliseconds: i64) -> Self {
        Self(self.0.saturating_add(milliseconds))
    }

    /// Milliseconds from `earlier` to this time; negative when this one is earlier.
    #[must_use]
    pub const fn milliseconds_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads RFC 3339 in UTC as the services send it: `2018-07-06T06:18:55Z` with or without a
    /// fraction of one to nine digits. Anything else is `None`: a page then shows the text itself.
    ///
    /// Written here because a date library costs the first load 9 to 49 KB.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('Z')?;
        let (date, time) = text.split_once('T')?;
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let (clock, fraction) = match time.split_once('.') {
            Some((clock, fraction)) => (clock, Some(fraction)),
            None => (time, None),
        };
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
        let milliseconds = match fraction {
            None => 0,
            Some(digits) if digits.is_empty() || digits.len() > 9 => return None,
            Some(digits) => {
                if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                    return None;
                }
                format!("{digits:0<3}").get(..3)?.parse::<i64>().ok()?
            }
        };
        let seconds = seconds_since_1970([year, month, day], [hour, minute, second])?;
        Some(Self(seconds * 1_000 + milliseconds))
    }

    /// Date and time of day in UTC, without the fraction: `2024-03-01` and `08:15:30`.
    #[must_use]
    pub fn date_and_time(self) -> (String, String) {
        let seconds = self.0.div_euclid(1_000);
        let days = seconds.div_euclid(86_400);
        let second = seconds.rem_euclid(86_400);
        // Counted from March of the year 0, so that the leap day comes last.
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (
            format!("{year:04}-{month:02}-{day:02}"),
            format!(
                "{:02}:{:02}:{:02}",
                second / 3_600,
                second / 60 % 60,
                second % 60
            ),
        )
    }

    /// Reads a date as HTTP headers have it: `Fri, 27 Nov 2026 10:00:00 GMT`, the one form that
    /// servers may send (RFC 9110, 5.6.7). Anything else is `None`.
    #[must_use]
    pub fn parse_http_date(text: &str) -> Option<Self> {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let (_day_of_week, rest) = text.trim().strip_suffix(" GMT")?.split_once(", ")?;
        let mut parts = rest.split(' ');
        let [day] = numbers(parts.next()?, ' ', [2])?;
        let name = parts.next()?;
        let month = (1..).zip(MONTHS).find(|(_, month)| *month == name)?.0;
        let [year] = numbers(parts.next()?, ' ', [4])?;
        let clock = numbers(parts.next()?, ':', [2, 2, 2])?;
        let seconds = seconds_since_1970([year, month, day], clock)?;
        parts
            .next()
            .is_none()
            .then_some(Self(seconds.saturating_mul(1_000)))
    }
}

/// `None` where there is no such day or time.
fn seconds_since_1970(
    [year, month, day]: [i64; 3],
    [hour, minute, second]: [i64; 3],
) -> Option<i64> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days_in_month = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    if day < 1 || day > days_in_month || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    Some(days_since_1970(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second)
}

fn numbers<const N: usize>(text: &str, separator: char, widths: [usize; N]) -> Option<[i64; N]> {
    let mut parts = text.split(separator);
    let mut values = [0; N];
    for (value, width) in values.iter_mut().zip(widths) {
        let part = parts.next()?;
        if part.len() != width || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *value = part.parse().ok()?;
    }
    parts.next().is_none().then_some(values)
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar; years counted from March so that the
/// leap day comes last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}
