//! The names by which a program and its script know each other.

/// What the script hands the program: each long name with the short one in its place.
#[derive(Debug, Default)]
pub struct Names(Vec<(String, String)>);

impl Names {
    /// What wasm-bindgen calls the script itself.
    pub const SCRIPT: &'static str = "./main_bg.js";
    /// What it is called here.
    pub const SHORT_SCRIPT: &'static str = "_";

    /// The short name for a long one.
    pub fn short(&mut self, long: &str) -> String {
        if let Some((_, short)) = self.0.iter().find(|(other, _)| other == long) {
            return short.clone();
        }
        let short = letters(self.0.len());
        self.0.push((long.to_owned(), short.clone()));
        short
    }

    /// Takes the short name of a long one out.
    pub fn take(&mut self, long: &str) -> Option<String> {
        let place = self.0.iter().position(|(other, _)| other == long)?;
        Some(self.0.swap_remove(place).1)
    }

    /// A name that was never taken out.
    pub fn left(self) -> Option<String> {
        self.0.into_iter().next().map(|(long, _)| long)
    }
}

/// a to z, then aa, ba and so on: each number its own letters.
fn letters(number: usize) -> String {
    let mut letters = String::new();
    let mut left = number;
    loop {
        letters.extend(('a'..='z').nth(left % 26));
        if left < 26 {
            return letters;
        }
        left = left / 26 - 1;
    }
}
