//! The check as text, for whoever runs the console.

use connection::{lines, step};
use leptos::prelude::GetUntracked as _;
use words::connection::{fails_at, remedy, service, verdict, where_in};
use words::failure::details;
use words::{Message, visible};

use super::asking::{Found, Service};

/// One line for each service, what is to be done below it. Nothing of the credential is known here.
pub fn report(places: &[(String, Vec<Service>)], say: impl Fn(&Message) -> String) -> String {
    let mut text = String::new();
    for (name, services) in places {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(name);
        text.push('\n');
        for it in services {
            if let Some(found) = it.found.try_get_untracked().flatten() {
                text.push_str(&of_service(it, &found, &say));
            }
        }
    }
    text
}

/// The address of a service and the host that it leads to.
pub fn way_of(service: &Service) -> String {
    let asked = &service.asked;
    match asked.host() {
        Some(host) if !asked.server().ends_with(host) => format!("{} → {host}", asked.address),
        _ => asked.address.clone(),
    }
}

fn of_service(it: &Service, found: &Found, say: &impl Fn(&Message) -> String) -> String {
    let diagnosis = found.diagnosis;
    let mut told = format!(
        "{}: {}. {}\n",
        say(&service(&it.asked)),
        say(&verdict(diagnosis)),
        say(&remedy(&it.asked, diagnosis))
    );
    let mut below = vec![way_of(it)];
    below.extend(step(diagnosis).map(|step| say(&fails_at(step))));
    below.extend(
        found
            .answer
            .as_ref()
            .map(|answer| visible(&details(answer, say))),
    );
    for lines in lines(&it.asked, diagnosis) {
        below.push(say(&where_in(&lines)));
        below.extend(lines.text.lines().map(|line| format!("  {line}")));
    }
    for line in below.iter().filter(|line| !line.is_empty()) {
        told.push_str("  ");
        told.push_str(line);
        told.push('\n');
    }
    told
}
