//! Which headers pass, and which are added.

/// Headers of a request that a service is to see. Everything else a browser or somebody on the way adds
/// stays behind: cookies, the origin, addresses.
pub const OF_REQUESTS: [&str; 11] = [
    "Accept",
    "Accept-Encoding",
    "Authorization",
    "Content-Type",
    "Region",
    "X-Auth-Token",
    "X-Domain-Id",
    "X-Project-Id",
    "X-Sdk-Date",
    "X-Security-Token",
    "X-Subject-Token",
];

/// Headers of an answer that the console reads, and those without which nobody can read it.
pub const OF_ANSWERS: [&str; 9] = [
    "Age",
    "Content-Encoding",
    "Content-Length",
    "Content-Range",
    "Content-Type",
    "Date",
    "Retry-After",
    "X-Request-Id",
    "X-Subject-Token",
];

/// Headers of an answer that nginx takes away. It knows no list of those that pass, so these are the ones
/// that tell a browser to do something, and those that tell how the cloud is built.
pub(crate) const NOT_OF_ANSWERS: [&str; 87] = [
    "Accept-CH",
    "Access-Control-Allow-Credentials",
    "Access-Control-Allow-Headers",
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Origin",
    "Access-Control-Allow-Private-Network",
    "Access-Control-Expose-Headers",
    "Access-Control-Max-Age",
    "Activate-Storage-Access",
    "Ad-Auction-Additional-Bid",
    "Ad-Auction-Result",
    "Ad-Auction-Signals",
    "Alt-Svc",
    "Attribution-Reporting-Info",
    "Attribution-Reporting-Register-Source",
    "Attribution-Reporting-Register-Trigger",
    "Authentication-Info",
    "Cache-Control",
    "Clear-Site-Data",
    "Connection-Allowlist",
    "Content-Disposition",
    "Content-Location",
    "Content-Security-Policy",
    "Content-Security-Policy-Report-Only",
    "Critical-CH",
    "Cross-Origin-Embedder-Policy",
    "Cross-Origin-Embedder-Policy-Report-Only",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Opener-Policy-Report-Only",
    "Cross-Origin-Resource-Policy",
    "Document-Isolation-Policy",
    "Document-Policy",
    "Document-Policy-Report-Only",
    "ETag",
    "Expect-CT",
    "Expires",
    "Feature-Policy",
    "Integrity-Policy",
    "Integrity-Policy-Report-Only",
    "Last-Modified",
    "Link",
    "Location",
    "NEL",
    "No-Vary-Search",
    "Observe-Browsing-Topics",
    "Origin-Agent-Cluster",
    "Origin-Trial",
    "Permissions-Policy",
    "Permissions-Policy-Report-Only",
    "Pragma",
    "Proxy-Authenticate",
    "Proxy-Authentication-Info",
    "Public-Key-Pins",
    "Public-Key-Pins-Report-Only",
    "Referrer-Policy",
    "Refresh",
    "Report-To",
    "Reporting-Endpoints",
    "Require-Document-Policy",
    "Sec-Session-Challenge",
    "Sec-Session-Registration",
    "Secure-Session-Challenge",
    "Secure-Session-Registration",
    "Server-Timing",
    "Service-Worker-Allowed",
    "Set-Cookie",
    "Set-Cookie2",
    "Set-Login",
    "Shared-Storage-Write",
    "SourceMap",
    "Speculation-Rules",
    "Strict-Transport-Security",
    "Supports-Loading-Mode",
    "Timing-Allow-Origin",
    "Trailer",
    "Upgrade",
    "Use-As-Dictionary",
    "Vary",
    "Via",
    "WWW-Authenticate",
    "X-Content-Type-Options",
    "X-DNS-Prefetch-Control",
    "X-Frame-Options",
    "X-Powered-By",
    "X-SourceMap",
    "X-UA-Compatible",
    "X-XSS-Protection",
];

/// The page's content security policy, as its own meta tag has it: `connect-src` and what follows stand
/// apart, because other servers are added to it.
const BEFORE_CONNECT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'";
const AFTER_CONNECT: &str = "; worker-src 'self'; base-uri 'self'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types default";

/// What only a header can say.
const IN_HEADERS: &str = "; frame-ancestors 'none'";

/// The policy of the page, with the servers that the browser reaches by itself.
#[must_use]
pub fn policy(others: &[String]) -> String {
    let others: String = others.iter().map(|other| format!(" {other}")).collect();
    [BEFORE_CONNECT, &others, AFTER_CONNECT, IN_HEADERS].concat()
}

/// The policy of an answer of a service: were it shown as a page, it could do nothing.
pub(crate) const ANSWER_POLICY: &str = "default-src 'none'; sandbox";

/// What the page and its files carry besides the policy.
pub const PAGE: [(&str, &str); 2] = [
    ("Cross-Origin-Opener-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

/// What every answer carries.
pub(crate) const EVERYWHERE: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

/// All that a page and its files carry, with the servers that the browser reaches by itself. How long they are kept is told
/// apart.
#[must_use]
pub fn of_page(others: &[String]) -> Vec<(&'static str, String)> {
    let rest = PAGE.iter().chain(&EVERYWHERE);
    let rest = rest.map(|(name, value)| (*name, (*value).to_owned()));
    let policy = ("Content-Security-Policy", policy(others));
    std::iter::once(policy).chain(rest).collect()
}

/// How long a file is kept that has a hash of its content in its name.
pub const KEPT: &str = "public, max-age=31536000, immutable";

/// How long every other file is kept: it is asked for each time.
pub const ASKED_FOR: &str = "no-cache";
