//! Tokens in the table that `openstack token issue` prints: a border of `+---+`, and rows of cells
//! between bars, one for each field or one for each token.

use super::named::{Found, MOST, Place};
use super::rule::checked;

/// The field that holds the token. Tables of other things have it too, those of tokens alone have the
/// other.
const TOKEN: &str = "id";
const EXPIRY: &str = "expires";

type Cells<'a> = Vec<&'a str>;

/// The tokens of a text that has such a table; `None` where it has none.
pub(super) fn in_table(text: &str) -> Option<Vec<Found>> {
    let rows: Vec<Cells<'_>> = text.lines().filter_map(cells).collect();
    let tokens = match by_field(&rows) {
        tokens if tokens.is_empty() => by_column(&rows)?,
        tokens => tokens,
    };
    let found = tokens.into_iter().map(|token| Found {
        place: Place::Elsewhere,
        token: checked(&token),
    });
    Some(found.collect())
}

/// The cells of a row; `None` for what is none.
fn cells(line: &str) -> Option<Cells<'_>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

fn is(cell: &str, field: &str) -> bool {
    cell.eq_ignore_ascii_case(field)
}

/// From rows that begin with the name of a field. A row that is copied alone is enough.
fn by_field(rows: &[Cells<'_>]) -> Vec<String> {
    let is_of_token = rows.len() == 1 || rows.iter().any(|row| is(row[0], EXPIRY));
    let mut tokens: Vec<String> = Vec::new();
    let mut goes_on = false;
    for row in rows {
        let value = row.get(1).copied().unwrap_or_default();
        if is(row[0], TOKEN) && !value.is_empty() && tokens.len() <= MOST {
            tokens.push(value.to_owned());
            goes_on = true;
        } else if row[0].is_empty()
            && goes_on
            && let Some(token) = tokens.last_mut()
        {
            // A value that was too wide for the terminal goes on in the rows below.
            token.push_str(value);
        } else {
            goes_on = false;
        }
    }
    match is_of_token {
        true => tokens,
        false => Vec::new(),
    }
}

/// From rows below one that names the fields.
fn by_column(rows: &[Cells<'_>]) -> Option<Vec<String>> {
    let place = |row: &Cells<'_>, field| row.iter().position(|cell| is(cell, field));
    let is_head = |row: &Cells<'_>| place(row, EXPIRY).is_some() && place(row, TOKEN).is_some();
    let head = rows.iter().position(is_head)?;
    let column = place(&rows[head], TOKEN)?;
    let below = rows.iter().skip(head + 1).take(MOST + 1);
    let tokens = below.filter_map(|row| row.get(column));
    Some(tokens.map(|token| (*token).to_owned()).collect())
}
