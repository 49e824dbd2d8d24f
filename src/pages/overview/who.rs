//! Who can get the images: public repositories, grants on organizations, shared accounts, and the people
//! with the widest reach.

use leptos::prelude::*;
use tallies::Figures;

use super::known::Part;
use super::reading::Reading;
use super::routes::{List, Route};
use crate::i18n::{I18n, Message, Untrusted, number, t, text, use_i18n};
use crate::live::{derived, live, shown};
use crate::ui::{Icon, IconName};

/// A number, and of how much it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figure {
    /// `None` as long as nothing of it was read.
    count: Option<u64>,
    /// Of which part it is, where that is not all.
    part: Option<(u64, u64)>,
    /// Whether nothing of it was told because the person has no Manage.
    is_of_managers: bool,
}

/// The people with the widest reach, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Widest {
    people: Vec<(String, String, u64)>,
    all: Option<u64>,
}

/// The section.
pub fn who(reading: Reading) -> AnyView {
    let words = use_i18n();
    let public = derived(move || {
        let is_listed = reading.listed_at().is_some();
        let rows = reading.rows();
        let public = rows.iter().filter(|it| it.is_public == Some(true));
        match is_listed {
            true => Figure::of(public.count() as u64, reading.public_part(), true).or_none(true),
            false => Figure::default(),
        }
    });
    let grants = derived(move || {
        let count = reading.figures.with(|it| it.organizations.grants);
        let part = reading.organizations_read();
        Figure::of(count, part, reading.has_begun()).or_none(reading.is_covered())
    });
    let shares = derived(move || {
        let count = reading.figures.with(|it| it.shares);
        let figure = Figure::of(count, reading.shared_part(), reading.has_begun());
        let hides_shared = || reading.figures.with(Figures::hides_shared);
        let is_of_managers = figure.count.is_none() && !reading.is_reading() && hides_shared();
        Figure {
            is_of_managers,
            ..figure.or_none(reading.is_covered())
        }
    });
    let widest = derived(move || match reading.has_begun() {
        true => widest_of(reading),
        false => Widest::default(),
    });
    let is_reading = derived(move || reading.is_reading());
    let all = move || {
        let all = widest.with(|widest| widest.all);
        shown(all.map(|all| {
            let address = Route::List(List::People).to_string();
            view! { <a class="at-end" href=address>{t(text::access_count(all))}</a> }
        }))
    };
    view! {
        <section aria-labelledby="overview-who">
            <h2 id="overview-who">
                <Icon name=IconName::People />
                {t(text::overview_who())}
                {live(all)}
            </h2>
            <ul class="figures">
                {figure(List::PublicRepositories, public, text::overview_part_repositories)}
                {figure(List::OrganizationGrants, grants, text::overview_part_organizations)}
                {figure(List::SharedAccounts, shares, text::overview_part_repositories)}
            </ul>
            {live(move || people(&widest.get(), is_reading.get(), words))}
        </section>
    }
    .into_any()
}

impl Figure {
    /// A number of what so many told; none where nobody did.
    fn of(count: u64, Part { read, total }: Part, has_begun: bool) -> Self {
        Self {
            count: (read > 0).then_some(count),
            part: (has_begun && read < total).then_some((read, total)),
            is_of_managers: false,
        }
    }

    /// The same where it is known of how many it is: of nothing there is none.
    fn or_none(self, is_covered: bool) -> Self {
        let is_of_nothing = is_covered && self.part.is_none();
        Self {
            count: self.count.or(is_of_nothing.then_some(0)),
            ..self
        }
    }
}

fn widest_of(reading: Reading) -> Widest {
    let is_of_nothing = || {
        let parts = [reading.shared_part(), reading.organizations_read()];
        reading.is_covered() && parts.iter().all(|part| part.total == 0)
    };
    if !reading.figures.with(Figures::tells_access) && !is_of_nothing() {
        return Widest::default();
    }
    reading.figures.with(|figures| {
        let people = figures.widest.iter().map(|reach| {
            let name = reach.shown_name().to_owned();
            (reach.user_id.clone(), name, reach.repositories)
        });
        Widest {
            people: people.collect(),
            all: Some(figures.people),
        }
    })
}

/// A number as the way to what it counts; a dash where nothing of it was read.
fn figure(list: List, figure: Memo<Figure>, part: fn(u64, u64) -> Message) -> AnyView {
    let words = use_i18n();
    let is_public = list == List::PublicRepositories;
    let (title, title_of_one) = (list.words(), list.words_of_one());
    let address = Route::List(list).to_string();
    let content = move || {
        let Figure {
            count,
            part: of,
            is_of_managers,
        } = figure.get();
        let hint = of.map(|(read, total)| {
            let words = match is_of_managers {
                true => text::overview_manage_only(),
                false => part(read, total),
            };
            view! { <span class="field-hint">" " {t(words)}</span> }
        });
        let title = t(match count {
            Some(1) => title_of_one.clone(),
            _ => title.clone(),
        });
        // Of how many nothing could be read is told beside it.
        let not_read = hint
            .is_none()
            .then(|| [" ".into_any(), t(text::overview_not_read()).into_any()]);
        match count {
            Some(count) => {
                // What everyone can get is looked at first.
                let class = if is_public && count > 0 {
                    "figure warning"
                } else {
                    "figure"
                };
                let count = live(move || number(count, words.language()));
                view! {
                    <a class=class href=address.clone()>
                        <strong>{count}</strong>
                        " "
                        <span>{title}</span>
                    </a>
                    {hint}
                }
                .into_any()
            }
            None => view! {
                <span class="figure">
                    <strong aria-hidden="true">"–"</strong>
                    " "
                    <span>{title}</span>
                    <span class="visually-hidden">{not_read}</span>
                </span>
                {hint}
            }
            .into_any(),
        }
    };
    view! { <li>{live(content)}</li> }.into_any()
}

/// The list, which has its room as soon as somebody may be found.
fn people(widest: &Widest, is_reading: bool, words: I18n) -> AnyView {
    let most = widest
        .people
        .first()
        .map_or(0, |(.., repositories)| *repositories);
    let lines: Vec<AnyView> = widest
        .people
        .iter()
        .map(|(user_id, name, repositories)| {
            let address = Route::List(List::Person(user_id.clone())).to_string();
            let (text, repositories) = (name.clone(), *repositories);
            let (filled, rest) = (repositories.to_string(), (most - repositories).to_string());
            view! {
                <li>
                    <a href=address>
                        <span class="reach-name">
                            <Untrusted text />
                        </span>
                        <span class="proportions" aria-hidden="true">
                            <span class="reached" style:flex-grow=filled></span>
                            <span style:flex-grow=rest></span>
                        </span>
                        <span class="reach-count" aria-hidden="true">
                            {live(move || number(repositories, words.language()))}
                        </span>
                        <span class="visually-hidden">
                            " " {t(text::repositories_count(repositories))}
                        </span>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    let title = t(text::overview_widest());
    match (lines.is_empty(), is_reading) {
        (true, false) => ().into_any(),
        (true, true) => view! { <div class="reaches"></div> }.into_any(),
        (false, _) => view! {
            <h3 class="visually-hidden">{title}</h3>
            <ol class="reaches">{lines}</ol>
        }
        .into_any(),
    }
}
