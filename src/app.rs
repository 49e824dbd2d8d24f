//! The whole console: what every page stands in.

mod areas;
mod console;
mod demo;
mod ending;
mod faults;
mod go_to;
mod header;
mod idle;
mod navigation;
mod new_version;
mod not_here;
mod over_page;
mod page;
mod regions;
mod sign_out;
mod signed_in;
mod surroundings;
mod switching;
mod wrong_clock;

use std::rc::Rc;

use ::config::{Config, Demo, Fault};
use leptos::mount::mount_to_body;
use leptos::prelude::*;

use crate::browser::address::base_path;
use crate::browser::demo::wanted_demo;
use crate::browser::environment::be_demo;
use crate::config::provide_config;
use crate::net::{Fetch, Net};
pub use console::Console;
use demo::demo_page;
pub use faults::faults_page;
pub use header::load_words;
pub use surroundings::Surroundings;

/// Mounts the console over the browser's own fetch, the demo where it is wanted and offered, or what is wrong with what
/// the console is set up for.
pub fn mount(read: Result<Config, Vec<Fault>>) {
    let config = match read {
        Ok(config) => config,
        Err(faults) => return mount_to_body(move || faults_page(&faults)),
    };
    // Kinds of page, each mounted as it is: nothing has to be told apart later.
    let wanted = wanted_demo().filter(|_| config.demo == Demo::Offered);
    match wanted {
        Some(repositories) => {
            be_demo(repositories);
            mount_to_body(move || {
                provide_for_page(config.of_demo());
                demo_page(repositories)
            });
        }
        None => mount_to_body(move || {
            let ahead = (config.demo == Demo::Offered).then_some(demo::load_ahead as fn());
            provide_for_page(config);
            let net = Net::new(Rc::new(Fetch::new(base_path())));
            view! { <Console net ahead /> }
        }),
    }
}

/// Whatever is shown may look into it as long as the page is there.
fn provide_for_page(config: Config) {
    provide_config(Box::leak(Box::new(config)));
}
