//! The ID that every answer carries.

use super::answer::Response;
use serde_json::Value;

/// Numbers the answers.
#[derive(Default)]
pub struct RequestIds {
    answers: u64,
}

impl RequestIds {
    /// Every answer has a request ID; the gateway's refusals repeat it in the body.
    pub fn stamp(&mut self, mut response: Response) -> Response {
        self.answers += 1;
        let id = format!(
            "{:032x}",
            0x8080_d377_0000_0000_u128 + u128::from(self.answers)
        );
        if response.status >= 400
            && let Ok(Value::Object(mut body)) = serde_json::from_slice(&response.body)
            && body
                .get("error_code")
                .and_then(Value::as_str)
                .is_some_and(|code| code.starts_with("APIGW"))
        {
            body.insert("request_id".to_owned(), id.clone().into());
            response.body = Value::Object(body).to_string().into_bytes();
        }
        response.headers.push(("X-Request-Id".to_owned(), id));
        response
    }
}
