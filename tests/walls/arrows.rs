//! Which file knows which.

use std::collections::BTreeMap;

use crate::mentions::{Manner, Mention};
use crate::resolve::{Found, resolve};
use crate::tree::{Crate, Tree};

/// One file knows another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The file that knows.
    pub from: String,
    /// The file that is known.
    pub to: String,
    /// What is named.
    pub path: String,
    /// Where it is named.
    pub line: usize,
    /// How it is known.
    pub knows: Knows,
    /// The files of the modules on the way: who handed it on.
    pub through: Vec<String>,
}

/// How a file knows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Knows {
    /// It names what the other defines.
    Definition,
    /// It names the module on the way to something else, or hands on what is defined there: that
    /// makes no circle, but a wall that it goes through is gone through.
    Name,
}

impl Arrow {
    /// Where it stands and what it names.
    pub fn told(&self) -> String {
        format!(
            "{}:{} names {} of {}",
            self.from, self.line, self.path, self.to
        )
    }
}

/// Every arrow of the tree, one for each pair of files, manner and way: the first that stands there.
pub fn arrows(tree: &Tree) -> Vec<Arrow> {
    let mut first: BTreeMap<(String, String, Knows, Vec<String>), Arrow> = BTreeMap::new();
    for krate in &tree.crates {
        for (file, mention) in &krate.mentions {
            for arrow in arrows_of(krate, file, mention) {
                let Arrow {
                    from,
                    to,
                    knows,
                    through,
                    ..
                } = arrow.clone();
                let key = (from, to, knows, through);
                let known = first.entry(key).or_insert_with(|| arrow.clone());
                if arrow.line < known.line {
                    *known = arrow;
                }
            }
        }
    }
    first.into_values().collect()
}

/// Paths that lead into a module of ours and to no name that its file writes out, where no macro
/// makes names either.
pub fn lost(tree: &Tree) -> Vec<String> {
    let mut lost = Vec::new();
    for krate in &tree.crates {
        for (file, mention) in &krate.mentions {
            for found in resolve(krate, &mention.module, &mention.segments).found {
                if let Found::Guessed(path) = found
                    && krate
                        .modules
                        .get(&path)
                        .is_none_or(|(_, module)| !module.has_made_items)
                {
                    lost.push(format!(
                        "{file}:{}: {}",
                        mention.line,
                        mention.segments.join("::")
                    ));
                }
            }
        }
    }
    lost
}

fn arrows_of(krate: &Crate, file: &str, mention: &Mention) -> Vec<Arrow> {
    let resolved = resolve(krate, &mention.module, &mention.segments);
    let file_of = |path: &Vec<String>| krate.modules.get(path).map(|(file, _)| file.clone());
    let is_handed_on_only = match &mention.manner {
        Manner::HandedOn { name: Some(name) } => krate
            .modules
            .get(&mention.module)
            .is_none_or(|(_, module)| !module.used.contains(name)),
        Manner::HandedOn { name: None } => true,
        Manner::Path | Manner::Use | Manner::Glob => false,
    };
    let defined = resolved.found.iter().filter_map(|found| match found {
        Found::Item(file) => Some((file.clone(), Knows::Definition)),
        Found::Guessed(path) => file_of(path).map(|file| (file, Knows::Definition)),
        Found::Module(path) if mention.manner == Manner::Glob => {
            file_of(path).map(|file| (file, Knows::Definition))
        }
        Found::Module(path) => file_of(path).map(|file| (file, Knows::Name)),
        Found::Outside => None,
    });
    // A function and the module that holds it often share a name: the function is meant.
    let has_item = resolved
        .found
        .iter()
        .any(|found| !matches!(found, Found::Module(_)));
    let through: Vec<String> = resolved.through.iter().filter_map(file_of).collect();
    let named = through.iter().map(|file| (file.clone(), Knows::Name));
    defined
        .filter(|(_, knows)| !has_item || *knows == Knows::Definition)
        .chain(named)
        .filter(|(to, _)| to != file)
        .map(|(to, knows)| Arrow {
            from: file.to_owned(),
            to,
            path: mention.segments.join("::"),
            line: mention.line,
            knows: if is_handed_on_only {
                Knows::Name
            } else {
                knows
            },
            through: through.clone(),
        })
        .collect()
}
