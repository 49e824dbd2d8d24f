//! Before replication policies are run, enabled, disabled or deleted: which, what follows, and which stay
//! as they are, and why.

use changes::{PlannedWrite, RestsOn};
use cloud_api::enterprise::{
    DeletePolicy, PolicyId, PolicySettings, ReplicationPolicy, StartExecution, StopExecution,
    UpdatePolicy,
};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;

use super::deed::Deed;
use super::lines::{left_as_it_is, lines_of, more_may_run};
use super::policies_look::{Chosen, PoliciesLook, PoliciesRead, name_of, settings_of};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::write_dialog::{Ends, WriteDialog, consequence};
use crate::i18n::{Message, t, text};
use crate::live::{derived, follow, live, shown};
use crate::ui::ButtonKind;
use crate::ui::failure::failure_of;

/// The stages of what is sent, and why some of it is not.
#[derive(Default)]
struct Plan {
    /// What goes before.
    stops: Vec<PlannedWrite>,
    writes: Vec<PlannedWrite>,
    /// What is acted on.
    lines: Vec<Message>,
    left: Vec<Message>,
}

fn what_follows(deed: Deed) -> Message {
    match deed {
        Deed::Run => text::policies_run_consequence(),
        Deed::Enable => text::policies_enable_consequence(),
        Deed::Disable => text::policies_disable_consequence(),
        Deed::Delete => text::policies_delete_consequence(),
    }
}

/// The dialog. The policies and what runs of them are read when it opens and once more before anything
/// is sent: when that differs, the person looks again. `on_sent` runs once it is on its way.
pub fn policy_dialog(
    deed: Deed,
    chosen: Chosen,
    on_sent: Callback<()>,
    on_close: Callback<()>,
) -> AnyView {
    let look = PoliciesLook::begin(chosen);
    let total = look.count();
    let planned = move || look.found().map(|found| plan(deed, look, &found));
    let count = derived(move || planned().map_or(0, |plan| plan.writes.len()));
    let confirmation = Confirmation::for_count(1);
    let may_run_more = move || {
        look.found()
            .is_some_and(|found| found.running.may_be_more())
    };
    follow(move || {
        let stops = planned().is_some_and(|plan| !plan.stops.is_empty());
        // What starts or enables can be stopped or taken back.
        let takes_more = deed == Deed::Delete && (count.get() > 1 || may_run_more());
        confirmation.require_when(stops || takes_more);
    });
    let told = move || match planned() {
        None => match look.read.with(Option::is_some) {
            true => ().into_any(),
            false => view! { <p role="status">{t(text::table_loading())}</p> }.into_any(),
        },
        Some(plan) => {
            let stops = plan.stops.len() as u64;
            let stops = (stops > 0)
                .then(|| view! { <p class="banner warning">{t(text::policies_stops(stops))}</p> });
            view! {
                {lines_of(plan.lines)}
                {shown(stops)}
                {more_may_run(may_run_more())}
                {left_as_it_is(plan.left)}
            }
            .into_any()
        }
    };
    let nothing = move || {
        let is_none = look.found().is_some() && count.get() == 0;
        let words = || view! { <p class="field-error">{t(text::policies_nothing_to_do())}</p> };
        shown(is_none.then(words))
    };
    let not_read = move || {
        look.read
            .with(|read| read.as_ref().and_then(|it| it.clone().err()))
    };
    let content = view! {
        {live(told)}
        {consequence(what_follows(deed))}
        <div role="alert">
            {live(nothing)}
            {failure_of(text::policies_not_checked(), not_read, None)}
        </div>
    };
    let says = deed.words();
    let words = move || match count.get() {
        0 => says(total),
        count => says(count as u64),
    };
    let writes = live(move || {
        let plan = planned().unwrap_or_default();
        plan.stops.into_iter().chain(plan.writes).collect()
    });
    WriteDialog {
        title: says(total),
        place: None,
        content: content.into_any(),
        copies: match deed {
            Deed::Delete => Copies::Requests(writes),
            Deed::Run | Deed::Enable | Deed::Disable => Copies::Described(writes),
        },
        confirmation,
        kind: match deed {
            Deed::Delete => ButtonKind::Danger,
            Deed::Run | Deed::Enable | Deed::Disable => ButtonKind::Primary,
        },
        action: says(total),
        check: Box::new(move || count.get() > 0),
        look: look.look(),
        rests_on: RestsOn::WhatWasShown,
        not_read: text::policies_not_checked(),
        plan: Box::new(move || {
            let plan = planned()?;
            let stages = [plan.stops, plan.writes].into_iter();
            let stages: Vec<_> = stages.filter(|stage| !stage.is_empty()).collect();
            (!stages.is_empty()).then_some(stages)
        }),
        ends: Ends::WhenSent(Box::new(move |_| on_sent.run(()))),
        on_close,
    }
    .show_following(live(words), live(words))
}

/// What is sent about policies that are there.
fn plan(deed: Deed, look: PoliciesLook, found: &PoliciesRead) -> Plan {
    let mut plan = Plan::default();
    for (id, policy) in found.there() {
        let done = match deed {
            Deed::Run => run(look, found, id, policy),
            Deed::Enable => enable(look, id, policy, true),
            Deed::Disable => enable(look, id, policy, false),
            Deed::Delete => Ok(delete(look, id, policy)),
        };
        match done {
            Err(why) => plan.left.push(why),
            Ok(write) => {
                plan.writes.push(write);
                plan.lines.push(look.line(id, policy));
                plan.add_running(deed, look, found, id, policy);
            }
        }
    }
    plan
}

impl Plan {
    /// What runs of a policy: it is named, and before a deletion it is stopped.
    fn add_running(
        &mut self,
        deed: Deed,
        look: PoliciesLook,
        found: &PoliciesRead,
        policy: PolicyId,
        of: &ReplicationPolicy,
    ) {
        let place = look.place();
        for execution in found.running.of(policy) {
            let name = format!("{execution} ({})", name_of(policy, of));
            let line = text::policies_running(execution.to_string());
            match deed {
                Deed::Enable => {}
                Deed::Run | Deed::Disable => self.lines.push(line),
                Deed::Delete => {
                    self.lines.push(line);
                    self.stops.push(PlannedWrite {
                        names: vec![name],
                        before: Before::Nothing,
                        mutation: Mutation::StopExecution(StopExecution {
                            project: place.project.clone(),
                            instance: place.instance.clone(),
                            policy,
                            execution,
                        }),
                    });
                }
            }
        }
    }
}

/// One that is disabled is not run: the service refuses that.
fn run(
    look: PoliciesLook,
    found: &PoliciesRead,
    policy: PolicyId,
    of: &ReplicationPolicy,
) -> Result<PlannedWrite, Message> {
    let name = name_of(policy, of);
    if of.enabled == Some(false) {
        return Err(text::policies_is_disabled(name));
    }
    let place = look.place();
    Ok(PlannedWrite {
        names: vec![name],
        before: Before::Executions {
            newest: found.newest(),
        },
        mutation: Mutation::StartExecution(StartExecution {
            project: place.project,
            instance: place.instance,
            policy,
        }),
    })
}

/// The whole body is sent, so all of it has to be known.
fn enable(
    look: PoliciesLook,
    policy: PolicyId,
    of: &ReplicationPolicy,
    enabled: bool,
) -> Result<PlannedWrite, Message> {
    let name = name_of(policy, of);
    if of.enabled == Some(enabled) {
        return Err(match enabled {
            true => text::policies_enabled_already(name),
            false => text::policies_disabled_already(name),
        });
    }
    let settings: PolicySettings = settings_of(name.clone(), of)?;
    let place = look.place();
    let update =
        UpdatePolicy::enabling(&place.project, &place.instance, policy, &settings, enabled);
    Ok(PlannedWrite {
        names: vec![name],
        before: Before::ReplicationPolicy(settings),
        mutation: Mutation::UpdatePolicy(update),
    })
}

/// Without all of its settings an undo is not offered.
fn delete(look: PoliciesLook, policy: PolicyId, of: &ReplicationPolicy) -> PlannedWrite {
    let place = look.place();
    PlannedWrite {
        names: vec![name_of(policy, of)],
        before: PolicySettings::of(of).map_or(Before::Nothing, Before::ReplicationPolicy),
        mutation: Mutation::DeletePolicy(DeletePolicy {
            project: place.project,
            instance: place.instance,
            policy,
        }),
    }
}
