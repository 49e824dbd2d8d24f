//! A list that is read, answer by answer.

use cloud_api::{ApiError, NoAnswer, NoAnswerKind, Unreadable};
use reads::{Extent, Paging, PagingCommand, PagingEvent, PagingPhase, RowKey};

pub fn timed_out() -> ApiError {
    ApiError::NoAnswer(NoAnswer {
        kind: NoAnswerKind::TimedOut,
        may_have_been_applied: false,
    })
}

pub fn unreadable(at: &str) -> ApiError {
    ApiError::Unreadable(Unreadable {
        status: 200,
        at: at.to_owned(),
        request_id: None,
    })
}

/// The key of a row that has a number.
pub fn key(row: u64) -> RowKey {
    RowKey::of(&[&row.to_string()])
}

pub struct Run {
    pub paging: Paging,
    /// Which pages were to be read after how many milliseconds.
    pub pauses: Vec<(u64, i64)>,
}

impl Run {
    /// A list of which the first page is asked for.
    pub fn begun() -> Self {
        let mut run = Self {
            paging: Paging::from_the_first(),
            pauses: Vec::new(),
        };
        assert_eq!(run.event(PagingEvent::Begin), [0]);
        run
    }

    /// Where the pages begin that are to be read now.
    pub fn event(&mut self, event: PagingEvent) -> Vec<u64> {
        let commands = self.paging.handle(event);
        commands
            .into_iter()
            .map(|PagingCommand::Read { offset, after }| {
                self.pauses.extend((after > 0).then_some((offset, after)));
                offset
            })
            .collect()
    }

    /// So many rows came of so many in all.
    pub fn page(&mut self, offset: u64, received: u64, total: u64) -> Vec<u64> {
        self.answer(offset, received, Some(total))
    }

    pub fn answer(&mut self, offset: u64, received: u64, total: Option<u64>) -> Vec<u64> {
        self.rows(offset, offset..offset + received, total)
    }

    /// These rows came.
    pub fn rows(
        &mut self,
        offset: u64,
        rows: impl IntoIterator<Item = u64>,
        total: Option<u64>,
    ) -> Vec<u64> {
        let keys = rows.into_iter().map(key).collect();
        self.event(PagingEvent::Page {
            offset,
            keys,
            total,
        })
    }

    pub fn fail(&mut self, offset: u64) -> Vec<u64> {
        self.fail_with(offset, timed_out())
    }

    pub fn fail_with(&mut self, offset: u64, error: ApiError) -> Vec<u64> {
        self.event(PagingEvent::Failed { offset, error })
    }

    pub fn is_whole(&self) -> bool {
        self.extent() == Some(Extent::Whole)
    }

    /// How much came, once nothing more is read.
    pub fn extent(&self) -> Option<Extent> {
        match self.paging.phase() {
            PagingPhase::Ended(extent) => Some(*extent),
            PagingPhase::Reading | PagingPhase::Failed(_) | PagingPhase::NotWhole(_) => None,
        }
    }

    pub fn is_reading(&self) -> bool {
        *self.paging.phase() == PagingPhase::Reading
    }

    /// Rows that have arrived, and rows in all.
    pub fn progress(&self) -> (u64, Option<u64>) {
        let progress = self.paging.progress();
        (progress.read, progress.total)
    }
}
