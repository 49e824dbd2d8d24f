//! Whether anybody sees the page.

use serde::{Deserialize, Serialize};

/// Whether anybody sees the page: what nobody sees is asked for seldom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// It is on the screen.
    #[default]
    Seen,
    /// It is in another tab than the one on the screen, or its window is hidden.
    Hidden,
}
