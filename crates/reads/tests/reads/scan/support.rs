//! A scan with a clock, and the errors that it may meet.

use cloud_api::{ApiError, Meaning, NoAnswer, NoAnswerKind, Response, Service, Timestamp};
use reads::{Round, Scan, ScanCommand, ScanEvent, ScanPhase};

const START: Timestamp = Timestamp::from_milliseconds(1_795_000_000_000);

pub fn refused(status: u16, code: &str) -> ApiError {
    ApiError::from_response(&Response {
        service: Service::Swr,
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

/// The service asks for a pause of so many seconds.
pub fn throttled_for(seconds: u32) -> ApiError {
    ApiError::from_response(&Response {
        service: Service::Swr,
        status: 429,
        headers: vec![("Retry-After".to_owned(), seconds.to_string())],
        body: br#"{"error_code":"APIGW.0308","error_msg":"m"}"#.to_vec(),
    })
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

/// What happens to a scan of numbered places, each of which gives a word.
pub type Event = ScanEvent<usize, String>;

/// A scan with a clock.
pub struct Run {
    pub scan: Scan<usize, String>,
    pub now: Timestamp,
    /// That of the latest command.
    pub round: Option<Round>,
    /// The pauses that have begun, in milliseconds, and when they end.
    pub pauses: Vec<(i64, Timestamp)>,
}

impl Run {
    /// Places 0 and following.
    pub fn over(places: usize) -> Self {
        Self::of(Scan::over((0..places).collect()), START)
    }

    pub fn of(scan: Scan<usize, String>, now: Timestamp) -> Self {
        Self {
            scan,
            now,
            round: None,
            pauses: Vec::new(),
        }
    }

    pub fn resumed(places: usize) -> (Self, Vec<usize>) {
        let mut run = Self::over(places);
        let asked = run.event(ScanEvent::Resume);
        (run, asked)
    }

    /// Which places are to be read now.
    pub fn event(&mut self, event: Event) -> Vec<usize> {
        self.now = self.now.plus_milliseconds(1_000);
        let commands = self.scan.handle(event, self.now);
        let mut asked = Vec::new();
        for command in commands {
            match command {
                ScanCommand::Read { place, round } => {
                    asked.push(place);
                    self.round = Some(round);
                }
                ScanCommand::Wait {
                    milliseconds,
                    until,
                } => self.pauses.push((milliseconds, until)),
            }
        }
        asked
    }

    pub fn answer(&mut self, place: usize, outcome: Result<String, ApiError>) -> Vec<usize> {
        let round = self.round.unwrap();
        self.event(ScanEvent::Answer {
            place,
            round,
            outcome,
        })
    }

    pub fn find(&mut self, place: usize, word: &str) -> Vec<usize> {
        self.answer(place, Ok(word.to_owned()))
    }

    pub fn read(&mut self, place: usize) -> Vec<usize> {
        self.find(place, "found")
    }

    pub fn fail(&mut self, place: usize, error: ApiError) -> Vec<usize> {
        self.answer(place, Err(error))
    }

    pub fn again(&mut self, place: usize) -> Vec<usize> {
        self.event(ScanEvent::ReadAgain(vec![place]))
    }

    pub fn cover(&mut self, places: &[usize]) -> Vec<usize> {
        self.event(ScanEvent::Cover(places.to_vec()))
    }

    pub fn found(&self) -> Vec<(usize, &str)> {
        let found = self.scan.found();
        found.map(|(place, word)| (*place, word.as_str())).collect()
    }

    pub fn read_at(&self, place: usize) -> Option<Timestamp> {
        self.scan
            .reading(&place)
            .and_then(|reading| reading.read_at())
    }

    /// The latest pause is over.
    pub fn waited(&mut self) -> Vec<usize> {
        let (milliseconds, until) = *self.pauses.last().unwrap();
        self.now = self.now.plus_milliseconds(milliseconds);
        self.event(ScanEvent::Waited { until })
    }

    pub fn is_waiting(&self) -> bool {
        matches!(self.scan.phase(), ScanPhase::Waiting { .. })
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
            ScanPhase::Paused | ScanPhase::Running | ScanPhase::Waiting { .. } => None,
        }
    }
}
