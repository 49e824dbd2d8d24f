//! Why signing in did not work, in words with a way out.

use cloud_api::iam::TokenError;

use crate::i18n::{Message, text};
use crate::session::{MainProject, SignInError};
use crate::ui::failure::remedy;

/// The words for an error.
pub fn reason(error: &SignInError) -> Message {
    match error {
        SignInError::NotAToken(error) => token_error(*error),
        SignInError::Expired => text::sign_in_expired(),
        SignInError::NotAccepted => text::sign_in_not_accepted(),
        SignInError::WrongPassword => text::sign_in_wrong_password(),
        SignInError::NotInScope => text::sign_in_not_in_scope(),
        SignInError::SubProject {
            project,
            main: MainProject::Reachable(main),
        } => text::sign_in_sub_project(main.clone(), project.clone()),
        SignInError::SubProject {
            project,
            main: MainProject::NotListed(main),
        } => text::sign_in_sub_project_no_access(main.clone(), project.clone()),
        SignInError::SubProject {
            project,
            main: MainProject::NotChecked(main),
        } => text::sign_in_sub_project(main.clone(), project.clone()),
        SignInError::NoProject => text::sign_in_no_project(),
        SignInError::UnknownProject { project } => text::sign_in_unknown_project(project.clone()),
        SignInError::Api(error) => remedy(error),
    }
}

/// The words for a text that is no token.
pub fn token_error(error: TokenError) -> Message {
    match error {
        TokenError::Empty => text::token_empty(),
        TokenError::TooLong { length, maximum } => {
            text::token_too_long(length as u64, maximum as u64)
        }
        TokenError::WhiteSpace { position } => text::token_white_space(position as u64),
        TokenError::Character { position } => text::token_character(position as u64),
        TokenError::AnswerWithoutToken => text::token_answer_without(),
    }
}
