//! Writes as values.

#[cfg(test)]
mod inverses;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod subjects;
#[cfg(test)]
mod support;
#[cfg(test)]
mod written_form;
