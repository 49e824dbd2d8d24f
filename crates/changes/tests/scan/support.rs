//! A scan with a clock, and the errors that it may meet.

use changes::{Scan, ScanCommand, ScanEvent, ScanPhase};
use cloud_api::{ApiError, Meaning, NoAnswer, NoAnswerKind, Response, Timestamp};

const START: Timestamp = Timestamp::from_milliseconds(1_795_000_000_000);

pub fn refused(status: u16, code: &str) -> ApiError {
    ApiError::from_response(&Response {
        status,
        headers: Vec::new(),
        body: format!(r#"{{"error_code":"{code}","error_msg":"m"}}"#).into_bytes(),
    })
}

pub fn no_right() -> ApiError {
    refused(403, "SVCSTG.SWR.4030170")
}

pub fn throttled() -> ApiError {
    refused(429, "APIGW.0308")
}

pub fn token_expired() -> ApiError {
    refused(401, "APIGW.0301")
}

pub fn wrong_path() -> ApiError {
    refused(404, "APIGW.0101")
}

pub fn lost(kind: NoAnswerKind) -> ApiError {
    ApiError::NoAnswer(NoAnswer {
        kind,
        may_have_been_applied: false,
    })
}

/// A scan with a clock.
pub struct Run {
    pub scan: Scan,
    pub now: Timestamp,
}

impl Run {
    pub fn over(resources: usize) -> Self {
        Self {
            scan: Scan::over(resources),
            now: START,
        }
    }

    pub fn resumed(resources: usize) -> (Self, Vec<usize>) {
        let mut run = Self::over(resources);
        let asked = run.event(ScanEvent::Resume);
        (run, asked)
    }

    /// Which resources are to be read now.
    pub fn event(&mut self, event: ScanEvent) -> Vec<usize> {
        self.now = self.now.plus_milliseconds(1_000);
        let commands = self.scan.handle(event, self.now);
        commands
            .into_iter()
            .map(|ScanCommand::Read { resource }| resource)
            .collect()
    }

    pub fn read(&mut self, resource: usize) -> Vec<usize> {
        self.event(ScanEvent::Answer {
            resource,
            outcome: Ok(()),
        })
    }

    pub fn fail(&mut self, resource: usize, error: ApiError) -> Vec<usize> {
        self.event(ScanEvent::Answer {
            resource,
            outcome: Err(error),
        })
    }

    pub fn again(&mut self, resource: usize) -> Vec<usize> {
        self.event(ScanEvent::ReadAgain { resource })
    }

    /// Read, refused, under way, waiting, total.
    pub fn covered(&self) -> [usize; 5] {
        let coverage = self.scan.coverage();
        [
            coverage.read,
            coverage.refused,
            coverage.under_way,
            coverage.waiting,
            coverage.total,
        ]
    }

    pub fn halted_by(&self) -> Option<Meaning> {
        match self.scan.phase() {
            ScanPhase::Halted(error) => error.meaning(),
            ScanPhase::Paused | ScanPhase::Running => None,
        }
    }
}
