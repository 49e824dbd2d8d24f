//! Which provider of Terraform a cloud has.

/// A provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provider {
    /// `huaweicloud`.
    HuaweiCloud,
    /// `opentelekomcloud`, which has other resources, and none for the permissions of a repository and for
    /// what copies images (corrections §7).
    OpenTelekomCloud,
    /// None that the console knows: nothing is written.
    Unknown,
}
