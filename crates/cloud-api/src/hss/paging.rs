//! Pages of lists: where they begin, how long they are, what comes back.

use crate::wire::fields::{Fields, read_object};
use crate::{ApiError, Listed, Request, Response};

/// Rows to pass over: 0 to 2,000,000 (seed page).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Offset(u32);

/// An offset that the API does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} rows cannot be passed over; the API takes 0 to 2,000,000")]
pub struct OffsetError(pub u32);

impl Offset {
    /// The furthest that a page may begin.
    pub const LARGEST: Self = Self(2_000_000);

    /// The number of rows.
    #[must_use]
    pub fn rows(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Offset {
    type Error = OffsetError;

    fn try_from(rows: u32) -> Result<Self, OffsetError> {
        if rows <= Self::LARGEST.0 {
            Ok(Self(rows))
        } else {
            Err(OffsetError(rows))
        }
    }
}

/// Rows that one call may ask for: 10 to 200 (seed page).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageSize(u16);

/// A number of rows that the API does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} rows cannot be asked for at once; the API takes 10 to 200")]
pub struct PageSizeError(pub u16);

impl PageSize {
    /// The least that one call may ask for, and what the API gives without a number.
    pub const SMALLEST: Self = Self(10);
    /// The most that one call may ask for.
    pub const LARGEST: Self = Self(200);

    /// The number of rows.
    #[must_use]
    pub fn rows(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for PageSize {
    type Error = PageSizeError;

    fn try_from(rows: u16) -> Result<Self, PageSizeError> {
        if (Self::SMALLEST.0..=Self::LARGEST.0).contains(&rows) {
            Ok(Self(rows))
        } else {
            Err(PageSizeError(rows))
        }
    }
}

/// Which part of a list to read. What is not given is the API's default: offset 0, 10 rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paging {
    /// Rows to pass over.
    pub offset: Option<Offset>,
    /// Rows to read.
    pub limit: Option<PageSize>,
}

impl Paging {
    /// A page of the largest size.
    #[must_use]
    pub fn largest(offset: Offset) -> Self {
        Self {
            offset: Some(offset),
            limit: Some(PageSize::LARGEST),
        }
    }

    pub(super) fn join(self, mut request: Request) -> Request {
        if let Some(offset) = self.offset {
            request = request.with_query("offset", offset.rows().to_string());
        }
        if let Some(limit) = self.limit {
            request = request.with_query("limit", limit.rows().to_string());
        }
        request
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
    pub(super) fn read(response: &Response, row: fn(Fields<'_>) -> T) -> Result<Self, ApiError> {
        read_object(response, |answer| Self {
            rows: answer.rows("data_list", row),
            total: answer.count("total_num"),
        })
    }
}
