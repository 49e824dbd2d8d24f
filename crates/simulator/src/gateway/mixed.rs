//! Numbers that look like chance and are not.

/// A number that follows from seed and place alone.
pub fn mixed(seed: u64, place: u64) -> u64 {
    let mut value = seed.wrapping_add(place.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}
