//! How far an execution is, at one look.

use cloud_api::enterprise::{Execution, Progress};
use leptos::prelude::*;

use crate::i18n::{Message, Untrusted, t, text};
use crate::live::shown;
use crate::pages::enterprise::cells::moment_cell;
use crate::pages::enterprise::progress_cells::{bar, counters};
use crate::pages::enterprise::run_cells::by_cell;

/// The bar with its counters, the cause, and when it began; nothing of a bar where there is nothing to
/// copy.
pub fn summary(execution: &Execution) -> AnyView {
    let progress = Progress::of(execution).map(|progress| {
        let is_over = progress.ended_percent() == 100;
        let percent = (!is_over).then(|| {
            let percent = u64::from(progress.ended_percent());
            view! { " · " <span>{t(text::execution_percent(percent))}</span> }
        });
        view! {
            {bar(progress)}
            <p>{counters(progress)} {percent}</p>
        }
    });
    let nothing = progress
        .is_none()
        .then(|| view! { <p>{t(text::execution_nothing())}</p> });
    let cause = (!execution.status_text.is_empty()).then(|| {
        let text = execution.status_text.clone();
        view! {
            <p>
                {t(text::executions_cause())} ": " <span class="identifier"><Untrusted text /></span>
            </p>
        }
    });
    let ended = execution
        .is_over()
        .then(|| fact(text::execution_ended(), moment_cell(&execution.updated_at)));
    view! {
        <section aria-labelledby="progress-title">
            <h2 id="progress-title" class="visually-hidden">
                {t(text::execution_progress())}
            </h2>
            {progress}
            {nothing}
            {cause}
            <dl class="menu-facts across">
                {fact(text::executions_by(), by_cell(execution))}
                {fact(text::sync_jobs_created(), moment_cell(&execution.created_at))}
                {shown(ended)}
            </dl>
        </section>
    }
    .into_any()
}

fn fact(name: Message, value: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
        </div>
    }
    .into_any()
}
