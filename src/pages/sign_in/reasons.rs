//! Why signing in did not work, in words with a way out and with what the service said.

use leptos::prelude::*;
use words::failure::remedy;
use words::sign_in::{Concern, of_token};
use words::token::token_error;

use crate::i18n::{Message, text};
use crate::session::{ListedMain, SignInError};
use crate::ui::failure::{details_of, failure_with};

/// The words for an error, and with what of that which was given another answer may come.
pub type ReasonOf = fn(&SignInError) -> (Message, Concern);

/// The box for an error.
pub fn reason_box(error: &SignInError, reason_of: ReasonOf) -> AnyView {
    let (why, _) = reason_of(error);
    box_of(text::sign_in_failed(), why, error, ().into_any())
}

/// The same for a token, under other words and with what can be done about it.
pub fn reason_box_of(what: Message, error: &SignInError, actions: AnyView) -> AnyView {
    let (why, _) = reason_of_token(error);
    box_of(what, why, error, actions)
}

fn box_of(what: Message, why: Message, error: &SignInError, actions: AnyView) -> AnyView {
    let line = error.answer().map(details_of);
    failure_with(what, why, line.into_any(), actions)
}

/// Where a token is given. What is said of passwords and keys is loaded with their forms.
pub fn reason_of_token(error: &SignInError) -> (Message, Concern) {
    let told = match error {
        SignInError::NotAToken(error) => return (token_error(*error), Concern::Credential),
        SignInError::Token(error) => return of_token(error),
        SignInError::GlobalIam(_) => return (text::sign_in_global_iam(), Concern::Nothing),
        SignInError::Password(error)
        | SignInError::Key(error)
        | SignInError::WrongClock(_, error) => return (remedy(error), Concern::Nothing),
        SignInError::NotSecure => return (text::sign_in_key_secure(), Concern::Nothing),
        SignInError::PersonUnknown => return (text::sign_in_key_person(), Concern::Person),
        SignInError::NotInScope => text::sign_in_not_in_scope(),
        SignInError::SubProject {
            project,
            main: ListedMain::Reachable(main),
        } => text::sign_in_sub_project(main.clone(), project.clone()),
        SignInError::SubProject {
            project,
            main: ListedMain::NotListed(main),
        } => text::sign_in_sub_project_no_access(main.clone(), project.clone()),
        SignInError::SubProject {
            project,
            main: ListedMain::NotChecked(main),
        } => text::sign_in_sub_project(main.clone(), project.clone()),
        SignInError::NoProject => text::sign_in_no_project(),
        SignInError::RegionNotSetUp { region } => {
            text::sign_in_region_not_set_up(region.to_string())
        }
        SignInError::UnknownProject { project } => text::sign_in_unknown_project(project.clone()),
        SignInError::NoMainProject => text::sign_in_no_main_project(),
        SignInError::NoOtherProject => text::sign_in_no_other_project(),
        SignInError::OtherProject { given, wanted } => {
            text::sign_in_other_project(given.to_string(), wanted.to_string())
        }
        SignInError::SameProject(project) => text::sign_in_same_project(project.to_string()),
        SignInError::SeveralProjects(_) => {
            return (text::sign_in_choose_project(), Concern::Nothing);
        }
    };
    (told, Concern::Scope)
}
