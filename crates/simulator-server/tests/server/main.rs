//! The server, started as a person starts it.

#[cfg(test)]
mod connections;
