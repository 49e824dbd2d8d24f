//! Packs the built console for a server.

mod arguments;

use std::io::Write as _;
use std::process::ExitCode;

use arguments::{Arguments, Asked, Problem};

fn main() -> ExitCode {
    let told = match arguments::read(std::env::args_os().skip(1)) {
        Ok(Asked::Help) => Ok(arguments::HELP.to_owned()),
        Ok(Asked::Pack(arguments)) => pack(&arguments),
        Err(problem) => Err(problem),
    };
    let (text, code) = match told {
        Ok(text) => (write!(std::io::stdout(), "{text}"), ExitCode::SUCCESS),
        Err(problem) => (
            writeln!(std::io::stderr(), "archive: {problem}"),
            ExitCode::from(2),
        ),
    };
    match text {
        Ok(()) => code,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Writes the archive and its sum; gives their names.
fn pack(arguments: &Arguments) -> Result<String, Problem> {
    let Arguments {
        sources,
        name,
        time,
        out,
    } = arguments;
    let files = archive::files(sources)?;
    let packed = archive::packed(name, &files, *time).map_err(archive::Problem::Pack)?;
    let file = format!("{name}.tar.gz");
    let sum = format!("{}  {file}\n", archive::sum(&packed));
    let contents = [
        (file.clone(), packed),
        (format!("{file}.sha256"), sum.into()),
    ];
    std::fs::create_dir_all(out).map_err(|error| not_written(out, error))?;
    let mut told = String::new();
    for (name, content) in contents {
        let path = out.join(name);
        std::fs::write(&path, content).map_err(|error| not_written(&path, error))?;
        told += &format!("{}\n", path.display());
    }
    Ok(told)
}

fn not_written(path: &std::path::Path, error: std::io::Error) -> Problem {
    let path = path.to_owned();
    Problem::Write { path, error }
}
