//! Serves a simulated cloud and the built console.

mod arguments;
mod clock;
mod connection;
mod exchange;
mod gate;
mod site;

use std::io::Write as _;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use arguments::{Arguments, Asked, Problem};
use clock::now_milliseconds;
use gate::Gate;
use simulator::{Settings, Simulator, identities};

fn main() -> ExitCode {
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => told(arguments::HELP, ExitCode::SUCCESS),
        Ok(Asked::Run(arguments)) => match run(arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => failed(&problem),
        },
        Err(problem) => failed(&problem),
    }
}

fn told(text: &str, code: ExitCode) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

fn failed(problem: &Problem) -> ExitCode {
    match writeln!(std::io::stderr(), "simulator: {problem}") {
        Ok(()) | Err(_) => ExitCode::from(2),
    }
}

fn run(arguments: Arguments) -> Result<(), Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Problem::Runtime)?;
    runtime.block_on(serve(arguments))
}

async fn serve(arguments: Arguments) -> Result<(), Problem> {
    let site = arguments
        .site
        .as_deref()
        .map(site::Site::open)
        .transpose()?;
    let settings = Settings {
        repositories: arguments.repositories,
        seed: arguments.seed,
        chaos: arguments.chaos,
        control: arguments.control,
        without: arguments.without,
        image_sharing: arguments.image_sharing,
        referring_policies: arguments.referring_policies,
        start_milliseconds: now_milliseconds(),
    };
    let listener = tokio::net::TcpListener::bind(arguments.listen)
        .await
        .map_err(|error| Problem::Listen(arguments.listen, error))?;
    let address = listener.local_addr().map_err(Problem::Runtime)?;
    let state = exchange::Shared {
        simulator: Arc::new(Mutex::new(Simulator::new(settings))),
        site: site.map(Arc::new),
        gate: Arc::new(Gate::new(address, arguments.hosts)),
        timeout: Duration::from_millis(arguments.timeout_milliseconds),
        latency_milliseconds: arguments.latency_milliseconds,
        chance: Arc::new(Mutex::new(arguments.seed | 1)),
    };
    let mut lines = format!("Listening on http://{address}/");
    if arguments.print_credentials {
        lines.push('\n');
        lines.push_str(&credentials());
    }
    told(&lines, ExitCode::SUCCESS);
    tokio::select! {
        () = connection::accept(listener, state) => Ok(()),
        stopped = tokio::signal::ctrl_c() => stopped.map_err(Problem::Runtime),
    }
}

/// Who can sign in; all of it is invented.
fn credentials() -> String {
    let mut lines = vec![
        format!("token: {}", identities::PEOPLE[0].token),
        format!("account: {}", identities::ACCOUNT_NAME),
        format!("region: {}", identities::REGION),
        format!("project ID: {}", identities::PROJECT_ID),
        format!(
            "enterprise project ID: {} (the only one of carla)",
            identities::ENTERPRISE_PROJECT_ID
        ),
        format!("access key: {}", identities::ACCESS_KEY_ID),
        format!("secret key: {}", identities::SECRET_KEY),
    ];
    for person in identities::PEOPLE {
        lines.push(format!(
            "user: {}  password: {}",
            person.name, person.password
        ));
    }
    let other = identities::PAULA;
    lines.push(format!(
        "other account: {}  user: {}  password: {}",
        identities::OTHER_ACCOUNT_NAME,
        other.name,
        other.password
    ));
    lines.push(format!("other account's token: {}", other.token));
    lines.push(format!("expired token: {}", identities::EXPIRED_TOKEN));
    lines.push(format!(
        "sub-project token: {}",
        identities::SUB_PROJECT_TOKEN
    ));
    lines.push(format!("global IAM's token: {}", identities::GLOBAL_TOKEN));
    for (what, id) in [
        ("sub-project ID", identities::SUB_PROJECT_ID),
        ("other account ID", identities::OTHER_ACCOUNT_ID),
        ("other account's project ID", identities::OTHER_PROJECT_ID),
        ("other account's organization", identities::ORGANIZATION_URN),
        ("project that leaves", identities::LEAVING_PROJECT_ID),
        ("vault", identities::VAULT_ID),
    ] {
        lines.push(format!("{what}: {id}"));
    }
    lines.join("\n")
}
