//! Texts made comparable: one form for what looks alike, and the language's own order.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use words::Language;

use super::format::locale;
use crate::browser::console::note;

/// The text in compatible form (NFKC): full-width letters become ordinary ones, ligatures fall
/// apart.
#[must_use]
pub fn compatible(text: String) -> String {
    if text.is_ascii() {
        return text;
    }
    JsString::from(text).normalize("NFKC").into()
}

/// The place of each text in the language's order; equal ones share it.
#[must_use]
pub fn ranks(texts: &[Box<str>], language: Language) -> Vec<i64> {
    let sorted = sorted(texts, language);
    let mut ranks = BTreeMap::new();
    for text in sorted {
        let next = ranks.len() as i64;
        ranks.entry(text).or_insert(next);
    }
    texts
        .iter()
        .map(|text| ranks.get(&**text).copied().unwrap_or(i64::MAX))
        .collect()
}

fn sorted(texts: &[Box<str>], language: Language) -> Vec<String> {
    let array: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
    let compare = Intl::Collator::new(&locale(language), &Object::new()).compare();
    // Called without a detour for each comparison, which a closure of ours would take.
    let sort = Reflect::get(&array, &"sort".into())
        .ok()
        .and_then(|sort| sort.dyn_into::<Function>().ok());
    if let Some(sort) = sort
        && let Err(refusal) = sort.call1(&array, &compare)
    {
        note("names stay in the order of their characters", &refusal);
    }
    array.iter().filter_map(|text| text.as_string()).collect()
}
