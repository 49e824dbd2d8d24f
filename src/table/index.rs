//! Which rows are shown, in which order.

use rows::{Column, Direction, Filter, RowIndex, Sort};

use super::cells::age::time_to_sort_by;
use super::resources::Resources;
use super::sort::SortOrder;
use super::taken::Taken;
use crate::i18n::{I18n, Language, compatible, ranks};

/// Rows that are ready to be filtered and sorted.
#[derive(Default)]
pub(super) struct Index {
    rows: RowIndex,
    /// The keys of the columns that can be sorted by.
    columns: Vec<&'static str>,
}

impl Index {
    /// Makes rows ready: every text is taken once; reacts to the language.
    pub(super) fn new(resources: &dyn Resources, words: I18n) -> Self {
        let language = words.language();
        if resources.count() == 0 {
            return Self::default();
        }
        let (mut names, mut columns, mut searched) = (Vec::new(), Vec::new(), Vec::new());
        for (column, shape) in resources.shapes().into_iter().enumerate() {
            if let Some(key) = shape.heading.as_ref().and_then(|heading| heading.key) {
                names.push(key);
                columns.push(prepare(resources, column, language));
            }
            if shape.is_searched {
                searched.push(column);
            }
        }
        let places = 0..resources.count();
        let search: Vec<Box<str>> = places
            .clone()
            .map(|place| search_text(resources, place, &searched, words))
            .collect();
        let keys = places.map(|place| resources.key(place).into_boxed_str());
        // Every column was made of as many values as there are rows.
        let rows = RowIndex::new(keys.collect(), columns, &search).unwrap_or_default();
        Self {
            rows,
            columns: names,
        }
    }

    pub(super) fn rows(&self) -> &RowIndex {
        &self.rows
    }

    /// What tells a row from others over refreshes.
    pub(super) fn key(&self, place: u32) -> Option<&str> {
        self.rows.key(place)
    }

    /// Places of the rows that hold every word of the filter, in order.
    pub(super) fn view(&self, filter: &str, order: Option<&SortOrder>) -> Vec<u32> {
        let sort = order.and_then(|order| {
            let direction = if order.descending {
                Direction::Descending
            } else {
                Direction::Ascending
            };
            let column = self.columns.iter().position(|name| *name == order.column)?;
            Some(Sort { column, direction })
        });
        self.rows
            .view(&Filter::new(&compatible(filter.to_owned())), sort)
    }
}

/// Everything that the filter looks through, one text after the other.
fn search_text(resources: &dyn Resources, place: u32, columns: &[usize], words: I18n) -> Box<str> {
    let mut search = String::new();
    let mut add = |text: &str| {
        if !search.is_empty() {
            search.push(' ');
        }
        search.push_str(text);
    };
    for column in columns {
        if let Taken::Text(text) = resources.take(place, *column) {
            add(&text);
        }
        if let Some(said) = resources.said(place, *column) {
            add(&words.say(&said));
        }
    }
    compatible(search).into_boxed_str()
}

/// The values of a column. Texts in other scripts than Latin letters are sorted by their rank in the
/// language's own order, which only the browser knows.
fn prepare(resources: &dyn Resources, column: usize, language: Language) -> Column {
    let mut numbers = Vec::new();
    let mut words: Vec<Box<str>> = Vec::new();
    for place in 0..resources.count() {
        match resources.take(place, column) {
            Taken::Text(text) => words.push(text.into()),
            Taken::Rank(rank) => numbers.push(rank),
            Taken::Count(count) => numbers.push(count.map_or(-1, |count| count as i64)),
            Taken::Time(time) => numbers.push(time_to_sort_by(time)),
            Taken::Nothing => words.push(Box::default()),
        }
    }
    if words.is_empty() {
        return Column::Number(numbers);
    }
    if words.iter().all(|word| word.is_ascii()) {
        Column::Text(words)
    } else {
        Column::Number(ranks(&words, language))
    }
}
