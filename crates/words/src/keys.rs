//! What tells the message files of one version from those of another. The build script computes the
//! same number from the same code.

/// A number for keys in their order: FNV-1a over 64 bits. Nobody is kept out by it, a file of
/// another version is only recognised, and SHA-256 would add three kilobytes to the console.
pub fn hash(keys: &mut dyn Iterator<Item = &str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for key in keys {
        // No text holds the byte 0xff, so it is an end that cannot be part of a key.
        for byte in key.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}
