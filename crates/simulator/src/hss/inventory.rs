//! The registries that there are, by number.

use crate::gateway::identities::ENTERPRISE_PROJECT_ID;
use crate::gateway::members::hostile_names;

use super::view::DEFAULT;

/// A registry of the main project.
pub struct Registry {
    pub number: u32,
    pub name: String,
    pub kind: &'static str,
    pub address: String,
    pub status: &'static str,
    /// Why HSS does not get at it; every sync of it fails with this cause.
    pub fail_reason: &'static str,
    pub enterprise_project: &'static str,
}

/// A registry that flows and demonstrations rely on.
struct Known {
    name: &'static str,
    kind: &'static str,
    address: &'static str,
    status: &'static str,
    fail_reason: &'static str,
}

const fn reached(name: &'static str, kind: &'static str, address: &'static str) -> Known {
    Known {
        name,
        kind,
        address,
        status: "success",
        fail_reason: "",
    }
}

const fn unreached(
    name: &'static str,
    kind: &'static str,
    address: &'static str,
    fail_reason: &'static str,
) -> Known {
    Known {
        name,
        kind,
        address,
        status: "fail",
        fail_reason,
    }
}

const HARBOR: &str = "harbor.acme.example";
const SWR: &str = "swr.eu-de.example.com";

const KNOWN: [Known; 13] = [
    reached("harbor-a", "Harbor", HARBOR),
    unreached(
        "harbor-b",
        "Harbor",
        "harbor-b.acme.example:8443",
        "REQUEST_API_ERROR",
    ),
    reached("jfrog-main", "Jfrog", "artifactory.acme.example"),
    Known {
        status: "accessing",
        ..reached("jfrog-legacy", "Jfrog", "10.0.3.7:8082")
    },
    reached("Swr-private", "SwrPrivate", SWR),
    reached("Swr-shared", "SwrShared", SWR),
    reached("ee-a", "SwrEnterprise", "acme-ee.swr-pro.example.com"),
    unreached(
        "ee-b",
        "SwrEnterprise",
        "acme-nl.swr-pro.example.com",
        "CREATE_JOB_FAILED",
    ),
    unreached("registry-lab", "Other", "lab.acme.example", "SERVER_ERROR"),
    reached("fault-500-once", "Harbor", HARBOR),
    reached("fault-500-always", "Harbor", HARBOR),
    reached("harbor-c", "Harbor", "harbor-c.acme.example"),
    // A type that the documents do not know.
    reached("quay-mirror", "Quay", "quay.acme.example"),
];

/// Those of the enterprise project that `carla` is restricted to.
const RESTRICTED: [Known; 3] = [
    reached("team-harbor", "Harbor", "harbor.team.example"),
    unreached(
        "team-jfrog",
        "Jfrog",
        "jfrog.team.example",
        "REQUEST_API_ERROR",
    ),
    reached("team-private", "SwrPrivate", SWR),
];

const HOSTILE_FROM: u32 = 40;
const ORDINARY_FROM: u32 = 100;
const ORDINARY: u32 = 16;
const RESTRICTED_FROM: u32 = 200;
const ARCHIVE_FROM: u32 = 10_000;
const ARCHIVE: u32 = 5_000;

/// The registries of the largest task. The official SDK knows at most 100 rows in the list of
/// registries, so these stand in their task only; a sync may pick them all the same.
pub fn archive() -> Vec<Registry> {
    (ARCHIVE_FROM..).map_while(registry).collect()
}

/// The registries that the list shows, in its order.
pub fn listed() -> Vec<Registry> {
    [0, HOSTILE_FROM, ORDINARY_FROM, RESTRICTED_FROM]
        .into_iter()
        .flat_map(|from| (from..).map_while(registry))
        .collect()
}

/// The registry of a number.
pub fn registry(number: u32) -> Option<Registry> {
    match number {
        ARCHIVE_FROM.. => archived(number, number - ARCHIVE_FROM),
        RESTRICTED_FROM.. => {
            let known = RESTRICTED.get((number - RESTRICTED_FROM) as usize)?;
            Some(Registry {
                enterprise_project: ENTERPRISE_PROJECT_ID,
                ..of_known(number, known)
            })
        }
        ORDINARY_FROM.. => ordinary(number, number - ORDINARY_FROM),
        HOSTILE_FROM.. => {
            let mut names = hostile_names().into_iter();
            let name = names.nth((number - HOSTILE_FROM) as usize)?;
            Some(plain(number, name, "Harbor", "<b>harbor</b>.example"))
        }
        _ => Some(of_known(number, KNOWN.get(number as usize)?)),
    }
}

fn plain(number: u32, name: String, kind: &'static str, address: &str) -> Registry {
    Registry {
        number,
        name,
        kind,
        address: address.to_owned(),
        status: "success",
        fail_reason: "",
        enterprise_project: DEFAULT,
    }
}

fn of_known(number: u32, known: &Known) -> Registry {
    Registry {
        status: known.status,
        fail_reason: known.fail_reason,
        ..plain(number, known.name.to_owned(), known.kind, known.address)
    }
}

fn ordinary(number: u32, index: u32) -> Option<Registry> {
    const KINDS: [&str; 3] = ["Harbor", "Jfrog", "SwrPrivate"];
    let name = format!("mirror-{index:02}");
    let address = format!("{name}.acme.example");
    let kind = KINDS[index as usize % KINDS.len()];
    (index < ORDINARY).then(|| plain(number, name, kind, &address))
}

/// Every hundredth fails in every sync.
fn archived(number: u32, index: u32) -> Option<Registry> {
    const KINDS: [&str; 4] = ["SwrPrivate", "SwrPrivate", "SwrShared", "SwrEnterprise"];
    let name = format!("archive/app-{index:04}");
    let kind = KINDS[index as usize % KINDS.len()];
    (index < ARCHIVE).then(|| Registry {
        fail_reason: if index % 100 == 7 {
            "REQUEST_API_ERROR"
        } else {
            ""
        },
        ..plain(number, name, kind, SWR)
    })
}

/// How many images a registry holds.
pub fn images(number: u32) -> u64 {
    u64::from(7 * (number % 13) + 1)
}

const ID_START: &str = "9b2a1d3f-4c5e-4f60-8b7c-";

/// The ID of a registry.
pub fn id(number: u32) -> String {
    format!("{ID_START}{number:012x}")
}

/// The registry of an ID.
pub fn find(id: &str) -> Option<Registry> {
    let number = u32::from_str_radix(id.strip_prefix(ID_START)?, 16).ok()?;
    (self::id(number) == id).then(|| registry(number))?
}
