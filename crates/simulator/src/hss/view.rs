//! What a caller sees: one project, and those of its enterprise projects that were asked for.

use percent_encoding::percent_decode_str;

use crate::gateway::answer::Response;
use crate::gateway::caller::Caller;
use crate::gateway::incoming::Incoming;
use crate::gateway::refusal::identity;

use super::parameters::Parameters;
use super::refusal::{denied, invalid};

pub use crate::gateway::caller::DEFAULT_ENTERPRISE_PROJECT as DEFAULT;

pub struct View {
    pub project: &'static str,
    enterprise_projects: Vec<&'static str>,
}

impl View {
    pub fn sees(&self, project: &str, enterprise_project: &str) -> bool {
        self.project == project && self.enterprise_projects.contains(&enterprise_project)
    }
}

/// Checks the project in the path against the token's, and the enterprise project against the
/// caller's.
pub fn of(caller: &Caller, project: &str, request: &Incoming) -> Result<View, Response> {
    let of_token = caller.project();
    let of_token = of_token.ok_or_else(|| identity("the token has no project"))?;
    let project = percent_decode_str(project).decode_utf8_lossy();
    if !(1..=256).contains(&project.chars().count()) {
        return Err(invalid("project_id"));
    }
    if project != of_token {
        return Err(denied(403));
    }
    let granted = caller.enterprise_projects();
    let asked = Parameters::of(request).text("enterprise_project_id", 256)?;
    let enterprise_projects = match asked.as_deref().unwrap_or(DEFAULT) {
        "all_granted_eps" => granted,
        asked => match granted.into_iter().find(|known| *known == asked) {
            Some(known) => vec![known],
            None => return Err(denied(403)),
        },
    };
    Ok(View {
        project: of_token,
        enterprise_projects,
    })
}
