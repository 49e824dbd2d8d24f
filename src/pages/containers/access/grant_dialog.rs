//! Granting access: a picker where IAM lists the users, free text by ID otherwise.

use changes::{PlannedWrite, RestsOn};
use cloud_api::iam::ListUsers;
use cloud_api::swr::{AccessLevel, AccessSource, Grant, GrantAccess};
use cloud_api::{Before, Mutation};
use leptos::prelude::*;
use words::failure::remedy;
use words::text_problem::grantee_problem;

use super::change_dialog::level_choice;
use super::place_words::words_for;
use super::reads::Reads;
use super::user_choice::{Grantee, is_listed, user_choice};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::form::{Field, TextField};
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::use_query;
use crate::session::use_session;
use crate::ui::{ButtonKind, focus_by_id};

const FIELD: &str = "user-id";

/// The dialog.
pub fn grant_dialog(page: Reads, on_close: Callback<()>) -> AnyView {
    let place = page.place.get_value();
    let users = use_query(ListUsers);
    let me = use_session()
        .identity()
        .map(|identity| identity.user_id.clone());
    // The rule binds what is typed, not who is listed.
    let id = Field::new(move |text| {
        let is_listed = is_listed(users.value().as_deref(), text.trim());
        let is_me = me.as_deref() == Some(text.trim());
        (is_me || !is_listed)
            .then(|| grantee_problem(text, me.as_deref()))
            .flatten()
    });
    let grantee = Grantee::new(id);
    let level = RwSignal::new(AccessLevel::Read);
    let consequence = words_for(
        &place,
        text::consequence_grant_organization,
        text::consequence_grant,
    );
    let picker = move || shown(users.value().map(|users| user_choice(users, grantee)));
    let refused = move || {
        let hint = || view! { <p class="field-hint">{t(text::grant_no_list())}</p> };
        shown(users.error().map(|_| hint()))
    };
    let planned = move || {
        if id.problem().is_some() {
            return None;
        }
        let user = grantee.user(users.value())?;
        let grant = Grant::new(user, Some(&grantee.name_of_user()), level.get());
        let names = vec![grant.user_name.clone()];
        Some(PlannedWrite {
            mutation: Mutation::GrantAccess(GrantAccess {
                place: page.place.get_value(),
                grants: vec![grant],
            }),
            names,
            before: page.before(AccessSource::Direct),
        })
    };
    let asked = StoredValue::new(None::<PlannedWrite>);
    let refuse = move |words| {
        let user = asked.with_value(|asked| {
            let grants = asked.iter().flat_map(|planned| planned.mutation.grants());
            grants.map(|grant| grant.user_id.to_string()).next()
        });
        id.refuse(user.unwrap_or_default(), words);
        focus_by_id(FIELD);
    };
    let check = move || {
        id.touch();
        id.forget_refusal();
        asked.set_value(planned());
        let is_complete = asked.with_value(Option::is_some);
        if !is_complete {
            focus_by_id(FIELD);
        }
        is_complete
    };
    let plan = move || {
        let mut planned = asked.get_value()?;
        let access = page.access.value();
        let mut rows = access.iter().flat_map(|access| access.grants());
        let mut users = planned.mutation.grants().iter().map(|grant| &grant.user_id);
        if users.any(|user| rows.any(|row| row.user_id == user.as_str())) {
            refuse(text::grant_there_already());
            return None;
        }
        // What somebody else has granted meanwhile is not taken away by an undo.
        let is_whole = access.as_ref().is_some_and(|it| it.left_out() == 0);
        planned.before = match page.access.error() {
            None if is_whole => page.before(AccessSource::Direct),
            None | Some(_) => Before::Nothing,
        };
        Some(vec![vec![planned]])
    };
    let content = view! {
        <p id="dialog-description">{t(consequence)}</p>
        {live(picker)}
        {live(refused)}
        <TextField
            id=FIELD
            label=text::permissions_user_id()
            hint=text::grant_id_hint()
            field=id
        />
        <TextField
            id="user-name"
            label=text::grant_name()
            hint=text::grant_name_hint()
            field=grantee.name
        />
        {level_choice(level)}
    };
    WriteDialog {
        title: text::grant_title(),
        place: Some(place.to_string()),
        content: content.into_any(),
        copies: Copies::Described(live(move || planned().into_iter().collect())),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::grant_action(),
        check: Box::new(check),
        look: Look::over(
            move || page.read_again(),
            || (),
            move || page.access.error(),
        ),
        rests_on: RestsOn::WhatIsFoundIfRead,
        not_read: text::change_not_checked(),
        plan: Box::new(plan),
        ends: Ends::WhenTaken(Box::new(move |error| refuse(remedy(&error)))),
        on_close,
    }
    .show()
}
