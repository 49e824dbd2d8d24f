//! The console over the demo cloud.

use std::rc::Rc;

use leptos::prelude::*;

use super::banner::banner;
use super::entry::Entry;
use super::links::mark_links;
use crate::app::console::Console;
use crate::app::surroundings::Surroundings;
use crate::browser::demo::open_demo_anew;
use crate::browser::storage::own;
use crate::net::{Net, WorkerCloud};

/// The console, in which somebody of the demo cloud is signed in.
pub fn page(repositories: u32) -> AnyView {
    if let Some(page) = document().document_element()
        && let Err(refusal) = page.set_attribute("data-environment", "demo")
    {
        crate::browser::console::note("the page has no frame", &refusal);
    }
    mark_links();
    let name = own(&format!("cloud:{repositories}"));
    // What another tab has had begin anew has nothing of what is shown here.
    let cloud = WorkerCloud::start(&name, move || open_demo_anew(repositories));
    let net = Net::new(Rc::new(cloud.clone()));
    let entry = Entry::of(cloud, repositories, net);
    let surroundings = Surroundings {
        go_on: Callback::new(move |session| entry.sign_in(session)),
        signed_out: Callback::new(move |()| entry.waiting()),
        above: Callback::new(move |()| banner(entry)),
    };
    view! { <Console net surroundings /> }.into_any()
}
