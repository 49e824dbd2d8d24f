//! The built console: files read once, with the headers that its pages need.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Response, StatusCode, header};
use sha2::{Digest as _, Sha256};

use crate::arguments::Problem;

/// What every page answer carries: the same as behind the servers that the project has a configuration for.
static HEADERS: LazyLock<HeaderMap> = LazyLock::new(|| {
    let mut headers = proxies::of_page(&[]);
    headers.push(("Cache-Control", proxies::ASKED_FOR.to_owned()));
    let written = headers
        .into_iter()
        .filter_map(|(name, value)| Some((name.parse().ok()?, value.parse().ok()?)));
    written.collect()
});

/// The file of whoever runs a console.
const CONFIG: &str = "config.json";

/// What a site without one is set up for: the simulated people have passwords.
const OWN_CONFIG: &[u8] = br#"{ "password_sign_in": true }"#;

/// A file as it is served.
struct File {
    content: Bytes,
    mime: &'static str,
    tag: String,
}

/// The files of the console by path. Read at start, so no request ever names a file of the machine.
pub struct Site {
    files: BTreeMap<String, File>,
    /// The folders that lie at the top.
    folders: BTreeSet<String>,
}

impl Site {
    /// Reads a folder.
    pub fn open(folder: &Path) -> Result<Self, Problem> {
        let mut files = BTreeMap::new();
        let not_a_site = |_| Problem::Site(folder.to_owned());
        read_folder(folder, folder, &mut files).map_err(not_a_site)?;
        if files.contains_key("index.html") {
            files
                .entry(CONFIG.to_owned())
                .or_insert_with(|| file(CONFIG, OWN_CONFIG.into()));
            let folder = |name: &String| name.split_once('/').map(|(folder, _)| folder.to_owned());
            let folders = files.keys().filter_map(folder).collect();
            Ok(Self { files, folders })
        } else {
            Err(Problem::Site(folder.to_owned()))
        }
    }

    /// A file, or the page itself for an address inside the console.
    pub fn answer(&self, method: &str, path: &str, headers: &HeaderMap) -> Response<Body> {
        if method != "GET" && method != "HEAD" {
            return plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD");
        }
        let name = path.trim_start_matches('/');
        let file = match self.files.get(name) {
            Some(file) => file,
            None if self.could_be_file(name) => {
                return plain(StatusCode::NOT_FOUND, "No such file");
            }
            None => match self.files.get("index.html") {
                Some(file) => file,
                None => return plain(StatusCode::NOT_FOUND, "No such file"),
            },
        };
        let known = headers
            .get(header::IF_NONE_MATCH)
            .and_then(|tag| tag.to_str().ok());
        let is_known = known.is_some_and(|known| {
            known
                .split(',')
                .any(|tag| tag.trim() == file.tag || tag.trim() == "*")
        });
        let mut builder = Response::builder()
            .status(if is_known {
                StatusCode::NOT_MODIFIED
            } else {
                StatusCode::OK
            })
            .header(header::CONTENT_TYPE, file.mime)
            .header(header::ETAG, &file.tag);
        for (name, value) in &*HEADERS {
            builder = builder.header(name, value);
        }
        let body = if is_known || method == "HEAD" {
            Bytes::new()
        } else {
            file.content.clone()
        };
        builder
            .body(Body::from(body))
            .unwrap_or_else(|_| plain(StatusCode::INTERNAL_SERVER_ERROR, "Not answerable"))
    }
}

impl Site {
    /// Whether a name that no file has is missed as a file: organizations and repositories may be called
    /// like one (`next.js`), but no address of the console lies in a folder that was built.
    fn could_be_file(&self, name: &str) -> bool {
        let is_place_of_files = match name.split_once('/') {
            Some((folder, _)) => self.folders.contains(folder),
            None => true,
        };
        is_place_of_files && mime(name) != UNKNOWN
    }
}

/// A short answer in words.
pub fn plain(status: StatusCode, text: &'static str) -> Response<Body> {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().extend(HEADERS.clone());
    let words = header::HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, words);
    response
}

fn read_folder(
    root: &Path,
    folder: &Path,
    files: &mut BTreeMap<String, File>,
) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            read_folder(root, &path, files)?;
            continue;
        }
        let content = std::fs::read(&path)?;
        let Ok(name) = path.strip_prefix(root) else {
            continue;
        };
        let name = name.to_string_lossy().replace('\\', "/");
        let file = file(&name, content);
        files.insert(name, file);
    }
    Ok(())
}

fn file(name: &str, content: Vec<u8>) -> File {
    let hash: String = Sha256::digest(&content)
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    File {
        content: content.into(),
        mime: mime(name),
        tag: format!("\"{hash}\""),
    }
}

const UNKNOWN: &str = "application/octet-stream";

fn mime(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("xml") => "application/xml",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("wasm") => "application/wasm",
        _ => UNKNOWN,
    }
}
