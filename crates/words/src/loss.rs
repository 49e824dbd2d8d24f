//! What an undo does not bring back, in words.

use cloud_api::{Loss, LostBecause, LostGrant};

use crate::{Message, text};

/// A sentence for each thing that stays lost.
#[must_use]
pub fn losses(loss: &Loss) -> Vec<Message> {
    match loss {
        Loss::Grants(grants) => of_grants(grants),
        Loss::Organization { grants } => {
            let mut losses = match grants {
                Some(grants) => of_grants(grants),
                None => vec![text::undo_lost_permissions()],
            };
            losses.push(text::undo_lost_organization());
            losses
        }
        Loss::NoCategory => vec![text::undo_lost_category()],
        Loss::PushedMeanwhile => vec![text::undo_lost_pushes()],
        Loss::SharedAccountExpired(name) => vec![text::undo_lost_share_expired(name)],
        Loss::PolicyRuns(name) => vec![text::undo_lost_runs(name)],
        Loss::AcceptedShares => vec![text::undo_lost_accepted()],
        Loss::SharedAccountNotTaken(name) => vec![text::undo_lost_share_not_taken(name)],
    }
}

fn of_grants(grants: &[LostGrant]) -> Vec<Message> {
    grants.iter().map(of_grant).collect()
}

fn of_grant(lost: &LostGrant) -> Message {
    let name = if lost.row.user_name.is_empty() {
        lost.row.user_id.clone()
    } else {
        lost.row.user_name.clone()
    };
    match lost.because {
        LostBecause::OwnGrant => text::undo_lost_own(name),
        LostBecause::NotGrantable => text::undo_lost_not_grantable(name),
    }
}
