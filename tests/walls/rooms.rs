//! The rooms of the console and of the crates, and who may know whom. To be read as documentation;
//! [`crate::walls`] holds it.

/// The floors of `src/`, from the top. A room may know every room on a floor below its own; the
/// crates lie below all of them and are known to everybody.
pub const FLOORS: [&[&str]; 8] = [
    &["app"],
    &["pages"],
    &["change", "listing", "scans"],
    &["table", "work", "query", "form"],
    &["session", "ui"],
    &["i18n", "net", "route", "config"],
    &["browser"],
    &["live"],
];

/// Who may know a room of its own floor.
pub const BESIDE: [(&str, &str); 2] = [
    // A write makes reads stale.
    ("work", "query"),
    // A page has a title.
    ("route", "i18n"),
];

/// The roots of the console: they name the rooms and start the first.
pub const ROOTS: [&str; 2] = ["src/lib.rs", "src/main.rs"];

/// The areas of `src/pages/`. Pages of one area never know another area's.
pub const AREAS: [&str; 8] = [
    "overview",
    "containers",
    "enterprise",
    "security_sync",
    "machine_images",
    "activity",
    "connection_check",
    "sign_in",
];

/// The list of areas: the one file of the frame that may know pages. What it hands on the frame may
/// use.
pub const LIST_OF_AREAS: &str = "src/app/areas.rs";

/// The services of the cloud. Inside a crate that has rooms for them none knows another's.
pub const SERVICES: [&str; 5] = ["iam", "swr", "hss", "ims", "enterprise"];

/// The crates with a room for each service.
pub const HOUSES_OF_SERVICES: [&str; 2] = ["crates/cloud-api/src/", "crates/simulator/src/"];

/// Words that stand in these places of `src/` alone: the ways out of the page, and what opens a secret.
pub const ONLY_IN: [(&str, &[&str]); 14] = [
    ("gloo_net", &["src/net"]),
    ("local_storage", &["src/browser/storage.rs"]),
    ("session_storage", &["src/browser/storage.rs"]),
    // Sent to a cloud or the demo's, handed to the browser to sign with, kept in the tab, and put into its own field when it is
    // pasted.
    (
        "reveal",
        &[
            "src/browser/hmac_key.rs",
            "src/net/fetch.rs",
            "src/net/worker.rs",
            "src/session.rs",
            "src/pages/sign_in/token_form.rs",
        ],
    ),
    ("write_text", &["src/ui/failure.rs"]),
    ("create_object_url_with_blob", &["src/browser/download.rs"]),
    ("set_title", &["src/browser/tab_title.rs"]),
    ("fetch_with_str", &[]),
    ("fetch_with_request", &[]),
    ("send_beacon_with_opt_str", &[]),
    ("XmlHttpRequest", &[]),
    ("WebSocket", &[]),
    // To other tabs, and to the demo's own worker.
    (
        "post_message",
        &["src/browser/channel.rs", "src/net/worker.rs"],
    ),
    ("BroadcastChannel", &["src/browser/channel.rs"]),
];
