//! The place of a server that leads to a service, as nginx and Caddy have it: told once for the whole
//! configuration that is written, and for the lines that the connection check offers where one is missing.

mod caddy;
mod nginx;
mod route;
mod template;

pub use caddy::{caddy_location, caddy_name};
pub use nginx::{
    nginx_asked, nginx_location, nginx_named, nginx_server_name, nginx_token_calls, nginx_upstream,
};
pub use route::{Calls, Route};
pub use template::{each, fill, literal};

/// What the server answers where no service is; the key `proxy` tells it from those of every service.
pub const NO_SERVICE: &str = r#"{"proxy":"No service of config.json is at this path."}"#;

/// How services are told who asks. The browser's own name stays behind.
pub const USER_AGENT: &str = "Image-Console";
