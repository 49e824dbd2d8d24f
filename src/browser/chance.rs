//! What is drawn by chance.

/// A number that is drawn; good enough to tell tabs apart, and for no secret.
#[must_use]
pub fn drawn() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
