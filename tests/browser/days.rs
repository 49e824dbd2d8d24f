//! Days in the person's time zone.

use image_console::browser::clock::end_of_day;
use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_day_ends_with_its_last_second_in_the_persons_own_zone() {
    let end = end_of_day("2028-02-29").expect("it is a day");
    let time = end.time().expect("it ends").milliseconds();
    let date = Date::new(&JsValue::from_f64(time as f64));
    let day = (date.get_full_year(), date.get_month() + 1, date.get_date());
    assert_eq!(day, (2028, 2, 29));
    let second = (date.get_hours(), date.get_minutes(), date.get_seconds());
    assert_eq!(second, (23, 59, 59));
    assert!(end.to_string().ends_with(":59.000Z"), "{end}");
}

#[wasm_bindgen_test]
fn what_is_no_day_has_no_end() {
    for text in [
        "",
        "2027-02-29",
        "2027-1-1",
        "31.01.2027",
        "forever",
        "2027-01-31T00:00:00Z",
    ] {
        assert_eq!(end_of_day(text), None, "{text}");
    }
}
