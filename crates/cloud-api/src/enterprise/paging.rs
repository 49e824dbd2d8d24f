//! Pages of lists: where they begin, how long they are, what comes back.

use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Listed, Request, Response};

/// Rows that one call may ask for: 1 to 100 (corrections §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageSize(u16);

/// A number of rows that the API does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} rows cannot be asked for at once; the API takes 1 to 100")]
pub struct PageSizeError(pub u16);

impl PageSize {
    /// The most that one call may ask for.
    pub const LARGEST: Self = Self(100);

    /// The number of rows.
    #[must_use]
    pub fn rows(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for PageSize {
    type Error = PageSizeError;

    fn try_from(rows: u16) -> Result<Self, PageSizeError> {
        match rows {
            1..=100 => Ok(Self(rows)),
            _ => Err(PageSizeError(rows)),
        }
    }
}

/// Which part of a list to read. An offset is a multiple of the limit, because the API takes no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// Pages before this one.
    page: u64,
    limit: PageSize,
}

impl Paging {
    /// The page of the largest size that a row stands on, counted from 0.
    #[must_use]
    pub fn holding(row: u64) -> Self {
        let limit = PageSize::LARGEST;
        Self {
            page: row / u64::from(limit.rows()),
            limit,
        }
    }

    /// The first page, of this size.
    #[must_use]
    pub fn first(limit: PageSize) -> Self {
        Self { page: 0, limit }
    }

    /// The rows that are passed over.
    #[must_use]
    pub fn offset(self) -> u64 {
        self.page.saturating_mul(u64::from(self.limit.rows()))
    }

    pub(super) fn join(self, request: Request) -> Request {
        request
            .with_query("offset", self.offset().to_string())
            .with_query("limit", self.limit.rows().to_string())
    }
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows, in the order of the service.
    pub rows: Listed<T>,
    /// How many there are in all, where the service tells.
    pub total: Option<u64>,
}

impl<T> Page<T> {
    pub(super) fn read(
        response: &Response,
        name: &'static str,
        row: fn(Fields<'_>) -> T,
    ) -> Result<Self, ApiError> {
        read_object(response, |answer| Self {
            rows: answer.rows(name, row),
            total: answer.count("total"),
        })
    }
}
