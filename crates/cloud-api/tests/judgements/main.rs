//! What a read-back says of a write, also when the read-back is hostile or empty.

#[cfg(test)]
mod any_write;
#[cfg(test)]
mod existence;
#[cfg(test)]
mod grants;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod support;
