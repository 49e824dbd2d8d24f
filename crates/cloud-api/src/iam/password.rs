//! What a person signs in with who has a password.

use crate::{Secret, UserId};

/// A password and whom it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Password {
    /// Name of the account (domain).
    pub account: String,
    /// Name of the IAM user.
    pub user: String,
    /// The password.
    pub password: Secret,
    /// What the user gives beside it.
    pub second_factor: Option<SecondFactor>,
}

/// The code of a device that makes a new one every half minute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// The code of now.
    pub passcode: Secret,
    /// ID of the user, which Huawei Cloud wants; elsewhere the user's name does (corrections §6).
    pub user_id: Option<UserId>,
}
