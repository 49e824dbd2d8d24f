//! From a path to the file that defines what it names.

use std::collections::BTreeSet;

use crate::mentions::{ModulePath, Name};
use crate::tree::Crate;

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Found {
    /// Something defined in this file.
    Item(String),
    /// A module.
    Module(ModulePath),
    /// A name of a module that its file does not write out: a macro makes it, or it is not there.
    Guessed(ModulePath),
    /// Something of another crate that a module hands on.
    Outside,
}

/// Where a path leads, and the modules that it names on the way.
#[derive(Debug, Default)]
pub struct Resolved {
    /// Nothing for what is defined outside the crate.
    pub found: Vec<Found>,
    /// The modules that were gone through.
    pub through: Vec<ModulePath>,
}

type Asked = BTreeSet<(ModulePath, String)>;

/// Follows a path that stands in a module.
pub fn resolve(krate: &Crate, module: &ModulePath, segments: &[String]) -> Resolved {
    let mut resolved = Resolved::default();
    resolved.found = follow(
        krate,
        module,
        segments,
        &mut Asked::new(),
        &mut resolved.through,
    );
    resolved.found.retain(|found| *found != Found::Outside);
    if let ([name], true) = (segments, resolved.found.is_empty())
        && let Some(file) = krate.macros.get(name)
    {
        resolved.found.push(Found::Item(file.clone()));
    }
    resolved
}

fn follow(
    krate: &Crate,
    module: &ModulePath,
    segments: &[String],
    asked: &mut Asked,
    through: &mut Vec<ModulePath>,
) -> Vec<Found> {
    let Some((first, mut rest)) = segments.split_first() else {
        return Vec::new();
    };
    let mut now = match first.as_str() {
        "crate" => vec![Found::Module(Vec::new())],
        "self" => vec![Found::Module(module.clone())],
        "super" => {
            let mut above = module.clone();
            above.pop();
            while let Some(("super", after)) = rest.split_first().map(|(a, b)| (a.as_str(), b)) {
                above.pop();
                rest = after;
            }
            vec![Found::Module(above)]
        }
        name => look_up(krate, module, name, asked, through),
    };
    for segment in rest {
        now = now
            .into_iter()
            .flat_map(|found| match found {
                Found::Module(path) => {
                    through.push(path.clone());
                    let next = look_up(krate, &path, segment, asked, through);
                    if next.is_empty() {
                        vec![Found::Guessed(path)]
                    } else {
                        next
                    }
                }
                Found::Item(_) | Found::Guessed(_) | Found::Outside => vec![found],
            })
            .collect();
    }
    now.sort();
    now.dedup();
    now
}

fn look_up(
    krate: &Crate,
    module: &ModulePath,
    name: &str,
    asked: &mut Asked,
    through: &mut Vec<ModulePath>,
) -> Vec<Found> {
    let Some((file, here)) = krate.modules.get(module) else {
        return Vec::new();
    };
    if !asked.insert((module.clone(), name.to_owned())) {
        // Asked again on the way to itself: `mod tags; use tags::tags;` still finds the module.
        let mut below = module.clone();
        below.push(name.to_owned());
        let is_module = krate.modules.contains_key(&below);
        return if is_module {
            vec![Found::Module(below)]
        } else {
            Vec::new()
        };
    }
    let mut all = Vec::new();
    for what in here.names.get(name).into_iter().flatten() {
        match what {
            Name::Item => all.push(Found::Item(file.clone())),
            Name::Module => {
                let mut below = module.clone();
                below.push(name.to_owned());
                all.push(Found::Module(below));
            }
            Name::Import(path) => {
                let found = follow(krate, module, path, asked, through);
                let is_ours = ["crate", "self", "super"].contains(&path[0].as_str());
                if found.is_empty() && !is_ours {
                    all.push(Found::Outside);
                }
                all.extend(found);
            }
        }
    }
    if all.is_empty() && module.is_empty() && krate.exported_macros.contains(name) {
        all.push(Found::Item(krate.macros[name].clone()));
    }
    if all.is_empty() {
        for path in &here.globs {
            for found in follow(krate, module, path, asked, through) {
                if let Found::Module(path) = found {
                    all.extend(look_up(krate, &path, name, asked, through));
                }
            }
        }
    }
    asked.remove(&(module.clone(), name.to_owned()));
    all
}
