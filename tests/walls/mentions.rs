//! What a file declares and what it names.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use syn::visit::{self, Visit};

use crate::tokens::named_in;

/// The names that lead from the root of a crate to a module.
pub type ModulePath = Vec<String>;

/// What a name of a module stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Something that the module's file defines.
    Item,
    /// A module below it.
    Module,
    /// What a `use` brought from here.
    Import(Vec<String>),
}

/// A module as its file tells it.
#[derive(Debug, Default)]
pub struct Module {
    /// Its names; one name can be a module and a function.
    pub names: BTreeMap<String, Vec<Name>>,
    /// What `use …::*` takes in.
    pub globs: Vec<Vec<String>>,
    /// Whether a macro makes items here, so that not every name can be read.
    pub has_made_items: bool,
    /// Names that the module's own code begins a path with.
    pub used: BTreeSet<String>,
}

/// A path that a file names.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The module in which it stands.
    pub module: ModulePath,
    /// Its names.
    pub segments: Vec<String>,
    /// Where it stands.
    pub line: usize,
    /// How it is named.
    pub manner: Manner,
}

/// How something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Manner {
    /// In code.
    Path,
    /// `use …;`
    Use,
    /// `use …::*;`
    Glob,
    /// `pub use … as name;`: handed on.
    HandedOn {
        /// The name by which it is handed on; none for all names of a module.
        name: Option<String>,
    },
}

/// What was read from one file.
#[derive(Debug, Default)]
pub struct Read {
    /// The modules that it holds: its own and those written inside it.
    pub modules: BTreeMap<ModulePath, Module>,
    /// Modules that have files of their own.
    pub declared: Vec<(ModulePath, usize)>,
    /// What it names.
    pub mentions: Vec<Mention>,
    /// Macros that it defines, and whether they are exported to the root of the crate.
    pub macros: Vec<(String, bool)>,
    /// Every word of its code, outside comments and texts, with its line.
    pub words: Vec<(String, usize)>,
}

/// Reads a file that holds the module of this path.
pub fn read(text: &str, module: ModulePath) -> Result<Read, syn::Error> {
    let file = syn::parse_file(text)?;
    let mut reader = Reader {
        read: Read::default(),
        module,
    };
    reader.here();
    reader.visit_file(&file);
    let mut named = Vec::new();
    named_in(text.parse::<TokenStream>()?, &mut named);
    reader.read.words = named
        .into_iter()
        .flat_map(|named| {
            named
                .segments
                .into_iter()
                .map(move |word| (word, named.line))
        })
        .collect();
    Ok(reader.read)
}

struct Reader {
    read: Read,
    module: ModulePath,
}

impl Reader {
    fn here(&mut self) -> &mut Module {
        self.read.modules.entry(self.module.clone()).or_default()
    }

    fn declare(&mut self, name: String, what: Name) {
        self.here().names.entry(name).or_default().push(what);
    }

    fn mention(&mut self, segments: Vec<String>, line: usize, manner: Manner) {
        let module = self.module.clone();
        self.read.mentions.push(Mention {
            module,
            segments,
            line,
            manner,
        });
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut named = Vec::new();
        named_in(tokens, &mut named);
        for named in named {
            if named.is_thing || named.segments.len() > 1 {
                self.here().used.insert(named.segments[0].clone());
            }
            if named.segments.len() > 1 {
                self.mention(named.segments, named.line, Manner::Path);
            }
        }
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &[String], handed_on: bool) {
        let with = |ident: &syn::Ident| {
            let mut path = before.to_vec();
            if ident != "self" || path.is_empty() {
                path.push(ident.to_string());
            }
            path
        };
        let (path, name, line) = match tree {
            syn::UseTree::Path(path) => {
                return self.tree(&path.tree, &with(&path.ident), handed_on);
            }
            syn::UseTree::Group(group) => {
                return group
                    .items
                    .iter()
                    .for_each(|tree| self.tree(tree, before, handed_on));
            }
            syn::UseTree::Glob(glob) => {
                let line = glob.star_token.spans[0].start().line;
                self.here().globs.push(before.to_vec());
                let manner = if handed_on {
                    Manner::HandedOn { name: None }
                } else {
                    Manner::Glob
                };
                return self.mention(before.to_vec(), line, manner);
            }
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let last = path.last().cloned().unwrap_or_default();
                (path, last, name.ident.span().start().line)
            }
            syn::UseTree::Rename(rename) => {
                let line = rename.ident.span().start().line;
                (with(&rename.ident), rename.rename.to_string(), line)
            }
        };
        self.declare(name.clone(), Name::Import(path.clone()));
        let manner = if handed_on {
            Manner::HandedOn { name: Some(name) }
        } else {
            Manner::Use
        };
        self.mention(path, line, manner);
    }
}

impl<'a> Visit<'a> for Reader {
    fn visit_item(&mut self, item: &'a syn::Item) {
        let defined = match item {
            syn::Item::Const(item) => Some(&item.ident),
            syn::Item::Enum(item) => Some(&item.ident),
            syn::Item::Fn(item) => Some(&item.sig.ident),
            syn::Item::Static(item) => Some(&item.ident),
            syn::Item::Struct(item) => Some(&item.ident),
            syn::Item::Trait(item) => Some(&item.ident),
            syn::Item::TraitAlias(item) => Some(&item.ident),
            syn::Item::Type(item) => Some(&item.ident),
            syn::Item::Union(item) => Some(&item.ident),
            _ => None,
        };
        if let Some(ident) = defined {
            self.declare(ident.to_string(), Name::Item);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_macro(&mut self, item: &'a syn::ItemMacro) {
        if let Some(ident) = &item.ident {
            let exported = item
                .attrs
                .iter()
                .any(|attribute| attribute.path().is_ident("macro_export"));
            self.declare(ident.to_string(), Name::Item);
            self.read.macros.push((ident.to_string(), exported));
        } else {
            self.here().has_made_items = true;
        }
        visit::visit_item_macro(self, item);
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        self.declare(item.ident.to_string(), Name::Module);
        self.module.push(item.ident.to_string());
        if item.content.is_some() {
            self.here();
            visit::visit_item_mod(self, item);
        } else {
            let line = item.ident.span().start().line;
            self.read.declared.push((self.module.clone(), line));
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.tree(&item.tree, &[], handed_on);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        if path.leading_colon.is_none() {
            let names = path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string());
            let names: Vec<String> = names.collect();
            let line = path.segments[0].ident.span().start().line;
            self.here().used.insert(names[0].clone());
            if names.len() > 1 {
                self.mention(names, line, Manner::Path);
            }
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'a syn::Macro) {
        // A macro that no `use` brought: known by its name alone.
        if call.path.segments.len() == 1 {
            let name = &call.path.segments[0].ident;
            self.mention(
                vec![name.to_string()],
                name.span().start().line,
                Manner::Path,
            );
        }
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'a syn::MetaList) {
        self.tokens(list.tokens.clone());
        visit::visit_meta_list(self, list);
    }
}
