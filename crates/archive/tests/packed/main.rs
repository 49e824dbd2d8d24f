//! What is in the archive, and that it is the same each time. How a server serves it is tried in `tests/e2e/archive`.

#[cfg(test)]
mod again;
#[cfg(test)]
mod command;
#[cfg(test)]
mod contents;
#[cfg(test)]
mod support;
