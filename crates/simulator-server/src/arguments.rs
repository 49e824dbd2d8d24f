//! What the command line asks for.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use cloud_api::Service;
use lexopt::prelude::*;
use simulator::{ImageSharing, ReferringPolicies};

/// The text of `--help`.
pub const HELP: &str = "\
Serves a simulated cloud, and the built console with --site.

  --listen ADDRESS       where to listen (default 127.0.0.1:8080; port 0 takes a free one)
  --host NAME            a name under which to answer besides localhost and the address of
                         --listen; may be given several times
  --timeout-ms NUMBER    milliseconds that a request may take to arrive (default 30000)
  --site FOLDER          the built console
  --repositories NUMBER  repositories of the largest organization, acme-web (default 300)
  --latency-ms NUMBER    milliseconds before each answer of the cloud (default 0)
  --chaos SHARE          share of requests to SWR, HSS and IMS that fail, are slow, or lose their
                         connection, from 0 to 1 (default 0)
  --without SERVICE      a service that the region does not offer: iam, swr, hss, ims or
                         enterprise; may be given several times
  --image-sharing CLOUD  share machine images as this kind of cloud does: huawei, otc or openstack
                         (default huawei)
  --orphan-policies      delete registries of SWR Enterprise though replication policies refer to
                         them
  --seed NUMBER          another number gives other data (default 1)
  --control              answer the orders of tests below /_simulator/
  --print-credentials    print who can sign in
  --help                 this text

Faults by name: the first write that covers the user fault-500-once applies what stands before
that user and answers 500; fault-500-always does so every time. The first write to a repository
named fault-500-once answers 500 and changes nothing; one named fault-500-always answers 500 to
every read and write of it. acme-web's shop/fault has the first user, shop/fault-always the
second; acme-lab has both repositories. A sync of images that picks a registry of either name
answers 500 likewise. So do machine images of these names; other faults of sharing them have names
of their own. docs/simulator.md tells more.";

/// What to do.
pub enum Asked {
    /// Print the help.
    Help,
    /// Serve.
    Run(Arguments),
}

/// How to serve.
pub struct Arguments {
    pub listen: SocketAddr,
    pub hosts: Vec<String>,
    pub timeout_milliseconds: u64,
    pub site: Option<PathBuf>,
    pub repositories: usize,
    pub latency_milliseconds: u64,
    pub chaos: f64,
    pub seed: u64,
    pub control: bool,
    pub without: Vec<Service>,
    pub image_sharing: ImageSharing,
    pub referring_policies: ReferringPolicies,
    pub print_credentials: bool,
}

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The command line cannot be understood.
    #[error("{0}; --help lists the options")]
    Arguments(#[from] lexopt::Error),
    /// The share is not one.
    #[error("--chaos takes a number from 0 to 1; --help lists the options")]
    Chaos,
    /// More than the data is made for.
    #[error("--repositories takes at most 100,000")]
    Repositories,
    /// There is no such service.
    #[error(
        "--without takes iam, swr, hss, ims or enterprise, not {0:?}; --help lists the options"
    )]
    Service(String),
    /// There is no such kind of cloud.
    #[error("--image-sharing takes huawei, otc or openstack, not {0:?}; --help lists the options")]
    ImageSharing(String),
    /// The folder is not a built console.
    #[error("{} has no index.html; build the console with `make build`", .0.display())]
    Site(PathBuf),
    /// The address cannot be listened on.
    #[error("cannot listen on {0}: {1}; choose another port with --listen or PORT=")]
    Listen(SocketAddr, std::io::Error),
    /// The machine refuses.
    #[error("{0}")]
    Runtime(std::io::Error),
}

/// Reads the command line.
pub fn read(line: impl Iterator<Item = OsString>) -> Result<Asked, Problem> {
    let mut arguments = Arguments {
        listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
        hosts: Vec::new(),
        timeout_milliseconds: 30_000,
        site: None,
        repositories: 300,
        latency_milliseconds: 0,
        chaos: 0.0,
        seed: 1,
        control: false,
        without: Vec::new(),
        image_sharing: ImageSharing::HuaweiCloud,
        referring_policies: ReferringPolicies::Refuse,
        print_credentials: false,
    };
    let mut parser = lexopt::Parser::from_args(line);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Asked::Help),
            Long("listen") => arguments.listen = parser.value()?.parse()?,
            Long("host") => arguments.hosts.push(parser.value()?.string()?),
            Long("timeout-ms") => arguments.timeout_milliseconds = parser.value()?.parse()?,
            Long("site") => arguments.site = Some(parser.value()?.into()),
            Long("repositories") => arguments.repositories = parser.value()?.parse()?,
            Long("latency-ms") => arguments.latency_milliseconds = parser.value()?.parse()?,
            Long("chaos") => arguments.chaos = parser.value()?.parse()?,
            Long("seed") => arguments.seed = parser.value()?.parse()?,
            Long("without") => arguments.without.push(service(&parser.value()?.string()?)?),
            Long("image-sharing") => {
                let word = parser.value()?.string()?;
                let known = ImageSharing::named(&word);
                arguments.image_sharing = known.ok_or(Problem::ImageSharing(word))?;
            }
            Long("orphan-policies") => arguments.referring_policies = ReferringPolicies::Orphan,
            Long("control") => arguments.control = true,
            Long("print-credentials") => arguments.print_credentials = true,
            _ => return Err(argument.unexpected().into()),
        }
    }
    if !(0.0..=1.0).contains(&arguments.chaos) {
        return Err(Problem::Chaos);
    }
    if arguments.repositories > 100_000 {
        return Err(Problem::Repositories);
    }
    Ok(Asked::Run(arguments))
}

fn service(segment: &str) -> Result<Service, Problem> {
    Service::ALL
        .into_iter()
        .find(|service| service.segment() == segment)
        .ok_or_else(|| Problem::Service(segment.to_owned()))
}
