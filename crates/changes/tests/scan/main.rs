//! Scans, driven through their public face alone.

#[cfg(test)]
mod again;
#[cfg(test)]
mod moving;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod records;
#[cfg(test)]
mod stopping;
#[cfg(test)]
mod support;
