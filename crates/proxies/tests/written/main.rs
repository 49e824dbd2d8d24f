//! What is written for nginx and Caddy. How the servers themselves take it is tried in
//! `tests/e2e/proxies`.

#[cfg(test)]
mod command;
#[cfg(test)]
mod headers;
#[cfg(test)]
mod maps;
#[cfg(test)]
mod offered;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod static_hosts;
