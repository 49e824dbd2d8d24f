//! Sentences in both languages, with a format that needs no browser.

use cloud_api::Timestamp;
use words::{Format, Language, Message, Piece, Table};

/// The translators' file.
pub const CHINESE_FILE: &str = include_str!("../../../../locales/zh-CN.json");

/// Half past one at night and seven seconds.
pub const NIGHT: Timestamp = Timestamp::from_milliseconds(5_407_000);

/// Digits as they are, times in UTC; both tell the language in which they were asked for.
pub struct Plain;

impl Format for Plain {
    fn number(&self, value: u64, language: Language) -> String {
        match language {
            Language::English => value.to_string(),
            Language::Chinese => format!("{value}‖"),
        }
    }

    fn clock_time(&self, time: Timestamp, language: Language) -> String {
        let seconds = time.milliseconds() / 1_000 % 86_400;
        let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        match language {
            Language::English => format!("{hours:02}:{minutes:02}:{seconds:02}"),
            Language::Chinese => format!("{hours}时{minutes}分{seconds}秒"),
        }
    }
}

/// The Chinese texts.
pub fn chinese_table() -> Table {
    Table::parse(CHINESE_FILE.as_bytes()).expect("the file is of this version")
}

pub fn pieces(message: &Message) -> Vec<Piece> {
    message.pieces(Language::English, None, &Plain)
}

pub fn joined(pieces: Vec<Piece>) -> String {
    let text = |piece| match piece {
        Piece::Words(text) | Piece::Name(text) => text,
    };
    pieces.into_iter().map(text).collect()
}

/// The sentence in English.
pub fn english(message: &Message) -> String {
    joined(pieces(message))
}

/// The sentence in Chinese.
pub fn chinese(message: &Message) -> String {
    joined(message.pieces(Language::Chinese, Some(&chinese_table()), &Plain))
}

/// Checks the English sentence, and that the Chinese one is another.
pub fn says(message: &Message, expected: &str) {
    assert_eq!(english(message), expected);
    let chinese = chinese(message);
    let is_chinese = |character| ('\u{4e00}'..='\u{9fff}').contains(&character);
    assert!(chinese.contains(is_chinese), "{expected}: {chinese}");
}
