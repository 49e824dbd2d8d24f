//! The enterprise edition of SWR: what is asked of it, what it answers, and what follows from that.

mod cron_runs;
mod cron_texts;
mod globs;
mod ids;
mod instances;
mod last_runs;
mod matching;
mod policies;
mod progress;
mod refused_settings;
mod repositories;
mod requests;
mod retried;
mod runs;
mod signing;
mod support;
mod target_registries;
mod used_by;
