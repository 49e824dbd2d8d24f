//! Patterns of names and tags.

use std::str::FromStr;

/// A pattern: `*` stands for any characters but `/`, `**` between two `/` or ends for any characters, `?`
/// for one character but `/`, and `{a,b*}` for either of several patterns (corrections §5). Harbor reads
/// the last as its library `doublestar` does.
///
/// The time that a match takes grows with pattern times text, whatever they hold: neither is followed
/// back, and alternatives are not multiplied out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glob {
    steps: Vec<Step>,
}

/// Why a text is no pattern that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GlobError {
    /// A `{` is not closed.
    #[error("a brace is not closed")]
    Unclosed,
    /// Too long, or too many braces in each other.
    #[error("it is too long or too deep")]
    TooMuch,
    /// A sign that the API's documentation does not have, though Harbor may know it.
    #[error("the sign {0:?} is not documented")]
    Undocumented(char),
    /// A regular expression, which some versions of Harbor know.
    #[error("it is a regular expression")]
    RegularExpression,
}

/// One step of a match; a step that takes a character goes on to the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Take(Class),
    /// Goes on at both.
    Either(usize, usize),
    GoTo(usize),
}

/// What one character has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Exactly(char),
    ButSlash,
    Any,
}

impl Class {
    fn takes(self, character: char) -> bool {
        match self {
            Self::Exactly(wanted) => character == wanted,
            Self::ButSlash => character != '/',
            Self::Any => true,
        }
    }
}

/// Characters of a pattern that are read.
const LONGEST: usize = 4_096;

/// Braces in each other that are read.
const DEEPEST: usize = 16;

impl FromStr for Glob {
    type Err = GlobError;

    fn from_str(text: &str) -> Result<Self, GlobError> {
        if text.starts_with("regex:") {
            return Err(GlobError::RegularExpression);
        }
        let pattern: Vec<char> = text.chars().take(LONGEST + 1).collect();
        if pattern.len() > LONGEST {
            return Err(GlobError::TooMuch);
        }
        let mut reading = Reading {
            pattern: &pattern,
            at: 0,
            steps: Vec::new(),
        };
        reading.sequence(0)?;
        Ok(Self {
            steps: reading.steps,
        })
    }
}

impl Glob {
    /// Whether the whole text is as the pattern says.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let mut places = self.reached(vec![0]);
        for character in text.chars() {
            let taken = places.into_iter().filter(|place| {
                matches!(self.steps.get(*place), Some(Step::Take(class)) if class.takes(character))
            });
            places = self.reached(taken.map(|place| place + 1).collect());
            if places.is_empty() {
                return false;
            }
        }
        places.contains(&self.steps.len())
    }

    /// The places where a character is taken, or the end, that these lead to; each once.
    fn reached(&self, mut open: Vec<usize>) -> Vec<usize> {
        let mut seen = vec![false; self.steps.len() + 1];
        let mut reached = Vec::new();
        while let Some(place) = open.pop() {
            match seen.get_mut(place) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            match self.steps.get(place) {
                Some(Step::Either(one, other)) => open.extend([*one, *other]),
                Some(Step::GoTo(place)) => open.push(*place),
                Some(Step::Take(_)) | None => reached.push(place),
            }
        }
        reached
    }
}

/// A pattern while it is read.
struct Reading<'a> {
    pattern: &'a [char],
    at: usize,
    steps: Vec<Step>,
}

impl Reading<'_> {
    /// Up to the end of the pattern, or of an alternative inside of so many braces.
    fn sequence(&mut self, depth: usize) -> Result<(), GlobError> {
        while let Some(character) = self.pattern.get(self.at).copied() {
            match character {
                ',' | '}' if depth > 0 => return Ok(()),
                '*' => self.stars(),
                '{' => self.alternatives(depth + 1)?,
                '[' | '\\' => return Err(GlobError::Undocumented(character)),
                '?' => self.take(Class::ButSlash),
                _ => self.take(Class::Exactly(character)),
            }
        }
        Ok(())
    }

    fn take(&mut self, class: Class) {
        self.at += 1;
        self.steps.push(Step::Take(class));
    }

    /// `*`, or `**` where it is a whole part of the name: elsewhere it is no more than `*`.
    fn stars(&mut self) {
        let begins = self.at;
        while self.pattern.get(self.at) == Some(&'*') {
            self.at += 1;
        }
        let before = begins.checked_sub(1).and_then(|at| self.pattern.get(at));
        let behind = self.pattern.get(self.at);
        let is_part = matches!(before, None | Some('/' | '{' | ','))
            && matches!(behind, None | Some('/' | '}' | ','));
        if self.at - begins != 2 || !is_part {
            self.repeat(Class::ButSlash);
        } else if behind == Some(&'/') {
            // No part of a name, or any number of parts with the slash behind them.
            self.at += 1;
            let first = self.steps.len();
            self.steps.push(Step::Either(first + 1, first + 5));
            self.repeat(Class::Any);
            self.steps.push(Step::Take(Class::Exactly('/')));
        } else {
            self.repeat(Class::Any);
        }
    }

    /// Any number of characters, in three steps.
    fn repeat(&mut self, class: Class) {
        let first = self.steps.len();
        self.steps.push(Step::Either(first + 1, first + 3));
        self.steps.push(Step::Take(class));
        self.steps.push(Step::GoTo(first));
    }

    fn alternatives(&mut self, depth: usize) -> Result<(), GlobError> {
        if depth > DEEPEST {
            return Err(GlobError::TooMuch);
        }
        let mut ends = Vec::new();
        loop {
            self.at += 1;
            let choice = self.steps.len();
            self.steps.push(Step::GoTo(choice + 1));
            self.sequence(depth)?;
            match self.pattern.get(self.at) {
                Some(',') => {
                    ends.push(self.steps.len());
                    self.steps.push(Step::GoTo(0));
                    let next = self.steps.len();
                    self.set(choice, Step::Either(choice + 1, next));
                }
                Some(_) => break,
                None => return Err(GlobError::Unclosed),
            }
        }
        self.at += 1;
        let end = self.steps.len();
        for place in ends {
            self.set(place, Step::GoTo(end));
        }
        Ok(())
    }

    fn set(&mut self, place: usize, step: Step) {
        if let Some(known) = self.steps.get_mut(place) {
            *known = step;
        }
    }
}
