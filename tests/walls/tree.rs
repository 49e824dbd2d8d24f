//! The modules of each crate.

use std::collections::{BTreeMap, BTreeSet};

use crate::mentions::{Mention, Module, ModulePath, Read, read};
use crate::source::{Source, house_of};

/// One crate: a root file and the modules that are reached from it.
#[derive(Debug, Default)]
pub struct Crate {
    /// Its modules, with their files.
    pub modules: BTreeMap<ModulePath, (String, Module)>,
    /// What each file names.
    pub mentions: Vec<(String, Mention)>,
    /// Macros by their names, and the files that define them.
    pub macros: BTreeMap<String, String>,
    /// Those that `#[macro_export]` puts at the root.
    pub exported_macros: BTreeSet<String>,
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Tree {
    /// The crates.
    pub crates: Vec<Crate>,
    /// The words of each file with their lines.
    pub words: BTreeMap<String, Vec<(String, usize)>>,
    /// What could not be read or found, in words.
    pub faults: Vec<String>,
}

/// Reads the crates that these files hold.
pub fn read_tree(sources: &[Source]) -> Tree {
    let texts: BTreeMap<&str, &str> = sources
        .iter()
        .map(|source| (source.path.as_str(), source.text.as_str()))
        .collect();
    let mut tree = Tree::default();
    for path in texts.keys() {
        let Some(house) = house_of(path) else {
            continue;
        };
        if [format!("{house}lib.rs"), format!("{house}main.rs")]
            .iter()
            .any(|root| root == path)
        {
            let mut found = Crate::default();
            add(&mut found, &mut tree, &texts, path, house, Vec::new());
            tree.crates.push(found);
        }
    }
    let reached: BTreeSet<&String> = tree.words.keys().collect();
    let missing = texts
        .keys()
        .filter(|path| !reached.contains(&(**path).to_owned()));
    let missing: Vec<String> = missing
        .map(|path| format!("{path}: no module reaches it"))
        .collect();
    tree.faults.extend(missing);
    tree
}

fn add(
    found: &mut Crate,
    tree: &mut Tree,
    texts: &BTreeMap<&str, &str>,
    file: &str,
    house: &str,
    module: ModulePath,
) {
    let Read {
        modules,
        declared,
        mentions,
        macros,
        words,
    } = match read(texts[file], module) {
        Ok(read) => read,
        Err(error) => {
            tree.words.insert(file.to_owned(), Vec::new());
            tree.faults.push(format!("{file}: {error}"));
            return;
        }
    };
    tree.words.insert(file.to_owned(), words);
    for (path, module) in modules {
        found.modules.insert(path, (file.to_owned(), module));
    }
    found.mentions.extend(
        mentions
            .into_iter()
            .map(|mention| (file.to_owned(), mention)),
    );
    for (name, is_exported) in macros {
        if is_exported {
            found.exported_macros.insert(name.clone());
        }
        found.macros.insert(name, file.to_owned());
    }
    for (path, line) in declared {
        let place = format!("{house}{}", path.join("/"));
        let files = [format!("{place}.rs"), format!("{place}/mod.rs")];
        match files.iter().find(|file| texts.contains_key(file.as_str())) {
            Some(next) => add(found, tree, texts, next, house, path),
            None => tree.faults.push(format!(
                "{file}:{line}: no file for the module {}",
                path.join("::")
            )),
        }
    }
}
