//! A cloud that answers.
//!
//! [`Simulator::handle`] takes a request and the time and gives a [`Reply`]: no clock, no network and
//! no chance of its own. Shapes and codes are those of the examples §0 to §5; where the
//! documents are silent, the adopted readings there hold.
//!
//! Each service has its own state, first data, refusals and table of routes. One more call is a line
//! in the table and a function in the file of its resource; what a resource keeps for a repository
//! stands in the same file, as a list of its own kind of rows.
//!
//! Faults by name:
//!
//! - A user named `fault-500-once`: the first write of access that covers them applies what stands
//!   before them in the array and answers 500; after that (until a reset) it works.
//! - A user named `fault-500-always`: the same, every time.
//! - A repository whose name, or its last part, is `fault-500-once`: the first write to it answers
//!   500 and changes nothing.
//! - A repository whose name, or its last part, is `fault-500-always`: every read and write of it
//!   alone answers 500; lists still show it.
//! - A repository whose name, or its last part, is `fault-403-sync`: every call about syncing it is
//!   refused with 403.
//! - The target region [`identities::FAILING_REGION`]: every job into it fails.
//! - A registry of HSS named `fault-500-once`: the first start of a sync that picks it starts one of
//!   those picked before it, if any, and answers 500; `fault-500-always` does so every time. A sync of
//!   all registries is started all the same.
//! - A machine image named `fault-403-members`: its members are refused with 403.
//! - A machine image named `fault-500-once` or `fault-500-always`: the first write, or every one, that
//!   names it answers 500 and begins nothing.
//! - `fault-left-once`, `fault-left-always`: the job ends as SUCCESS, but the image's last pair is as
//!   before; `fault-fail-once`, `fault-fail-always`: for that pair the job fails, and does the others.
//! - `fault-slow-job`: a job with it takes ten minutes; `fault-429-job`: its first two polls are
//!   throttled; `fault-504-job`: its second to fourth polls are lost behind the gateway.
//! - `fault-urn-ignored`: deleting an organization by its URN ends as SUCCESS and leaves it; by its ID
//!   it goes.
//! - The recipient [`identities::REFUSING_PROJECT_ID`]: sharing with it fails in the job.
//! - A registry or replication policy of SWR Enterprise named `fault-500-once` or `fault-500-always`:
//!   writes to it answer 500 and change nothing; `fault-403-delete`: its deletion is refused with an
//!   encoded message; a registry named `fault-400-unhealthy` is never saved; what a policy named
//!   `fault-recovers` copies fails, and has succeeded 30 s later.
//!
//! [`Settings::chaos`] lets a share of the requests to SWR (both editions), HSS and IMS fail: a 500, an answer after 3 s, a
//! connection lost before or after the work.

mod cloud;
mod enterprise;
mod gateway;
mod hss;
mod iam;
mod ims;
mod swr;

pub use cloud::{Settings, Simulator};
pub use enterprise::ReferringPolicies;
pub use gateway::answer::Response;
pub use gateway::caller::{Caller, Scope};
pub use gateway::holding::{Holding, Holdings};
pub use gateway::identities;
pub use gateway::incoming::{Fate, Incoming, Reply};
pub use ims::ImageSharing;
