//! Reading of much, driven through the public face of its machines alone.

#[cfg(test)]
mod catch_up;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod refresh;
#[cfg(test)]
mod scan;
#[cfg(test)]
mod schedule;
#[cfg(test)]
mod sight;
