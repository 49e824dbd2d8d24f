//! Rows as files for other programs.

use proptest::prelude::*;
use rows::{Export, Separator};

const HEAD: [&str; 2] = ["name", "cause"];

fn row(name: &str, cause: &str) -> Vec<String> {
    vec![name.to_owned(), cause.to_owned()]
}

fn export(rows: &[Vec<String>]) -> Export<'static> {
    Export {
        about: Vec::new(),
        head: HEAD.to_vec(),
        rows: rows.to_vec(),
    }
}

/// A CSV file behind its byte order mark, which a reader of UTF-8 takes off.
fn written(export: &Export<'_>, separator: Separator) -> String {
    let file = rows::csv(export, separator);
    let behind = file.strip_prefix('\u{feff}');
    behind.expect("spreadsheets need the mark").to_owned()
}

fn csv(rows: &[Vec<String>]) -> String {
    written(&export(rows), Separator::Comma)
}

fn json(rows: &[Vec<String>]) -> String {
    rows::json(&export(rows))
}

/// What a program that knows RFC 4180 reads.
fn read(file: &str, separator: char) -> Vec<Vec<String>> {
    let (mut rows, mut cells, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut characters = file.chars().peekable();
    while let Some(character) = characters.next() {
        match (is_quoted, character) {
            (true, '"') if characters.next_if_eq(&'"').is_some() => cell.push('"'),
            (true, '"') => is_quoted = false,
            (false, '"') => is_quoted = true,
            (false, it) if it == separator => cells.push(std::mem::take(&mut cell)),
            (false, '\r') => {
                assert_eq!(characters.next(), Some('\n'), "a line ends with both");
                cells.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut cells));
            }
            (_, other) => cell.push(other),
        }
    }
    assert!(cell.is_empty() && cells.is_empty(), "the last line ends");
    rows
}

#[test]
fn without_rows_there_is_the_head_alone() {
    assert_eq!(csv(&[]), "name,cause\r\n");
    assert_eq!(json(&[]), "{\n\"about\":{\n},\n\"rows\":[\n]\n}\n");
}

#[test]
fn plain_cells_stay_plain() {
    let rows = [row("harbor-a", "SERVER_ERROR")];
    assert_eq!(csv(&rows), "name,cause\r\nharbor-a,SERVER_ERROR\r\n");
    assert_eq!(
        json(&rows),
        "{\n\"about\":{\n},\n\"rows\":[\n{\"name\":\"harbor-a\",\"cause\":\"SERVER_ERROR\"}\n]\n}\n"
    );
}

#[test]
fn quotes_commas_and_line_breaks_are_quoted() {
    let rows = [row("a \"b\"", "one,\r\ntwo")];
    assert_eq!(
        csv(&rows),
        "name,cause\r\n\"a \"\"b\"\"\",\"one,\r\ntwo\"\r\n"
    );
}

#[test]
fn a_formula_gets_an_apostrophe_in_front() {
    for formula in [
        "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "＋1", "－1", "＠x",
    ] {
        let file = csv(&[row(formula, "")]);
        assert_eq!(file, format!("name,cause\r\n'{formula},\r\n"));
    }
}

#[test]
fn a_formula_that_must_be_quoted_has_its_apostrophe_inside() {
    let file = csv(&[row("=HYPERLINK(\"x\",\"y\")", "\rz")]);
    assert_eq!(
        file,
        "name,cause\r\n\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\"'\rz\"\r\n"
    );
}

#[test]
fn control_characters_and_quotes_are_written_as_json_wants_them() {
    let rows = [row("\0\t\n\u{10}\u{1f} ", "\"\\\u{7f}")];
    assert_eq!(
        json(&rows),
        "{\n\"about\":{\n},\n\"rows\":[\n{\"name\":\"\\u0000\\u0009\\u000a\\u0010\\u001f \",\"cause\":\"\\\"\\\\\u{7f}\"}\n]\n}\n"
    );
}

/// What a spreadsheet finds where any of these separate columns: a quotation mark counts at the
/// beginning of a cell alone, and what stands behind the closing one belongs to the cell.
fn spread(file: &str, separators: &[char]) -> Vec<String> {
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut is_quoted, mut is_beginning) = (false, true);
    let mut characters = file.chars().peekable();
    while let Some(character) = characters.next() {
        match (is_quoted, character) {
            (true, '"') if characters.next_if_eq(&'"').is_some() => cell.push('"'),
            (true, '"') => is_quoted = false,
            (false, '"') if is_beginning => {
                is_quoted = true;
                is_beginning = false;
            }
            (false, it) if separators.contains(&it) || "\r\n".contains(it) => {
                cells.push(std::mem::take(&mut cell));
                is_beginning = true;
            }
            (_, other) => {
                cell.push(other);
                is_beginning = false;
            }
        }
    }
    cells
}

/// Cells that would be worked out instead of shown.
fn live(file: &str, separators: &[char]) -> Vec<String> {
    let is_live = |cell: &String| {
        let cell =
            cell.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}' || it == '"');
        cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    };
    spread(file, separators)
        .into_iter()
        .filter(is_live)
        .collect()
}

const SEPARATORS: [&[char]; 6] = [
    &[','],
    &[';'],
    &['\t'],
    &[',', ';'],
    &[';', '\t'],
    &[',', ';', '\t'],
];

#[test]
fn no_formula_lives_where_a_semicolon_or_a_tab_separates() {
    for cell in [
        "boom;=cmd|' /C calc'!A0",
        "boom;\"=cmd",
        "boom; =1+1",
        "boom\t=1+1",
        "boom\t\"\"+1",
        "a,b;@SUM(A1)",
        "one\n=1+1",
        "one\r\n-1",
        "\u{feff}=1+1",
        "one;\u{feff}＝1",
        "\u{200b}=1",
    ] {
        for separators in SEPARATORS {
            for cells in [row(cell, "x"), row("x", cell)] {
                for separator in [Separator::Comma, Separator::Semicolon] {
                    let file = written(&export(std::slice::from_ref(&cells)), separator);
                    assert_eq!(
                        live(&file, separators),
                        Vec::<String>::new(),
                        "{file:?} {separators:?}"
                    );
                }
            }
        }
    }
}

fn told() -> Export<'static> {
    Export {
        about: vec![
            ("cloud", "https://console.example".to_owned()),
            ("filter", "=1+1; \"x\"".to_owned()),
        ],
        head: vec!["name", "cause", "最近"],
        rows: vec![vec!["a;b".to_owned(), "c,d".to_owned(), "失败".to_owned()]],
    }
}

#[test]
fn what_is_told_of_the_whole_stands_above_the_table_in_rows_as_wide() {
    let file = written(&told(), Separator::Comma);
    assert_eq!(
        file,
        "cloud,https://console.example,\r\n\
         filter,\"'=1+1; \"\"x\"\"\",\r\n\
         ,,\r\n\
         name,cause,最近\r\n\
         a;b,\"c,d\",失败\r\n"
    );
    assert!(read(&file, ',').iter().all(|row| row.len() == 3));
}

#[test]
fn a_reader_that_splits_at_semicolons_finds_the_same_cells() {
    let comma = read(&written(&told(), Separator::Comma), ',');
    let semicolon = read(&written(&told(), Separator::Semicolon), ';');
    assert_eq!(comma, semicolon);
}

#[test]
fn a_table_of_one_column_has_room_for_what_is_told() {
    let export = Export {
        about: vec![("cloud", "x".to_owned())],
        head: vec!["name"],
        rows: vec![vec!["a".to_owned()]],
    };
    let file = written(&export, Separator::Comma);
    assert_eq!(file, "cloud,x\r\n,\r\nname,\r\na,\r\n");
}

#[test]
fn in_json_what_is_told_stands_beside_the_rows() {
    let read: serde_json::Value = serde_json::from_str(&rows::json(&told())).expect("JSON");
    assert_eq!(read["about"]["filter"], "=1+1; \"x\"");
    assert_eq!(read["rows"][0]["最近"], "失败");
}

#[test]
fn no_formula_lives_behind_a_comma_where_semicolons_separate() {
    let file = written(&export(&[row("a,=1+1", "x")]), Separator::Semicolon);
    assert_eq!(file, "name;cause\r\na,'=1+1;x\r\n");
}

#[test]
fn a_semicolon_before_words_stays_alone() {
    let file = csv(&[row("one; two", "a\tb")]);
    assert_eq!(file, "name,cause\r\none; two,a\tb\r\n");
}

/// Whether a text is another one with apostrophes added.
fn adds_apostrophes_only(after: &str, before: &str) -> bool {
    let mut before = before.chars().peekable();
    let is_known = |it: char| before.next_if_eq(&it).is_some() || it == '\'';
    after.chars().all(is_known) && before.next().is_none()
}

proptest! {
    #[test]
    fn no_csv_holds_a_live_formula_whatever_separates(
        rows in prop::collection::vec(prop::collection::vec("[=+@;,\"'\t\r\n a＝\u{feff}-]{0,7}", 2), 0..4)
    ) {
        for separator in [Separator::Comma, Separator::Semicolon] {
            let file = written(&export(&rows), separator);
            for separators in SEPARATORS {
                prop_assert_eq!(live(&file, separators), Vec::<String>::new(), "{:?}", file);
            }
        }
    }

    #[test]
    fn every_csv_cell_comes_back_and_none_is_a_formula(
        rows in prop::collection::vec(prop::collection::vec("[ -~\r\n\t＝＋－＠名]{0,9}", 2), 0..5)
    ) {
        let back = read(&csv(&rows), ',');
        prop_assert_eq!(back.len(), rows.len() + 1);
        for (before, after) in rows.iter().flatten().zip(back.iter().skip(1).flatten()) {
            prop_assert!(adds_apostrophes_only(after, before), "{:?} {:?}", after, before);
            prop_assert!(!after.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
        }
    }

    #[test]
    fn every_json_cell_comes_back_as_it_was(
        rows in prop::collection::vec(prop::collection::vec(any::<String>(), 2), 0..5)
    ) {
        type Read = std::collections::BTreeMap<String, serde_json::Value>;
        let mut read: Read =
            serde_json::from_str(&json(&rows)).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let read: Vec<std::collections::BTreeMap<String, String>> =
            serde_json::from_value(read.remove("rows").unwrap_or_default())
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
        let back: Vec<Vec<String>> = read
            .into_iter()
            .map(|mut object| HEAD.iter().filter_map(|name| object.remove(*name)).collect())
            .collect();
        prop_assert_eq!(back, rows);
    }
}
