//! A server as its own process, and the barest of clients.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

/// A running server; it ends with the test.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.child.kill().is_ok() {
            drop(self.child.wait());
        }
    }
}

/// A small site.
pub fn site(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(
        folder.join("index.html"),
        "<!doctype html><title>the console</title>",
    )
    .unwrap();
    std::fs::write(folder.join("app.wasm"), b"\0asm").unwrap();
    std::fs::create_dir_all(folder.join("a/b")).unwrap();
    std::fs::write(folder.join("a/b/there.txt"), "there").unwrap();
    folder
}

/// Starts a server on a free port.
pub fn start(name: &str, more: &[&str]) -> Server {
    let mut child = Command::new(env!("CARGO_BIN_EXE_simulator"))
        .args(["--listen", "127.0.0.1:0", "--site"])
        .arg(site(name))
        .args(more)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .trim()
        .trim_start_matches("Listening on http://")
        .trim_end_matches('/');
    Server {
        address: address.to_owned(),
        child,
    }
}

/// Sends a request without a body and gives all that comes back.
pub fn ask(server: &Server, request_line: &str, headers: &str) -> String {
    ask_naming(
        server,
        request_line,
        &format!("Host: localhost\r\n{headers}"),
    )
}

/// The same without a host of its own.
pub fn ask_naming(server: &Server, request_line: &str, headers: &str) -> String {
    let mut connection = TcpStream::connect(&server.address).unwrap();
    write!(
        connection,
        "{request_line} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    // A connection that is broken on purpose still gives what had arrived.
    drop(connection.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends a request with a body and gives all that comes back.
pub fn ask_with_body(server: &Server, request_line: &str, headers: &str, body: &[u8]) -> String {
    let length = body.len();
    let mut connection = TcpStream::connect(&server.address).unwrap();
    write!(
        connection,
        "{request_line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n"
    )
    .unwrap();
    // A server that refuses a body does not read all of it.
    drop(connection.write_all(body));
    let mut answer = Vec::new();
    drop(connection.read_to_end(&mut answer));
    String::from_utf8_lossy(&answer).into_owned()
}
