//! Machine images, their shares and the jobs of a cloud, for the tests of what follows jobs.

use std::collections::BTreeSet;

use changes::{Command, Event, PlannedWrite};
use cloud_api::ims::{AddMembers, DeleteMembers, ImageId, Member, MembersBefore, Recipient};
use cloud_api::{Before, Mutation, Response, Service, Subject};

use crate::cloud::*;

pub const JOB: &str = "9a175ac692fa12540193002a6d4b2720";

/// The number of an image as its ID.
pub fn image(number: u32) -> ImageId {
    format!("image-{number}").parse().unwrap()
}

/// The number of a project as a recipient.
pub fn project(number: u32) -> Recipient {
    Recipient::Project(format!("{number:032x}").parse().unwrap())
}

pub fn share(of: u32, with: u32) -> Subject {
    Subject::image_member(&image(of), &project(with))
}

fn before(images: u32, projects: u32) -> Before {
    let mut before = MembersBefore::default();
    for number in 0..images {
        let members: Vec<Member> = (0..projects).map(member).collect();
        before.add(&image(number), &members);
    }
    Before::ImageMembers(before)
}

fn member(number: u32) -> Member {
    Member {
        member_id: project(number).identifier().to_owned(),
        status: "accepted".to_owned(),
        ..Member::default()
    }
}

fn planned(mutation: Mutation, before: Before) -> Vec<Vec<PlannedWrite>> {
    vec![vec![PlannedWrite {
        mutation,
        names: Vec::new(),
        before,
    }]]
}

/// So many images no longer shared with so many projects, all of which have them.
pub fn stop(images: u32, projects: u32) -> Vec<Vec<PlannedWrite>> {
    let delete = DeleteMembers {
        images: (0..images).map(image).collect(),
        recipients: (0..projects).map(project).collect(),
    };
    planned(delete.into(), before(images, projects))
}

/// So many images shared with so many projects, none of which has them.
pub fn begin(images: u32, projects: u32) -> Vec<Vec<PlannedWrite>> {
    let add = AddMembers {
        images: (0..images).map(image).collect(),
        recipients: (0..projects).map(project).collect(),
    };
    planned(add.into(), before(images, 0))
}

pub fn of_ims(status: u16, body: &str) -> Response {
    Response {
        service: Service::Ims,
        ..response(status, body)
    }
}

/// That a job was begun.
pub fn job_begun() -> Outcome {
    Ok(of_ims(200, &format!(r#"{{"job_id":"{JOB}"}}"#)))
}

pub fn job(status: &str) -> Outcome {
    Ok(of_ims(
        200,
        &format!(r#"{{"job_id":"{JOB}","status":"{status}","entities":{{"results":[]}}}}"#),
    ))
}

pub fn job_failed() -> Outcome {
    Ok(of_ims(
        200,
        r#"{"status":"FAIL","error_code":"IMG.0113","fail_reason":"Failed to delete the tenant."}"#,
    ))
}

pub fn refused_by_ims(status: u16, code: &str) -> Outcome {
    let body = format!(r#"{{"error":{{"code":"{code}","message":"refused"}}}}"#);
    Ok(of_ims(status, &body))
}

/// A page of members of these projects.
pub fn members(projects: impl IntoIterator<Item = u32>) -> Outcome {
    let rows: Vec<String> = projects
        .into_iter()
        .map(|number| {
            let project = project(number);
            format!(r#"{{"member_id":"{project}","status":"pending"}}"#)
        })
        .collect();
    let body = format!(r#"{{"members":[{}]}}"#, rows.join(","));
    Ok(of_ims(200, &body))
}

impl Run {
    pub fn polled(&mut self, call: u32, outcome: Outcome) -> &[Command] {
        self.event(Event::Polled {
            call: changes::CallId(call),
            outcome,
        })
    }

    /// The calls whose jobs are asked for.
    pub fn polls(&self) -> Vec<u32> {
        let commands = self.commands.iter();
        commands
            .filter_map(|command| match command {
                Command::Poll { call } => Some(call.0),
                _ => None,
            })
            .collect()
    }

    /// The calls that are read back.
    pub fn reads(&self) -> Vec<u32> {
        let commands = self.commands.iter();
        commands
            .filter_map(|command| match command {
                Command::ReadBack { call } => Some(call.0),
                _ => None,
            })
            .collect()
    }

    /// The shares that a call is about.
    pub fn shares_on(&self, call: u32) -> BTreeSet<Subject> {
        let call = &self.change.calls()[&changes::CallId(call)];
        call.mutation.subjects().into_iter().collect()
    }
}
