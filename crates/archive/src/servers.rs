//! Configurations of nginx and Caddy for each example, so that whoever serves one of these needs no Rust.

use std::net::{Ipv4Addr, SocketAddr};

use proxies::{Certificate, Server, caddy, nginx};

use crate::file::File;
use crate::problem::Problem;

/// Where the console is mounted, and what the name of a configuration has for that.
const MOUNTS: [(&str, &str); 2] = [("/", ""), ("/tools/console/", "-sub-path")];

/// Where everything lies in these configurations. The words of the archive name the lines to change.
const SITE: &str = "/srv/image-console";
const CERTIFICATE: &str = "/etc/ssl/image-console.pem";
const KEY: &str = "/etc/ssl/image-console.key";
const NAME: &str = "images.example.com";

/// One for each example, server and mount point.
pub(crate) fn servers(examples: &[File]) -> Result<Vec<File>, Problem> {
    let mut files = Vec::new();
    for example in examples {
        for (mount, suffix) in MOUNTS {
            files.extend(servers_of(example, mount, suffix).map_err(|why| {
                let name = example.path.clone();
                Problem::Example { name, why }
            })?);
        }
    }
    Ok(files)
}

fn servers_of(example: &File, mount: &str, suffix: &str) -> Result<[File; 2], String> {
    let text = str::from_utf8(&example.content).map_err(told)?;
    let config = config::parse(text).map_err(|faults| format!("{faults:?}"))?;
    let server = server(mount)?;
    let map = proxies::map(&config, &server.mount).map_err(told)?;
    let name = example.path.trim_end_matches(".json");
    Ok([
        File::new(format!("nginx/{name}{suffix}.conf"), nginx(&server, &map)),
        File::new(format!("caddy/{name}{suffix}.caddy"), caddy(&server, &map)),
    ])
}

fn server(mount: &str) -> Result<Server, String> {
    Ok(Server {
        site: SITE.parse().map_err(told)?,
        mount: mount.parse().map_err(told)?,
        listen: SocketAddr::from((Ipv4Addr::UNSPECIFIED, 443)),
        names: vec![NAME.to_owned()],
        certificate: Some(Certificate {
            chain: CERTIFICATE.parse().map_err(told)?,
            key: KEY.parse().map_err(told)?,
        }),
        trusted: None,
        alone: None,
    })
}

fn told(problem: impl ToString) -> String {
    problem.to_string()
}
