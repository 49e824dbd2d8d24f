//! A list that is read, answer by answer.

use cloud_api::{ApiError, NoAnswer, NoAnswerKind, Unreadable};
use reads::{Paging, PagingCommand, PagingEvent, PagingPhase};

/// Rows of a full page.
pub const SIZE: u64 = 100;

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

pub struct Run {
    pub paging: Paging,
}

impl Run {
    /// A list of which the first page is asked for.
    pub fn begun() -> Self {
        let mut run = Self {
            paging: Paging::in_pages_of(SIZE),
        };
        assert_eq!(run.event(PagingEvent::Begin), [0]);
        run
    }

    /// Where the pages begin that are to be read now.
    pub fn event(&mut self, event: PagingEvent) -> Vec<u64> {
        let commands = self.paging.handle(event);
        commands
            .into_iter()
            .map(|PagingCommand::Read { offset }| offset)
            .collect()
    }

    /// So many rows came of so many in all.
    pub fn page(&mut self, offset: u64, received: u64, total: u64) -> Vec<u64> {
        self.answer(offset, received, Some(total))
    }

    pub fn answer(&mut self, offset: u64, received: u64, total: Option<u64>) -> Vec<u64> {
        self.event(PagingEvent::Page {
            offset,
            received,
            total,
        })
    }

    pub fn fail(&mut self, offset: u64) -> Vec<u64> {
        self.event(PagingEvent::Failed {
            offset,
            error: timed_out(),
        })
    }

    pub fn is_whole(&self) -> bool {
        *self.paging.phase() == PagingPhase::Whole
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
