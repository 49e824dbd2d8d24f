//! When somebody last used a tab that keeps a token.

use cloud_api::Timestamp;
use config::Config;
use stay::{Idle, Presence};

use crate::browser::clock::computer_time;
use crate::browser::storage::TabItem;

/// Notes beside a token that the tab keeps when somebody last used the page.
pub fn note_use(at: Timestamp) {
    if TabItem::Token.read().is_some() {
        TabItem::UsedAt.write(&at.milliseconds().to_string());
    }
}

/// When somebody last used the tab, as far as it was noted.
pub(super) fn used_at() -> Option<Timestamp> {
    let noted = TabItem::UsedAt.read()?.parse().ok()?;
    Some(Timestamp::from_milliseconds(noted))
}

/// Whether nobody has used the tab for too long to go on with what it keeps.
pub(super) fn is_left_alone(config: &Config) -> bool {
    let idle = used_at()
        .zip(config.idle_minutes)
        .map(|(used_at, minutes)| Idle::since(used_at, minutes).presence(computer_time()));
    idle == Some(Presence::Gone)
}
