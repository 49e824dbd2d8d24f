//! A column as data: its heading, what it is sorted, searched and exported by, its cells, its width.

use std::borrow::Cow;

use leptos::prelude::*;

use super::cells::plain::plain_cell;
use super::choice::{Choice, Choosing, Chosen};
use super::heading::{Align, Heading, OnCard, Room};
use super::taken::Taken;
use crate::i18n::Message;

/// What a column is apart from its resources.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Its heading; a column without one is not seen.
    pub(super) heading: Option<Heading>,
    /// What it is called in the details of a row, when it is told there alone.
    pub(super) detail: Option<Message>,
    /// Whether the filter looks through it.
    pub(super) is_searched: bool,
    /// Its name in an export, when it is exported.
    pub(super) exported: Option<&'static str>,
    /// What the entry of a row's menu is called that copies it, when there is one.
    pub(super) copied: Option<fn() -> Message>,
}

/// How it is taken.
enum Value<T> {
    Nothing,
    Text(fn(&T) -> &str),
    Words(fn(&T) -> String),
    Rank(fn(&T) -> i64),
    Count(fn(&T) -> Option<u64>),
    Time(fn(&T) -> &str),
}

/// What an export holds of a resource.
enum ExportValue<T> {
    Text(fn(&T) -> &str),
    Words(fn(&T) -> String),
}

/// What a cell shows of a resource.
type Cell<T> = Box<dyn Fn(&T) -> AnyView>;

/// A column of a table of resources.
///
/// It is sorted by what it takes. Without a [`cell`](Self::cell) of its own it shows that: an
/// untrusted text, a count, an age.
pub struct Column<T> {
    pub(super) shape: Shape,
    value: Value<T>,
    exported: Option<ExportValue<T>>,
    copied: Option<fn(&T) -> String>,
    cell: Option<Cell<T>>,
    choice: Option<Box<dyn Choosing<T>>>,
    said: Option<fn(&T) -> Option<Message>>,
}

/// Compiled once for all tables, and not anew in every list of columns.
impl Shape {
    #[inline(never)]
    fn unseen() -> Self {
        Self {
            heading: None,
            detail: None,
            is_searched: false,
            exported: None,
            copied: None,
        }
    }

    #[inline(never)]
    fn headed(key: Option<&'static str>, title: Message, align: Align) -> Self {
        let heading = Heading {
            key,
            title,
            align,
            minimum: 7.0,
            grow: 1.0,
            on_card: OnCard::Below,
            room: Room::Kept,
        };
        Self {
            heading: Some(heading),
            ..Self::unseen()
        }
    }

    #[inline(never)]
    fn widen(&mut self, minimum: f32, grow: f32) {
        if let Some(heading) = &mut self.heading {
            heading.minimum = minimum;
            heading.grow = grow;
        }
    }

    #[inline(never)]
    fn leave_room(&mut self) {
        if let Some(heading) = &mut self.heading {
            heading.room = Room::Left;
        }
    }

    #[inline(never)]
    fn stand_on_card(&mut self, on_card: OnCard) {
        if let Some(heading) = &mut self.heading {
            heading.on_card = on_card;
        }
    }
}

impl<T> Column<T> {
    #[inline(never)]
    fn with(shape: Shape) -> Self {
        Self {
            shape,
            value: Value::Nothing,
            exported: None,
            copied: None,
            cell: None,
            choice: None,
            said: None,
        }
    }

    fn headed(key: Option<&'static str>, title: Message, align: Align) -> Self {
        Self::with(Shape::headed(key, title, align))
    }

    /// A column of words that can be sorted by; `key` is its name in the address.
    #[must_use]
    #[inline(never)]
    pub fn text(key: &'static str, title: Message) -> Self {
        Self::headed(Some(key), title, Align::Start)
    }

    /// A column of numbers or times that can be sorted by.
    #[must_use]
    #[inline(never)]
    pub fn number(key: &'static str, title: Message) -> Self {
        Self::headed(Some(key), title, Align::End)
    }

    /// A column that cannot be sorted by.
    #[must_use]
    pub fn plain(title: Message) -> Self {
        Self::headed(None, title, Align::Start)
    }

    /// A column that is searched or exported and not seen.
    #[must_use]
    pub fn unseen() -> Self {
        Self::with(Shape::unseen())
    }

    /// A column that is told in the details of a row alone, where its export is not empty.
    #[must_use]
    #[inline(never)]
    pub fn detail(title: Message) -> Self {
        let mut column = Self::unseen();
        column.shape.detail = Some(title);
        column
    }

    fn taking(mut self, value: Value<T>) -> Self {
        self.value = value;
        self
    }

    /// Takes a text of the resource.
    #[must_use]
    #[inline(never)]
    pub fn of(self, text: fn(&T) -> &str) -> Self {
        self.taking(Value::Text(text))
    }

    /// Takes a text that is put together.
    #[must_use]
    #[inline(never)]
    pub fn of_words(self, words: fn(&T) -> String) -> Self {
        self.taking(Value::Words(words))
    }

    /// Takes a place in an order, the smallest first; it needs cells of its own.
    #[must_use]
    #[inline(never)]
    pub fn of_rank(self, rank: fn(&T) -> i64) -> Self {
        self.taking(Value::Rank(rank))
    }

    /// Takes how many; what is not known comes first.
    #[must_use]
    #[inline(never)]
    pub fn of_count(self, count: fn(&T) -> Option<u64>) -> Self {
        self.taking(Value::Count(count))
    }

    /// Takes a time as the service writes it; what is no time comes first.
    #[must_use]
    #[inline(never)]
    pub fn of_time(self, time: fn(&T) -> &str) -> Self {
        self.taking(Value::Time(time))
    }

    /// The filter looks through its text.
    #[must_use]
    #[inline(never)]
    pub fn searched(mut self) -> Self {
        self.shape.is_searched = true;
        self
    }

    /// The same, and through the words in which its cells say it, where they do.
    #[must_use]
    #[inline(never)]
    pub fn searched_as(self, said: fn(&T) -> Option<Message>) -> Self {
        let said = Some(said);
        Self { said, ..self }.searched()
    }

    /// An export holds `value` under the API's own name of it, the same in every language.
    #[must_use]
    #[inline(never)]
    pub fn exported(mut self, name: &'static str, value: fn(&T) -> &str) -> Self {
        self.shape.exported = Some(name);
        self.exported = Some(ExportValue::Text(value));
        self
    }

    /// The same of a value that is no text; an empty one where the service told none.
    #[must_use]
    #[inline(never)]
    pub fn exported_words(mut self, name: &'static str, value: fn(&T) -> String) -> Self {
        self.shape.exported = Some(name);
        self.exported = Some(ExportValue::Words(value));
        self
    }

    /// The menu of a row copies `text`, where it is not empty, under these words.
    #[must_use]
    #[inline(never)]
    pub fn copied(mut self, words: fn() -> Message, text: fn(&T) -> String) -> Self {
        self.shape.copied = Some(words);
        self.copied = Some(text);
        self
    }

    /// Something is chosen in its cells, which show how it is before what they show besides.
    #[must_use]
    pub fn choosing(mut self, choice: Choice<T>) -> Self
    where
        T: 'static,
    {
        self.choice = Some(Box::new(choice));
        self
    }

    /// What its cells show.
    #[must_use]
    pub fn cell(self, cell: impl Fn(&T) -> AnyView + 'static) -> Self {
        self.with_cell(Box::new(cell))
    }

    #[inline(never)]
    fn with_cell(mut self, cell: Cell<T>) -> Self {
        self.cell = Some(cell);
        self
    }

    /// Never narrower than `minimum` rem; of the width that is left it gets `grow` shares.
    #[must_use]
    #[inline(never)]
    pub fn wide(mut self, minimum: f32, grow: f32) -> Self {
        self.shape.widen(minimum, grow);
        self
    }

    /// Where a table has less room than on a desk it leaves its own to the others, so that no table
    /// scrolls sideways; the panel of the row tells it.
    #[must_use]
    #[inline(never)]
    pub fn leaves_room(mut self) -> Self {
        self.shape.leave_room();
        self
    }

    /// On a narrow screen, where a row is a card, it stands beside the row's header: it answers what a
    /// person looks for. A table without such a column has no cards.
    #[must_use]
    #[inline(never)]
    pub fn fact(mut self) -> Self {
        self.shape.stand_on_card(OnCard::Fact);
        self
    }

    /// On such a card its heading stands before it, as before every number.
    #[must_use]
    #[inline(never)]
    pub fn named(mut self) -> Self {
        self.shape.stand_on_card(OnCard::Named);
        self
    }

    /// On such a card it has a line of its own, for what is longer than half of one.
    #[must_use]
    #[inline(never)]
    pub fn own_line(mut self) -> Self {
        self.shape.stand_on_card(OnCard::Line);
        self
    }

    /// On such a card it has two lines of its own, in which its words break.
    #[must_use]
    #[inline(never)]
    pub fn own_lines(mut self) -> Self {
        self.shape.stand_on_card(OnCard::TwoLines);
        self
    }

    pub(super) fn take<'a>(&self, resource: &'a T) -> Taken<'a> {
        match self.value {
            Value::Nothing => Taken::Nothing,
            Value::Text(text) => Taken::Text(Cow::Borrowed(text(resource))),
            Value::Words(words) => Taken::Text(Cow::Owned(words(resource))),
            Value::Rank(rank) => Taken::Rank(rank(resource)),
            Value::Count(count) => Taken::Count(count(resource)),
            Value::Time(time) => Taken::Time(time(resource)),
        }
    }

    pub(super) fn said(&self, resource: &T) -> Option<Message> {
        self.said.and_then(|said| said(resource))
    }

    pub(super) fn export(&self, resource: &T) -> String {
        match &self.exported {
            None => String::new(),
            Some(ExportValue::Text(text)) => text(resource).to_owned(),
            Some(ExportValue::Words(words)) => words(resource),
        }
    }

    pub(super) fn copy(&self, resource: &T) -> String {
        self.copied.map_or_else(String::new, |text| text(resource))
    }

    pub(super) fn chosen<'a>(&'a self, resource: &'a T) -> Option<Box<dyn Chosen + 'a>> {
        let choice = self.choice.as_ref()?;
        Some(choice.of(resource))
    }

    pub(super) fn content(&self, resource: &T) -> AnyView {
        match &self.cell {
            Some(cell) => cell(resource),
            None if self.choice.is_some() => ().into_any(),
            None => plain_cell(self.take(resource)),
        }
    }
}
