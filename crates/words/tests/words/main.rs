//! Words natively: every message in both languages, and what the cloud's values are called.

#[cfg(test)]
mod access;
#[cfg(test)]
mod access_keys;
#[cfg(test)]
mod changes_told;
mod codes;
#[cfg(test)]
mod config_faults;
#[cfg(test)]
mod connections;
#[cfg(test)]
mod enterprise;
mod failures;
#[cfg(test)]
mod items;
#[cfg(test)]
mod jobs;
#[cfg(test)]
#[path = "../../src/keys.rs"]
mod keys;
#[cfg(test)]
mod languages;
#[cfg(test)]
mod losses;
#[cfg(test)]
mod machine_images;
#[cfg(test)]
mod message_file;
#[cfg(test)]
mod messages;
#[cfg(test)]
#[path = "../../build/messages.rs"]
mod parsing;
#[cfg(test)]
mod refused_files;
#[cfg(test)]
mod replication;
#[cfg(test)]
mod replication_problems;
#[cfg(test)]
mod results;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod spans;
#[cfg(test)]
mod statuses;
#[cfg(test)]
mod support;
#[cfg(test)]
mod text_problems;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod wording;
