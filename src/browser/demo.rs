//! The way into the demo and out of it.

use leptos::prelude::window;

use super::address::{base_path, inside};
use super::console::note;
use super::environment::be_demo;
use super::storage::TabItem;

/// The parameter of the address that leads into the demo; its value is the number of repositories.
const PARAMETER: &str = "demo";

/// Repositories that the largest organization of the demo has where the address does not tell.
const USUAL: u32 = 300;
/// More than the data of the demo is made for.
const MOST: u32 = 100_000;

/// How many repositories the demo has that the address or the tab asks for; `None` where neither does.
#[must_use]
pub fn wanted_demo() -> Option<u32> {
    let address = inside(&base_path());
    let (_, query) = address.split_once('?').unwrap_or_default();
    let told = query.split('&').find_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (name == PARAMETER).then(|| value.to_owned())
    });
    let told = told.or_else(|| TabItem::Demo.read())?;
    let number = told
        .parse()
        .ok()
        .filter(|number| (1..=MOST).contains(number));
    Some(number.unwrap_or(USUAL))
}

/// The page is in the demo from now on, and so is what the tab shows after a reload.
pub fn enter_demo(repositories: u32) {
    be_demo();
    TabItem::Demo.write(&repositories.to_string());
}

/// Shows the demo in place of this page, where the address leads to in the console.
pub fn open_demo() {
    let base = base_path();
    let address = inside(&base);
    let (path, _) = address.split_once('?').unwrap_or((&address, ""));
    open(&format!("{base}{path}?{PARAMETER}"));
}

/// Shows the first page of the same demo in place of this one.
pub fn open_demo_anew(repositories: u32) {
    let size = match repositories {
        USUAL => String::new(),
        other => format!("={other}"),
    };
    open(&format!("{}?{PARAMETER}{size}", base_path()));
}

/// Shows the first page of the console outside of the demo in place of this one.
pub fn leave_demo() {
    let of_tab = [
        TabItem::Demo,
        TabItem::DemoPerson,
        TabItem::DemoTrials,
        TabItem::EnterpriseProject,
    ];
    for item in of_tab {
        item.remove();
    }
    open(&base_path());
}

fn open(address: &str) {
    if let Err(refusal) = window().location().assign(address) {
        note("the page stays as it is", &refusal);
    }
}
