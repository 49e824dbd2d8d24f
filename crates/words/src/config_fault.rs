//! What is wrong with `config.json`, and what belongs there instead.

use config::{Fault, Form, Kind, Problem};

use crate::{Message, text};

/// The place of what is wrong.
#[must_use]
pub fn place(fault: &Fault) -> Message {
    match &*fault.place {
        "" => text::config_whole_file(),
        place => text::config_place(place),
    }
}

/// What is wrong, with what corrects it.
#[must_use]
pub fn correction(fault: &Fault) -> Message {
    match &fault.problem {
        Problem::Refused(status @ 500..) => text::config_broken_server(u64::from(*status)),
        Problem::Refused(status) => text::config_refused(u64::from(*status)),
        Problem::NotLoaded => text::config_not_loaded(),
        Problem::WebPage => text::config_web_page(),
        Problem::NothingInFile => text::config_nothing_in_file("{}"),
        Problem::NotUtf8 { line } => text::config_not_utf8(*line as u64),
        Problem::NotJson { line, column } => text::config_not_json(*column as u64, *line as u64),
        Problem::UnknownKey(known) => text::config_unknown_key(known.join(", ")),
        Problem::Missing(key) => text::config_missing(*key),
        Problem::NotOfKind(Kind::Text) => text::config_text(),
        Problem::NotOfKind(Kind::Switch) => text::config_switch(),
        Problem::NotOfKind(Kind::List) => text::config_list(),
        Problem::NotOfKind(Kind::Object) => text::config_object(),
        Problem::NoWholeNumber(most) => text::config_whole_number(u64::from(*most)),
        Problem::NotOfForm(Form::Segment) => text::config_segment(),
        Problem::NotOfForm(Form::ProjectId) => text::config_project_id(),
        Problem::NotOfForm(Form::Host) => text::config_host(),
        Problem::NotOfForm(Form::Address) => text::config_address(),
        Problem::NoneOf(known) => text::config_none_of(known.join(", ")),
        Problem::TextLength(most) => text::config_text_length(*most as u64),
        Problem::Empty => text::config_empty(),
        Problem::EmptyNeeded => text::config_empty_needed(),
        Problem::Repeated => text::config_repeated(),
        Problem::RepeatedKey | Problem::Twice => text::config_twice(),
        Problem::RepeatedPreset => text::config_repeated_preset(),
        Problem::NotInPreset(known) => text::config_not_in_preset(known.join(", ")),
        Problem::NothingOffered => text::config_nothing_offered(),
    }
}
