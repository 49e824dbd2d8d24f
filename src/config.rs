//! What the console is set up for.

use std::sync::LazyLock;

use config::Config;
use leptos::prelude::*;

/// What holds where nobody has read a file.
static WITHOUT_FILE: LazyLock<Config> = LazyLock::new(Config::default);

/// Makes what the file says available to everything below.
pub fn provide_config(config: &'static Config) {
    provide_context(config);
}

/// What the console is set up for.
#[must_use]
pub fn use_config() -> &'static Config {
    use_context().unwrap_or_else(|| &*WITHOUT_FILE)
}
