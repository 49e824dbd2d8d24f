//! Creating an organization.

use cloud_api::swr::{CreateOrganization, ListQuotas, Quota};
use cloud_api::{Before, Mutation, OrganizationName};
use leptos::prelude::*;

use crate::change::creation::Creation;
use crate::form::TextField;
use crate::form::name_problem::name_field;
use crate::i18n::{Message, t, text, use_i18n};
use crate::live::{live, shown};
use crate::query::use_query;
use crate::session::use_session;
use crate::work::Planned;

const FIELD: &str = "organization-name";

/// The dialog.
pub fn create_dialog(on_close: Callback<()>) -> AnyView {
    let name = name_field::<OrganizationName>();
    let planned = move || {
        let organization = name.text.get().parse().ok()?;
        Some(Planned {
            mutation: Mutation::CreateOrganization(CreateOrganization { organization }),
            names: Vec::new(),
            before: Before::Nothing,
        })
    };
    let content = view! {
        <p id="dialog-description">{t(text::create_organization_purpose())}</p>
        {quota()}
        <TextField
            id=FIELD
            label=text::organizations_name()
            hint=text::create_organization_hint()
            field=name
        />
    };
    Creation {
        title: text::create_organization_action(),
        place: None,
        content: content.into_any(),
        name,
        name_id: FIELD,
        planned,
        on_close,
    }
    .show()
}

/// How many organizations there are of those that there may be, where the service tells.
fn quota() -> AnyView {
    let words = use_i18n();
    let identity = untrack(|| use_session().identity());
    let quotas = identity.map(|identity| {
        use_query(ListQuotas {
            project: identity.project_id.clone(),
        })
    });
    let told = move || {
        let quotas = quotas?.value()?;
        let quota = quotas.iter().find(|quota| quota.counts_organizations())?;
        let message = quota_words(quota)?;
        Some(view! { <p>{words.say(&message)}</p> })
    };
    live(move || shown(told())).into_any()
}

fn quota_words(quota: &Quota) -> Option<Message> {
    let used = quota.used?.try_into().ok()?;
    let limit = quota.quota_limit?.try_into().ok()?;
    Some(text::create_organization_quota(limit, used))
}
