//! What the first images are made of.

use cloud_api::Timestamp;

use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT;
use crate::gateway::identities::{OTHER_ACCOUNT_ID, PROJECT_ID};
use crate::gateway::mixed::mixed;
use crate::ims::image::{Content, Image};
use crate::ims::member::Member;

pub const HOUR: i64 = 3_600_000;
pub const DAY: i64 = 24 * HOUR;

pub const UBUNTU: [&str; 3] = ["Linux", "Ubuntu", "Ubuntu 24.04 server 64bit"];
pub const DEBIAN: [&str; 3] = ["Linux", "Debian", "Debian GNU/Linux 12.0.0 64bit"];
pub const EULER: [&str; 3] = ["Linux", "EulerOS", "EulerOS 2.0 64bit"];
pub const WINDOWS: [&str; 3] = ["Windows", "Windows", "Windows Server 2022 Standard 64bit"];
pub const SYSTEMS: [[&str; 3]; 4] = [UBUNTU, DEBIAN, EULER, WINDOWS];

/// States of members, which the services write in either case.
pub const STATES: [&str; 6] = [
    "accepted", "pending", "rejected", "ACCEPTED", "PENDING", "Rejected",
];

/// A private system disk image of the main project.
pub fn plain(id: String, name: String, made: Timestamp) -> Image {
    Image {
        id,
        name,
        owner: PROJECT_ID,
        origin: None,
        status: "active",
        is_registered: true,
        protected: false,
        content: Content::SystemDisk,
        system: Some(UBUNTU),
        gigabytes: 40,
        is_encrypted: false,
        enterprise_project: DEFAULT_ENTERPRISE_PROJECT,
        description: String::new(),
        made,
        members: Vec::new(),
    }
}

pub fn id(number: u64) -> String {
    let start = mixed(11, number) >> 32;
    format!("{start:08x}-8a57-4f0e-9c0a-{number:012x}")
}

pub fn member(id: &str, kind: &'static str, state: usize, since: Timestamp) -> Member {
    Member {
        id: id.to_owned(),
        kind,
        urn: (kind == "organization")
            .then(|| format!("organizations::{OTHER_ACCOUNT_ID}:organization:{id}")),
        status: STATES[state % STATES.len()],
        since,
        changed: since.plus_milliseconds(1_800_000),
    }
}

pub fn project(number: u64) -> String {
    format!("{:016x}{number:016x}", mixed(7, number))
}
