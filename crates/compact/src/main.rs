//! `compact PROGRAM SCRIPT`: makes both files shorter, in their place.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let done = match files.as_slice() {
        [program, script] => shorten(program.as_ref(), script.as_ref()),
        _ => Err("compact PROGRAM SCRIPT".to_owned()),
    };
    let Err(problem) = done else {
        return ExitCode::SUCCESS;
    };
    match writeln!(std::io::stderr(), "compact: {problem}") {
        Ok(()) | Err(_) => ExitCode::from(2),
    }
}

fn shorten(program: &Path, script: &Path) -> Result<(), String> {
    let module = std::fs::read(program).map_err(|error| told(program, error))?;
    let text = std::fs::read_to_string(script).map_err(|error| told(script, error))?;
    let (module, text) = compact::compact(&module, &text).map_err(|fault| fault.to_string())?;
    std::fs::write(program, module).map_err(|error| told(program, error))?;
    std::fs::write(script, text).map_err(|error| told(script, error))
}

fn told(path: &Path, error: std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
