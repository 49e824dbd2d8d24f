//! How the rows behind the numbers of the overview stand in their tables.

use leptos::prelude::*;

use super::routes::List;
use super::rows::Row;
use crate::i18n::{Message, Untrusted, t, text};
use crate::live::shown;
use crate::table::cells::deadline::{deadline_cell, deadline_rank};
use crate::table::cells::identifier::short_identifier_cell;
use crate::table::cells::level::LevelMeter;
use crate::table::cells::path::{path_cell, path_link};
use crate::table::{Column, Columns};

/// The columns of a list.
pub fn columns(list: &List) -> Columns<Row> {
    let columns = match list {
        List::PublicRepositories => vec![repository(), place()],
        List::OrganizationGrants => vec![person(), level(), organization(), id()],
        List::SharedAccounts => vec![account(), repository(), until()],
        List::People => vec![person_link(), repositories(), id()],
        List::Person(_) => vec![repository(), level(), via(), direct(), through()],
        List::NotRead => vec![either(), why()],
    };
    Columns {
        key: |row| format!("{} {} {}", row.place, row.user_id, row.who),
        name: |row| match row.place.is_empty() {
            true => row.shown_name().to_owned(),
            false => row.place.clone(),
        },
        selectable: None,
        columns,
    }
}

fn repository() -> Column<Row> {
    linked("repository", text::repositories_name())
}

fn either() -> Column<Row> {
    linked("place", text::overview_place_name())
}

fn linked(name: &'static str, title: Message) -> Column<Row> {
    Column::text(name, title)
        .of(|row: &Row| &row.place)
        .searched()
        .exported(name, |row| &row.place)
        .cell(|row| match row.address.is_empty() {
            true => path_cell(&row.place),
            false => path_link(&row.place, row.address.clone()),
        })
        .wide(14.0, 2.0)
}

/// Who can get the images of a public repository, for whoever reads the file alone.
fn place() -> Column<Row> {
    Column::text("who", text::access_who())
        .of_words(|_: &Row| String::new())
        .exported("who", |_| "everyone")
        .cell(|_| t(text::access_everyone()).into_any())
        .wide(8.0, 1.0)
        .fact()
}

fn organization() -> Column<Row> {
    Column::text("organization", text::organizations_name())
        .of(|row: &Row| &row.place)
        .searched()
        .exported("namespace", |row| &row.place)
        .cell(|row| path_link(&row.place, row.address.clone()))
        .wide(10.0, 1.25)
}

fn person() -> Column<Row> {
    Column::text("name", text::access_who())
        .of(Row::shown_name)
        .searched()
        .exported("user_name", |row| &row.who)
        .cell(name)
        .wide(11.0, 2.0)
}

fn person_link() -> Column<Row> {
    person().cell(|row| {
        let content = name(row);
        view! {
            <a href=row.address.clone() tabindex="-1">
                {content}
            </a>
        }
        .into_any()
    })
}

fn name(row: &Row) -> AnyView {
    view! {
        <strong>
            <Untrusted text=row.shown_name().to_owned() />
        </strong>
    }
    .into_any()
}

fn account() -> Column<Row> {
    Column::text("account", text::shared_accounts_account())
        .of(|row: &Row| &row.who)
        .searched()
        .exported("access_domain", |row| &row.who)
        .cell(name)
        .wide(9.0, 1.5)
}

fn id() -> Column<Row> {
    Column::text("id", text::permissions_user_id())
        .of(|row: &Row| &row.user_id)
        .searched()
        .exported("user_id", |row| &row.user_id)
        .copied(text::access_copy_user_id, |row| row.user_id.clone())
        .cell(|row| {
            let label = text::access_copy_id(row.shown_name());
            short_identifier_cell(&row.user_id, label)
        })
        .wide(9.0, 0.5)
        .leaves_room()
}

fn level() -> Column<Row> {
    Column::text("level", text::access_can())
        .of_rank(|row: &Row| row.level.unwrap_or(i64::MIN))
        .exported_words("auth", |row| {
            row.level.map(|level| level.to_string()).unwrap_or_default()
        })
        .cell(|row| view! { <LevelMeter number=row.level /> }.into_any())
        .wide(10.0, 1.0)
        .fact()
}

fn repositories() -> Column<Row> {
    Column::number("repositories", text::organizations_repositories())
        .of_count(|row: &Row| Some(row.repositories))
        .exported_words("repositories", |row| row.repositories.to_string())
        .wide(8.0, 0.5)
        .fact()
}

fn via() -> Column<Row> {
    Column::text("via", text::access_via())
        .of_rank(|row: &Row| i64::from(row.is_direct) + 2 * i64::from(!row.through.is_empty()))
        .cell(|row| {
            let direct = row
                .is_direct
                .then(|| view! { <span class="source">{t(text::access_direct())}</span> });
            let through = (!row.through.is_empty()).then(|| {
                let text = row.through.clone();
                view! {
                    <span class="source">
                        <Untrusted text />
                    </span>
                }
            });
            [shown(direct), shown(through)].into_any()
        })
        .wide(11.0, 1.25)
}

fn direct() -> Column<Row> {
    Column::unseen().exported_words("direct", |row: &Row| row.is_direct.to_string())
}

fn through() -> Column<Row> {
    Column::unseen().exported("through_organization", |row: &Row| &row.through)
}

fn until() -> Column<Row> {
    Column::text("valid-until", text::shared_accounts_valid_until())
        .of_rank(|row: &Row| deadline_rank(&row.until))
        .exported("deadline", |row| &row.until)
        .cell(|row| deadline_cell(&row.until))
        .wide(12.0, 1.0)
        .own_line()
}

fn why() -> Column<Row> {
    Column::text("why", text::overview_why())
        .of(|row: &Row| &row.why)
        .searched()
        .exported("why", |row| &row.why)
        .wide(16.0, 3.0)
        .own_lines()
}
