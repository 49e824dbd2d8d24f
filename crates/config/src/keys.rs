//! The keys of the file, told once: what is read, what a fault names, and what the schema has.

/// Where an editor finds the schema; read by nobody else.
pub const SCHEMA: &str = "$schema";
pub(crate) const TITLE: &str = "title";
pub(crate) const NOTICE: &str = "notice";
pub(crate) const PASSWORD_SIGN_IN: &str = "password_sign_in";
pub(crate) const KEEP_IN_TAB: &str = "keep_in_tab";
pub(crate) const LANGUAGES: &str = "languages";
pub(crate) const CLOUDS: &str = "clouds";
pub(crate) const PRESET: &str = "preset";
pub(crate) const ID: &str = "id";
pub(crate) const NAME: &str = "name";
pub(crate) const REGIONS: &str = "regions";
pub(crate) const PROJECT_ALIASES: &str = "project_aliases";
pub(crate) const SERVICES: &str = "services";
pub(crate) const HOST: &str = "host";
pub(crate) const ADDRESS: &str = "address";

/// Of the file.
pub const FILE: &[&str] = &[
    SCHEMA,
    TITLE,
    NOTICE,
    PASSWORD_SIGN_IN,
    KEEP_IN_TAB,
    LANGUAGES,
    CLOUDS,
];
/// Of a cloud.
pub const CLOUD: &[&str] = &[PRESET, ID, NAME, REGIONS, PROJECT_ALIASES];
/// Of a region.
pub const REGION: &[&str] = &[ID, SERVICES];
/// Of the services of a region: [`cloud_api::Service::segment`] of each.
pub const SERVICE_NAMES: &[&str] = &["iam", "swr", "hss", "ims", "enterprise"];
/// Of a service.
pub const SERVICE: &[&str] = &[HOST, ADDRESS];
