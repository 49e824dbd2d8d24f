//! How far people reach, and by which names lists tell them.

use cloud_api::swr::{AccessRow, Reach};

use crate::pairs::Pairs;

/// Everybody whom a list names by an ID.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    /// By ID and name: a list may be older than the name.
    names: Pairs,
    /// Of each of these who it is, and how many lists tell it.
    named: Vec<Named>,
    /// How many repositories each person reaches.
    reached: Vec<u64>,
}

#[derive(Clone, Copy, Debug)]
struct Named {
    person: usize,
    lists: u64,
}

impl People {
    /// Takes in the name of a row.
    pub(crate) fn add(&mut self, row: &AccessRow) -> usize {
        let number = self.names.number_of(&row.user_id, &row.user_name);
        if number == self.named.len() {
            let mut others = self.names.with_first(&row.user_id);
            let person = others.find_map(|other| self.named.get(other));
            let person = person.map_or(self.reached.len(), |named| named.person);
            self.named.push(Named { person, lists: 0 });
            if person == self.reached.len() {
                self.reached.push(0);
            }
        }
        self.named[number].lists += 1;
        number
    }

    /// Takes a name out again.
    pub(crate) fn remove(&mut self, name: usize) {
        self.named[name].lists -= 1;
    }

    /// Whose name it is.
    pub(crate) fn person(&self, name: usize) -> usize {
        self.named[name].person
    }

    /// How many repositories somebody reaches.
    pub(crate) fn reached(&mut self, person: usize) -> &mut u64 {
        &mut self.reached[person]
    }

    /// Those who reach the farthest, at most so many, and how many reach anything. Who reach equally far stand by name.
    pub(crate) fn widest(&self, most: usize) -> (Vec<Reach>, u64) {
        let mut widest: Vec<(&str, &str, u64)> = Vec::new();
        let mut all = 0;
        let mut names = self.names.in_order().peekable();
        while let Some((first, user_id, _)) = names.peek().copied() {
            // The name that most lists tell.
            let (mut name, mut lists) = ("", 0);
            while let Some((number, _, told)) = names.next_if(|(_, other, _)| *other == user_id) {
                let of_name = self.named[number].lists;
                if !told.is_empty() && of_name > lists {
                    (name, lists) = (told, of_name);
                }
            }
            let reached = self.reached[self.person(first)];
            if reached == 0 {
                continue;
            }
            all += 1;
            let reach = (user_id, name, reached);
            let is_before = |other: &(&str, &str, u64)| {
                other.2 > reached || (other.2 == reached && shown(*other) <= shown(reach))
            };
            let place = widest.partition_point(is_before);
            if place < most {
                widest.truncate(most - 1);
                widest.insert(place, reach);
            }
        }
        let reach = |(user_id, name, repositories): (&str, &str, u64)| Reach {
            user_id: user_id.to_owned(),
            user_name: name.to_owned(),
            repositories,
        };
        (widest.into_iter().map(reach).collect(), all)
    }
}

/// The name, or the ID where there is none.
fn shown<'a>((user_id, name, _): (&'a str, &'a str, u64)) -> &'a str {
    if name.is_empty() { user_id } else { name }
}
