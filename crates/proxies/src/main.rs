//! Writes the configuration of a server before the console, from its `config.json`.

mod arguments;

use std::io::Write as _;
use std::process::ExitCode;

use arguments::{Arguments, Asked, Kind, Problem};

fn main() -> ExitCode {
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => told(arguments::HELP),
        Ok(Asked::Write(arguments)) => match written(&arguments) {
            Ok(text) => told(&text),
            Err(problem) => failed(&problem),
        },
        Err(problem) => failed(&problem),
    }
}

fn told(text: &str) -> ExitCode {
    match write!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn failed(problem: &Problem) -> ExitCode {
    match writeln!(std::io::stderr(), "proxies: {problem}") {
        Ok(()) | Err(_) => ExitCode::from(2),
    }
}

fn written(arguments: &Arguments) -> Result<String, Problem> {
    let file = std::fs::read_to_string(&arguments.config).map_err(|error| Problem::Read {
        path: arguments.config.clone(),
        error,
    })?;
    let config =
        config::parse(&file).map_err(|faults| Problem::Config(arguments::told(&faults)))?;
    let server = &arguments.server;
    let map = proxies::map(&config, &server.mount)?;
    Ok(match arguments.kind {
        Kind::Nginx => proxies::nginx(server, &map),
        Kind::Caddy => proxies::caddy(server, &map),
    })
}
