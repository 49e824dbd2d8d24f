//! Times in the page: what is shown of them, and what stands behind.

use cloud_api::Timestamp;
use image_console::browser::clock::provide_clock;
use image_console::i18n::{Language, age, exact_time, moment, provide_i18n};
use image_console::table::cells::age::age_cell;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

const HOUR: i64 = 3_600_000;

fn at(milliseconds: i64) -> Timestamp {
    Timestamp::from_milliseconds(milliseconds)
}

/// Noon of a day in the zone of whoever runs this.
fn noon() -> Timestamp {
    at(js_sys::Date::parse("2026-11-27T12:00:00") as i64)
}

#[wasm_bindgen_test]
fn a_time_of_another_day_says_its_date() {
    let told = |time: Timestamp| moment(time, noon(), Language::English);
    assert_eq!(told(noon()), "12:00:00");
    assert_eq!(told(noon().plus_milliseconds(-11 * HOUR)), "01:00:00");
    let yesterday = told(noon().plus_milliseconds(-14 * HOUR));
    assert!(
        yesterday.contains("26") && yesterday.contains("22:00:00"),
        "{yesterday}"
    );
    let last_year = told(noon().plus_milliseconds(-365 * 24 * HOUR));
    assert!(last_year.contains("2025"), "{last_year}");
}

#[wasm_bindgen_test]
fn an_exact_time_names_its_zone_in_both_languages() {
    for language in [Language::English, Language::Chinese] {
        let exact = exact_time(noon(), language);
        let is_zone =
            |word: &str| word.len() > 1 && word.chars().take(2).all(|it| it.is_ascii_uppercase());
        assert!(
            exact.contains("12:00:00") && exact.contains("2026"),
            "{exact}"
        );
        assert!(exact.split(' ').any(is_zone), "{exact}");
    }
}

#[wasm_bindgen_test]
fn a_time_that_no_calendar_reaches_is_no_end_of_the_console() {
    assert_eq!(exact_time(at(i64::MAX), Language::English), "");
    assert_eq!(moment(at(i64::MIN), noon(), Language::English), "");
}

#[wasm_bindgen_test]
async fn behind_an_age_stands_the_exact_time_for_programs_for_the_mouse_and_for_readers() {
    let screen = Screen::mount(|| {
        provide_i18n();
        provide_clock();
        age_cell("2026-01-02T03:04:05Z")
    });
    screen.shows(" ago").await;
    let time = screen.get("time");
    let exact = exact_time(at(1_767_323_045_000), Language::English);
    assert_eq!(
        time.get_attribute("datetime").as_deref(),
        Some("2026-01-02T03:04:05.000Z")
    );
    assert_eq!(time.get_attribute("title"), Some(exact.clone()));
    assert!(
        time.text_content()
            .unwrap()
            .ends_with(&format!(" ({exact})"))
    );
}

#[wasm_bindgen_test]
fn chinese_times_are_written_as_the_clouds_write_them() {
    let told = |hours: i64| {
        age(
            noon().plus_milliseconds(-hours * HOUR),
            noon(),
            Language::Chinese,
        )
    };
    assert_eq!(told(7 * 24), "7 天前");
    let yesterday = moment(
        noon().plus_milliseconds(-14 * HOUR),
        noon(),
        Language::Chinese,
    );
    assert_eq!(yesterday, "2026/11/26 22:00:00");
    let exact = exact_time(noon(), Language::Chinese);
    assert!(exact.starts_with("2026/11/27 "), "{exact}");
}
