//! Values, answers and verdicts that many tests share.

use cloud_api::{Judgement, Mutation, Operation, Request, Response, Service};

pub use sample_writes::{ANNA, BEN, PROJECT, read};

pub const CARLA: &str = "2f3d7e8a9bac4bd2c3e4f5061728394a";

pub fn sent(mutation: &Mutation) -> Request {
    match mutation.request() {
        Ok(request) => request,
        Err(error) => panic!("{error}"),
    }
}

/// An answer of SWR.
pub fn answer(status: u16, body: &str) -> Response {
    answer_with(status, &[], body.as_bytes())
}

/// The same of HSS.
pub fn answer_of_hss(status: u16, body: &str) -> Response {
    Response {
        service: Service::Hss,
        ..answer(status, body)
    }
}

pub fn answer_with(status: u16, headers: &[(&str, &str)], body: &[u8]) -> Response {
    let headers = headers.iter();
    Response {
        service: Service::Swr,
        status,
        headers: headers
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
        body: body.to_vec(),
    }
}

/// What a read makes of an accepting answer.
pub fn decoded<O: Operation>(body: &str) -> O::Output {
    match O::decode(&answer(200, body)) {
        Ok(output) => output,
        Err(error) => panic!("{error}"),
    }
}

/// A judgement without what kept it from being one.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    Applied,
    NotApplied,
    PerhapsAnothers,
    CannotTell,
}

impl From<Judgement> for Verdict {
    fn from(judgement: Judgement) -> Self {
        match judgement {
            Judgement::Applied => Self::Applied,
            Judgement::NotApplied => Self::NotApplied,
            Judgement::PerhapsAnothers(_) => Self::PerhapsAnothers,
            Judgement::CannotTell(_) => Self::CannotTell,
        }
    }
}
