//! The program, started as the scripts start it.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::*;

fn run(dist: &Path, out: &Path, more: &[&str]) -> Output {
    let deploy = repository().join("deploy");
    let licence = repository().join("LICENSE");
    let mut command = Command::new(env!("CARGO_BIN_EXE_archive"));
    command.args([Path::new("--dist"), dist, Path::new("--deploy"), &deploy]);
    command.args([Path::new("--licence"), &licence, Path::new("--out"), out]);
    command.args(more).output().unwrap()
}

#[test]
fn the_archive_lies_beside_its_sum() {
    let out = empty("out");
    let output = run(
        &console("written", false),
        &out,
        &["--name", "image-console-1.2.3", "--time", "1764345600"],
    );
    assert!(output.status.success(), "{output:?}");
    let archive = std::fs::read(out.join("image-console-1.2.3.tar.gz")).unwrap();
    let sum = std::fs::read_to_string(out.join("image-console-1.2.3.tar.gz.sha256")).unwrap();
    assert_eq!(
        sum,
        format!("{}  image-console-1.2.3.tar.gz\n", archive::sum(&archive))
    );
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(told.lines().count(), 2, "{told}");
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_written() {
    let dist = console("refused", false);
    for (more, told) in [
        (&["--time", "1"][..], "--name is missing"),
        (&["--name", "a"], "--time is missing"),
        (&["--name", "../a", "--time", "1"], "--name takes letters"),
        (&["--name", "..", "--time", "1"], "--name takes letters"),
        (&["--name", "", "--time", "1"], "--name takes letters"),
        (&["--name", "a", "--time", "now"], "--help lists"),
    ] {
        let out = empty("refused-out");
        let output = run(&dist, &out, more);
        assert_eq!(output.status.code(), Some(2), "{more:?}");
        let words = String::from_utf8_lossy(&output.stderr);
        assert!(words.contains(told), "{more:?}: {words}");
        assert_eq!(std::fs::read_dir(&out).unwrap().count(), 0, "{more:?}");
    }
}

#[test]
fn a_console_that_was_not_built_is_told() {
    let output = run(
        &empty("not-built"),
        &empty("not-built-out"),
        &["--name", "a", "--time", "1"],
    );
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(words.contains("build it first"), "{words}");
}
