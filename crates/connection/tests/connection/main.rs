//! The connection check: every fault from what a browser sees of it, and the lines that put it right.

#[cfg(test)]
mod faults;
#[cfg(test)]
mod lines_to_change;
#[cfg(test)]
mod sent;
#[cfg(test)]
mod support;
