//! The script that hands a program what it asks for.

use crate::Fault;
use crate::names::Names;

/// The same script by the short names, in which each other script is imported once.
pub fn renamed(script: &str, mut names: Names) -> Result<String, Fault> {
    let mut written = String::with_capacity(script.len());
    let mut imported = Vec::new();
    let mut is_handed = false;
    for line in script.lines() {
        let text = line.trim_start();
        // `import * as import3 from "…"` and `"…": import3,` are there for each thing that is imported.
        let source = match text.strip_prefix("import * as import") {
            Some(import) => import.split_once(' ').map(|(_, source)| source),
            None => text.split_once("\": import").map(|(source, _)| source),
        };
        if let Some(source) = source {
            if imported.contains(&source) {
                continue;
            }
            imported.push(source);
        }
        let Some((key, rest)) = text.split_once(':') else {
            push_line(&mut written, &[line]);
            continue;
        };
        if key.trim_matches('"') == Names::SCRIPT {
            is_handed = true;
            push_line(&mut written, &[Names::SHORT_SCRIPT, ":", rest]);
        } else if let Some(short) = names.take(key) {
            push_line(&mut written, &[&short, ":", rest]);
        } else {
            push_line(&mut written, &[line]);
        }
    }
    let left = match is_handed {
        true => names.left(),
        false => Some(Names::SCRIPT.to_owned()),
    };
    match left {
        Some(name) => Err(Fault::NotHanded(name)),
        None => Ok(written),
    }
}

fn push_line(written: &mut String, parts: &[&str]) {
    written.extend(parts.iter().copied());
    written.push('\n');
}
