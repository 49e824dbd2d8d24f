//! Who may know whom inside `src/` and `crates/*/src`, that no two files know each other around any
//! corner, that no file is too long, that what follows signals is made in one place, and that every
//! message is said by somebody.
//!
//! The houses are read with a parser: every `use` and every path, also inside macros, is followed to
//! the file that defines what it names. What may know what is told in [`rooms`].

#[cfg(test)]
mod arrows;
#[cfg(test)]
mod circles;
#[cfg(test)]
mod followed;
#[cfg(test)]
mod length;
#[cfg(test)]
mod mentions;
#[cfg(test)]
mod messages;
#[cfg(test)]
mod resolve;
#[cfg(test)]
mod rooms;
#[cfg(test)]
mod small_trees;
#[cfg(test)]
mod source;
#[cfg(test)]
mod this_tree;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod tree;
#[cfg(test)]
mod walls;
