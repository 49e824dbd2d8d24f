//! The server, started as a person starts it.

#[cfg(test)]
mod broken;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod files;
#[cfg(test)]
mod page;
#[cfg(test)]
mod support;
