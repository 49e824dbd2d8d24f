//! What tests may order: time, faults, and the list of what was asked.

use std::collections::VecDeque;

use cloud_api::{Service, Timestamp};
use serde_json::{Value, json};

use super::answer::{Response, empty, json_answer};
use super::fault::{Fault, FaultFate};
use super::incoming::Incoming;

/// Requests that are remembered; older ones make room.
const REMEMBERED: usize = 10_000;

pub struct Control {
    /// How far the cloud's clock is ahead.
    clock_milliseconds: i64,
    /// The services that the region does not offer.
    pub without: Vec<Service>,
    faults: Vec<Fault>,
    requests: VecDeque<Value>,
}

impl Control {
    /// Nothing ordered yet.
    pub fn new(without: &[Service]) -> Self {
        Self {
            clock_milliseconds: 0,
            without: without.to_vec(),
            faults: Vec::new(),
            requests: VecDeque::new(),
        }
    }

    /// The time that the cloud's clock shows.
    pub fn cloud_time(&self, now: Timestamp) -> Timestamp {
        now.plus_milliseconds(self.clock_milliseconds)
    }

    /// Remembers a request, never its headers; bodies of sign-ins hold passwords and stay out.
    pub fn note(&mut self, request: &Incoming, path: &str, status: Option<u16>) {
        let body = if path.starts_with("/v3/auth/") {
            Value::Null
        } else {
            serde_json::from_slice(&request.body).unwrap_or(Value::Null)
        };
        if self.requests.len() >= REMEMBERED {
            self.requests.pop_front();
        }
        self.requests.push_back(json!({
            "method": request.method,
            "path": path,
            "query": request.query,
            "body": body,
            "status": status,
        }));
    }

    /// The first ordered fault that fits.
    pub fn take_fault(&mut self, method: &str, path: &str) -> Option<Fault> {
        let index = self.faults.iter().position(|fault| {
            (fault.method.is_empty() || fault.method == method)
                && path.contains(&fault.path_contains)
        })?;
        let fault = self.faults.get_mut(index)?;
        if fault.skip > 0 {
            fault.skip -= 1;
            return None;
        }
        fault.times = fault.times.saturating_sub(1);
        let taken = fault.clone();
        if taken.times == 0 {
            self.faults.remove(index);
        }
        Some(taken)
    }

    /// Answers an order.
    pub fn answer(&mut self, method: &str, what: &str, body: &[u8]) -> Response {
        let body: Value = serde_json::from_slice(body).unwrap_or(Value::Null);
        match (method, what) {
            ("POST", "clock") => match body["advance_seconds"].as_i64() {
                Some(seconds) => {
                    self.clock_milliseconds = self
                        .clock_milliseconds
                        .saturating_add(seconds.saturating_mul(1_000));
                    empty(204)
                }
                None => wrong("advance_seconds must be a number"),
            },
            ("POST", "fault") => match body
                .as_array()
                .and_then(|list| list.iter().map(fault).collect::<Option<Vec<_>>>())
            {
                Some(faults) => {
                    self.faults.extend(faults);
                    empty(204)
                }
                None => wrong("a list of faults is expected"),
            },
            ("POST", "services") => match body["without"]
                .as_array()
                .and_then(|list| list.iter().map(service).collect::<Option<Vec<_>>>())
            {
                Some(without) => {
                    self.without = without;
                    empty(204)
                }
                None => wrong("without must be a list of services: iam, swr, hss, ims, enterprise"),
            },
            ("GET", "requests") => json_answer(200, &json!(self.requests)),
            ("DELETE", "requests") => {
                self.requests.clear();
                empty(204)
            }
            _ => json_answer(
                404,
                &json!({ "error": "reset, clock, fault, push, member, services, image-sharing, sign-in, access-key, requests" }),
            ),
        }
    }
}

/// The order is not understood.
pub fn wrong(what: &str) -> Response {
    json_answer(400, &json!({ "error": what }))
}

fn service(value: &Value) -> Option<Service> {
    let segment = value.as_str()?;
    Service::ALL
        .into_iter()
        .find(|service| service.segment() == segment)
}

fn fault(value: &Value) -> Option<Fault> {
    let fate = match value["fate"].as_str()? {
        "drop-before" => FaultFate::DropBefore,
        "drop-after" => FaultFate::DropAfter,
        "truncate" => FaultFate::Truncate,
        "status" => FaultFate::Status(value["status"].as_u64()?.try_into().ok()?),
        "delay" => FaultFate::Delay,
        _ => return None,
    };
    Some(Fault {
        method: value["method"].as_str().unwrap_or_default().to_owned(),
        path_contains: value["path_contains"]
            .as_str()
            .unwrap_or_default()
            .to_owned(),
        fate,
        retry_after: value["retry_after"].as_u64(),
        delay_milliseconds: value["delay_ms"].as_u64().unwrap_or(0),
        skip: value["skip"].as_u64().unwrap_or(0),
        times: value["times"].as_u64().unwrap_or(1),
    })
}
