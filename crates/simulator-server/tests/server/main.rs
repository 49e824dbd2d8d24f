//! The server, started as a person starts it.

#[cfg(test)]
mod broken;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod files;
#[cfg(test)]
mod neighbours;
#[cfg(test)]
mod page;
#[cfg(test)]
mod support;
#[cfg(test)]
mod waiting;
