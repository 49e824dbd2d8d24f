//! Why signing in did not work, in words with a way out.

use words::failure::remedy;
use words::token::token_error;

use crate::i18n::{Message, text};
use crate::session::{MainProject, SignInError};

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
