//! The enterprise edition of SWR: what is asked of it, what it answers, and what follows from that.

mod copies;
mod cron_runs;
mod cron_texts;
mod globs;
mod ids;
mod instances;
mod last_runs;
mod matching;
mod policies;
mod policy_writes;
mod progress;
mod refused_settings;
mod registry_writes;
mod replication_map;
mod repositories;
mod requests;
mod retried;
mod runs;
mod signing;
mod since;
mod still_running;
mod support;
mod target_registries;
mod typed_policies;
mod typed_registries;
mod used_by;
