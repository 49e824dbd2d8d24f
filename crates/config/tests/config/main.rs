//! `config.json`: what it may say, and what is told of one that is wrong.

#[cfg(test)]
mod examples;
#[cfg(test)]
mod presets;
#[cfg(test)]
mod repeated;
#[cfg(test)]
mod right;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod wrong;
