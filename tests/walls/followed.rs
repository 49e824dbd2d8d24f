//! What follows signals is made in `src/live.rs` alone: there it ends with what made it, and the
//! framework's machinery is compiled once.

use crate::source::Source;

/// How the framework makes what follows signals.
const MADE: [&str; 4] = ["Effect::", "Memo::", "<For ", "<ForEnumerate "];

/// The places that make it elsewhere.
pub fn made_elsewhere(sources: &[Source]) -> Vec<String> {
    let console = sources.iter().filter(|source| {
        let is_live = source.path == "src/live.rs" || source.path.starts_with("src/live/");
        source.path.starts_with("src/") && !is_live
    });
    let lines = console.flat_map(|source| {
        let lines = source.text.lines().enumerate();
        lines.map(move |(number, line)| (&source.path, number + 1, line))
    });
    let made = lines.filter(|(_, _, line)| {
        // A tag may end with its line.
        let code = format!("{} ", line.trim());
        !code.starts_with("//") && MADE.iter().any(|name| code.contains(name))
    });
    made.map(|(path, number, line)| format!("{path}:{number}: {}", line.trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        made_elsewhere(&[source]).len()
    }

    #[test]
    fn whatever_follows_signals_outside_of_live_is_found() {
        for text in [
            "    Effect::new(move |_| ());",
            "let shown = Memo::new(f);",
            "let shown = Memo::<u8>::new(f);",
            "<For each=rows key=key let(row)>",
            "                <For",
            "RenderEffect::new(f)",
        ] {
            assert_eq!(found("src/app/page.rs", text), 1, "{text}");
            assert_eq!(found("src/live.rs", text), 0, "{text}");
            assert_eq!(found("src/live/each.rs", text), 0, "{text}");
        }
    }

    #[test]
    fn what_is_only_named_is_not_found() {
        for text in [
            "fn page(route: Memo<Route>) -> AnyView {",
            "// Effect::new would listen for ever.",
            "use_kept(For::Scope(forget), begin)",
            "impl<For> Kept<For> {",
        ] {
            assert_eq!(found("src/app/page.rs", text), 0, "{text}");
        }
    }
}
