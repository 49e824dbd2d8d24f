//! The jobs that a change has begun: which, how each stands, and its one reason where it failed.

use changes::{Call, CallId, Change, JobNote};
use leptos::prelude::*;
use words::job::job_state;

use crate::i18n::{I18n, Untrusted, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::ui::bounded::bounded;
use crate::ui::failure::copy_button;
use crate::work::Entry;

/// The jobs, where there are any; react.
pub fn job_list(entry: Entry) -> AnyView {
    let words = use_i18n();
    // A call that has a job keeps it.
    let count = derived(move || entry.record.with(|record| jobs(&record.change).len()));
    let list = move || {
        let is_any = count.get() > 0;
        let list = || {
            let jobs = entry.record.with_untracked(|record| {
                let jobs = jobs(&record.change);
                bounded(jobs.into_iter(), |(id, call, job)| {
                    Some(job_view(words, entry, id, call, job))
                })
            });
            view! {
                <h3>{t(text::header_jobs())}</h3>
                <ul class="plain-list">{jobs}</ul>
            }
        };
        shown(is_any.then(list))
    };
    live(list).into_any()
}

fn jobs(change: &Change) -> Vec<(CallId, &Call, &JobNote)> {
    let calls = change.calls().iter();
    calls
        .filter_map(|(id, call)| Some((*id, call, call.job.as_ref()?)))
        .collect()
}

fn job_view(words: I18n, entry: Entry, id: CallId, call: &Call, job: &JobNote) -> AnyView {
    let name = text::job_name(job.id.to_string());
    let copy = copy_button(text::job_copy(), job.id.to_string());
    let request_id = call.answer.as_ref().and_then(|it| it.request_id.clone());
    let request_id =
        request_id.map(|id| view! { <p class="details">{t(text::activity_request_id(id))}</p> });
    let now = move || {
        entry.record.with(|record| {
            let call = record.change.calls().get(&id);
            shown(call.and_then(|call| Some(stands(words, call, call.job.as_ref()?))))
        })
    };
    view! {
        <li>
            {t(name)}
            " "
            {copy}
            {live(now)}
            {shown(request_id)}
        </li>
    }
    .into_any()
}

/// How it stands, and in the service's words why where it has failed.
fn stands(words: I18n, call: &Call, job: &JobNote) -> AnyView {
    let reason = [&*job.error_code, &*job.fail_reason];
    let reason = reason.into_iter().filter(|part| !part.is_empty());
    let reason = reason.collect::<Vec<_>>().join(" · ");
    let reason = (!reason.is_empty()).then(|| {
        view! {
            <p class="details">
                <Untrusted text=reason />
            </p>
        }
    });
    view! {
        <p>{words.show(&job_state(call, job))}</p>
        {shown(reason)}
    }
    .into_any()
}
