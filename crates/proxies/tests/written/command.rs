//! The program, started as a person starts it.

use std::path::PathBuf;
use std::process::{Command, Output};

fn config(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("{name}.json"));
    std::fs::write(&path, text).unwrap();
    path
}

fn run(config: &std::path::Path, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proxies"));
    command.arg("--config").arg(config).args(options);
    command.output().unwrap()
}

/// What is told of a command line or a file that is wrong.
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const OTC: &str = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-de"]}]}"#;

#[test]
fn a_wrong_file_is_told_by_place_and_correction() {
    let text = r#"{"clouds":[{"preset":"open-telekom-cloud","regions":["eu-uk"]}]}"#;
    let output = run(
        &config("wrong-region", text),
        &["nginx", "--site", "/srv/x"],
    );
    let told = refused(&output);
    assert!(told.contains("config.json has to be corrected"), "{told}");
    assert!(told.contains("clouds[0].regions[0]"), "{told}");
    assert!(told.contains("does not know this region"), "{told}");
}

#[test]
fn a_file_without_a_cloud_leads_nowhere() {
    let output = run(&config("empty", "{}"), &["caddy", "--site", "/srv/x"]);
    assert!(refused(&output).contains("names no cloud"));
}

#[test]
fn nothing_that_means_something_to_a_server_gets_into_a_configuration() {
    let config = config("hostile", OTC);
    for (options, told) in [
        (
            ["--site", "/srv/x; include /etc/passwd"],
            "a path has to be absolute",
        ),
        (["--site", "/srv/$host"], "a path has to be absolute"),
        (["--site", "srv"], "a path has to be absolute"),
        (
            ["--mount", "/a{}/"],
            "a mount point begins and ends with a slash",
        ),
        (
            ["--mount", "/console"],
            "a mount point begins and ends with a slash",
        ),
        (
            ["--mount", "/../"],
            "a mount point begins and ends with a slash",
        ),
        (
            ["--mount", "//"],
            "a mount point begins and ends with a slash",
        ),
        (["--name", "*"], "--name takes the name of a server"),
        (["--name", "a b"], "--name takes the name of a server"),
        (
            ["--name", "images.example.com:443"],
            "--name takes the name of a server",
        ),
        (["--name", ""], "--name takes the name of a server"),
        (["--name", "::1"], "--name takes the name of a server"),
        (["--name", "[::1"], "--name takes the name of a server"),
        (["--name", "[0::1]"], "--name takes the name of a server"),
        (["--trusted", "ca.pem"], "a path has to be absolute"),
    ] {
        let all = [&["nginx", "--site", "/srv/x"][..], &options[..]].concat();
        let output = run(&config, &all);
        let words = refused(&output);
        assert!(words.contains(told), "{options:?}: {words}");
    }
}

#[test]
fn a_certificate_comes_with_its_key() {
    let config = config("certificate", OTC);
    let both = [
        "--certificate",
        "/etc/ssl/chain.pem",
        "--key",
        "/etc/ssl/key.pem",
    ];
    let base = ["nginx", "--site", "/srv/x", "--listen", "0.0.0.0:443"];
    let told = refused(&run(&config, &[&base[..], &both[..2]].concat()));
    assert!(told.contains("--key is missing"), "{told}");
    let output = run(&config, &[&base[..], &both[..]].concat());
    let written = String::from_utf8(output.stdout).unwrap();
    assert!(written.contains("listen 0.0.0.0:443 ssl http2;"));
    assert!(written.contains("ssl_certificate /etc/ssl/chain.pem;"));
}

#[test]
fn an_address_of_either_version_is_answered_under_itself() {
    let config = config("own-address", OTC);
    for (arguments, name) in [
        (["--listen", "127.0.0.2:8080"], r"127\.0\.0\.2"),
        (["--listen", "[::1]:8080"], r"\[::1\]"),
        (["--name", "[::1]"], r"\[::1\]"),
    ] {
        let all = [&["nginx", "--site", "/srv/x"][..], &arguments[..]].concat();
        let output = run(&config, &all);
        let written = String::from_utf8(output.stdout).unwrap();
        let asked = format!("\"~^{name}$\" 1;");
        assert!(written.contains(&asked), "{arguments:?}: {written}");
    }
}
