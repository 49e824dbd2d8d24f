//! Sharing a repository with an account.

use changes::{Found, PlannedWrite, RestsOn};
use cloud_api::swr::{
    AccountName, CreateSharedAccount, Deadline, ShareDescription, ShowSharedAccount,
};
use cloud_api::{ApiError, Before, Meaning, Mutation, RepositoryPath};
use futures::FutureExt as _;
use leptos::prelude::*;
use words::explanation::{is_about_account, of_shared_account};
use words::failure::{outcome, remedy};
use words::text_problem::{account_problem, deadline_problem, description_problem};

use crate::browser::clock::{end_of_day, now};
use crate::change::confirmation::Confirmation;
use crate::change::copy_as::Copies;
use crate::change::look::Look;
use crate::change::write_dialog::{Ends, WriteDialog};
use crate::form::{Field, TextField, choice};
use crate::i18n::{t, text};
use crate::live::{live, shown};
use crate::query::use_rest;
use crate::session::use_session;
use crate::ui::failure::failure_because;
use crate::ui::{ButtonKind, focus_by_id};

const ACCOUNT: &str = "account-name";
const DAY: &str = "last-day";
const DESCRIPTION: &str = "share-description";
const FOREVER: &str = "forever";

/// What a person fills in.
#[derive(Clone, Copy)]
struct Fields {
    account: Field,
    /// [`FOREVER`], or until a day.
    ends: RwSignal<String>,
    day: Field,
    description: Field,
}

impl Fields {
    fn new() -> Self {
        let own = untrack(|| use_session().identity());
        let own = own.map(|identity| identity.account_name.clone());
        Self {
            account: Field::new(move |text| account_problem(text, own.as_deref())),
            ends: RwSignal::new(FOREVER.to_owned()),
            day: Field::new(|text| deadline_problem(end_of_day(text).as_ref(), now())),
            description: Field::new(description_problem),
        }
    }

    fn is_forever(self) -> bool {
        self.ends.with(|ends| ends == FOREVER)
    }

    /// With whom, where that can be said; reacts.
    fn account(self) -> Option<AccountName> {
        let is_good = self.account.problem().is_none();
        is_good.then(|| self.account.text.get().trim().parse().ok())?
    }

    fn deadline(self) -> Option<Deadline> {
        if self.is_forever() {
            return Some(Deadline::forever());
        }
        let is_good = self.day.problem().is_none();
        is_good.then(|| end_of_day(&self.day.text.get()))?
    }

    fn description(self) -> Option<ShareDescription> {
        self.description.text.get().trim().parse().ok()
    }

    /// The write, where everything is filled in; reacts.
    fn planned(self, repository: RepositoryPath) -> Option<PlannedWrite> {
        let account = self.account()?;
        Some(PlannedWrite {
            names: vec![account.to_string()],
            mutation: Mutation::CreateSharedAccount(CreateSharedAccount {
                repository,
                account,
                deadline: self.deadline()?,
                description: self.description()?,
            }),
            before: Before::Nothing,
        })
    }

    /// Says what is missing, the first of it with the focus.
    fn complain(self) {
        self.account.touch();
        self.description.touch();
        if !self.is_forever() {
            self.day.touch();
        }
        if self.account().is_none() {
            focus_by_id(ACCOUNT);
        } else if self.deadline().is_none() {
            focus_by_id(DAY);
        } else if self.description().is_none() {
            focus_by_id(DESCRIPTION);
        }
    }

    /// Puts a refusal at the account that was asked for; `false` when it is about something else.
    fn refuse(self, account: &AccountName, error: &ApiError) -> bool {
        let is_here = is_about_account(error);
        if let Some(words) = of_shared_account(error).filter(|_| is_here) {
            self.account.refuse(account.as_str(), words);
            focus_by_id(ACCOUNT);
        }
        is_here
    }

    fn view(self) -> AnyView {
        let day = move || {
            let is_needed = !self.is_forever();
            shown(is_needed.then(|| {
                view! {
                    <TextField
                        id=DAY
                        label=text::shared_accounts_day()
                        hint=text::shared_accounts_day_hint()
                        field=self.day
                        kind="date"
                    />
                }
            }))
        };
        let ends = vec![
            (FOREVER, text::shared_accounts_forever()),
            ("day", text::shared_accounts_until_day()),
        ];
        view! {
            <TextField
                id=ACCOUNT
                label=text::shared_accounts_account()
                hint=text::shared_accounts_account_hint()
                field=self.account
            />
            {choice("share-ends", text::shared_accounts_valid_until(), ends, self.ends)}
            {live(day)}
            <TextField
                id=DESCRIPTION
                label=text::shared_accounts_description()
                field=self.description
            />
        }
        .into_any()
    }
}

/// The dialog; it stays open until the service has taken the share. The account is looked for before
/// anything is sent: only what is known not to be there can be taken away by an undo.
pub fn share_dialog(place: RepositoryPath, on_close: Callback<()>) -> AnyView {
    let fields = Fields::new();
    let (session, rest) = (use_session(), use_rest());
    let refusal = RwSignal::new(None::<ApiError>);
    let found = StoredValue::new(Before::Nothing);
    let heading = place.to_string();
    let place = StoredValue::new(place);
    let planned = move || fields.planned(place.get_value());
    let asked = StoredValue::new(None::<(AccountName, PlannedWrite)>);
    let look = Look::by(move || {
        let show = asked.get_value().map(|(account, _)| ShowSharedAccount {
            repository: place.get_value(),
            account,
        });
        async move {
            let before = match show {
                Some(show) => {
                    let is_awaited = || found.try_with_value(|_| ()).is_some();
                    let answer = rest.read(session, show, &is_awaited).await;
                    answer.map_or(Before::Nothing, standing)
                }
                None => Before::Nothing,
            };
            // The person may have left the dialog meanwhile.
            found.try_set_value(before);
            Found::Same
        }
        .boxed_local()
    });
    let plan = move || {
        let before = found.get_value();
        let (account, planned) = asked.get_value()?;
        if let Before::SharedAccount(_) = before {
            let there = text::shared_accounts_there();
            fields.account.refuse(account.as_str(), there);
            focus_by_id(ACCOUNT);
            return None;
        }
        Some(vec![vec![PlannedWrite { before, ..planned }]])
    };
    let check = move || {
        refusal.set(None);
        fields.account.forget_refusal();
        asked.set_value(fields.account().zip(planned()));
        let is_complete = asked.with_value(Option::is_some);
        if !is_complete {
            fields.complain();
        }
        is_complete
    };
    let refused = move || {
        shown(refusal.get().map(|error| {
            let why = of_shared_account(&error).unwrap_or_else(|| remedy(&error));
            failure_because(outcome(&error), why, &error, None)
        }))
    };
    let content = view! {
        <p id="dialog-description">{t(text::shared_accounts_share_purpose())}</p>
        {fields.view()}
        <div role="alert">{live(refused)}</div>
    };
    WriteDialog {
        title: text::shared_accounts_share(),
        place: Some(heading),
        content: content.into_any(),
        copies: Copies::Requests(live(move || planned().into_iter().collect())),
        confirmation: Confirmation::for_count(1),
        kind: ButtonKind::Primary,
        action: text::shared_accounts_share(),
        check: Box::new(check),
        look,
        rests_on: RestsOn::WhatIsFoundIfRead,
        not_read: text::shared_accounts_not_checked(),
        plan: Box::new(plan),
        ends: Ends::WhenTaken(Box::new(move |error| {
            let account = asked.get_value().map(|(account, _)| account);
            if !account.is_some_and(|account| fields.refuse(&account, &error)) {
                refusal.set(Some(error));
            }
        })),
        on_close,
    }
    .show()
}

/// What was found of the account; nothing when that could not be read, and the service judges.
fn standing(found: Result<Option<cloud_api::swr::SharedAccount>, ApiError>) -> Before {
    match found {
        Ok(Some(shared)) => Before::SharedAccount(shared),
        Ok(None) => Before::Absent,
        Err(error) if error.meaning() == Some(Meaning::AlreadyGone) => Before::Absent,
        Err(_) => Before::Nothing,
    }
}
