//! Why a text is no token.

use cloud_api::iam::TokenError;
use words::token::token_error;

use crate::support::says;

#[test]
fn every_reason_is_told_in_both_languages() {
    let told = [
        (TokenError::Empty, "Paste a token first."),
        (
            TokenError::TooLong {
                length: 40_000,
                maximum: 32_768,
            },
            "40000 characters; a token has at most 32768.",
        ),
        (
            TokenError::WhiteSpace { position: 12 },
            "Character 12 is a space or line break. A token has none inside: copy it again as one piece.",
        ),
        (
            TokenError::Character { position: 3 },
            "Character 3 cannot be part of a token. Copy it again.",
        ),
        (
            TokenError::AnswerWithoutToken,
            "This answer has no X-Subject-Token line. Call with curl -i, so that headers are printed too.",
        ),
        (
            TokenError::Several,
            "This text holds several different tokens. Paste only the one to use.",
        ),
    ];
    for (error, expected) in told {
        says(&token_error(error), expected);
    }
}
