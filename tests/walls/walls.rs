//! What goes through a wall of [`crate::rooms`].

use std::collections::BTreeMap;

use crate::arrows::Arrow;
use crate::rooms::{
    AREAS, BESIDE, FLOORS, HOUSES_OF_SERVICES, LIST_OF_AREAS, ONLY_IN, ROOTS, SERVICES,
};
use crate::tree::Tree;

/// Every arrow and every word that goes through a wall, in words.
pub fn broken(tree: &Tree, arrows: &[Arrow]) -> Vec<String> {
    let mut broken: Vec<String> = unknown_rooms(tree);
    // One line can go through a wall more than once: by the module that it names and by the thing.
    let mut told: BTreeMap<(&str, usize, String), &Arrow> = BTreeMap::new();
    for arrow in arrows {
        if let Some(why) = floors(arrow)
            .or_else(|| areas(arrow))
            .or_else(|| services(arrow))
        {
            let first = told.entry((&arrow.from, arrow.line, why)).or_insert(arrow);
            if (arrow.knows, &arrow.to) < (first.knows, &first.to) {
                *first = arrow;
            }
        }
    }
    broken.extend(
        told.iter()
            .map(|((_, _, why), arrow)| format!("{}: {why}", arrow.told())),
    );
    broken.extend(words_elsewhere(tree));
    broken
}

/// The room of the console that a file belongs to: `query` for `src/query.rs` and `src/query/list.rs`.
fn room(path: &str) -> Option<&str> {
    if ROOTS.contains(&path) {
        None
    } else {
        first_name(path.strip_prefix("src/")?)
    }
}

fn area(path: &str) -> Option<&str> {
    first_name(path.strip_prefix("src/pages/")?)
}

fn service(path: &str) -> Option<(&str, &str)> {
    let house = HOUSES_OF_SERVICES
        .iter()
        .find(|house| path.starts_with(**house))?;
    let name = first_name(&path[house.len()..])?;
    SERVICES.contains(&name).then_some((house, name))
}

fn first_name(path: &str) -> Option<&str> {
    path.split('/')
        .next()
        .map(|name| name.strip_suffix(".rs").unwrap_or(name))
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn unknown_rooms(tree: &Tree) -> Vec<String> {
    let without_floor = tree
        .words
        .keys()
        .filter(|path| room(path).is_some_and(|room| floor(room).is_none()));
    let without_area = tree
        .words
        .keys()
        .filter(|path| area(path).is_some_and(|area| !AREAS.contains(&area)));
    let told_floor = without_floor.map(|path| format!("{path}: its room stands on no floor"));
    let told_area = without_area.map(|path| format!("{path}: it belongs to no area"));
    told_floor.chain(told_area).collect()
}

fn floors(arrow: &Arrow) -> Option<String> {
    let (from, to) = (room(&arrow.from)?, room(&arrow.to)?);
    let is_below = floor(from)? < floor(to)?;
    let may = from == to || is_below || BESIDE.contains(&(from, to));
    (!may).then(|| format!("{from} may not know {to}"))
}

/// What [`crate::rooms`] tells and the tree does not have: rooms, areas and allowances left over.
pub fn left_over(tree: &Tree, arrows: &[Arrow]) -> Vec<String> {
    let has = |house: &str, name: &&str| {
        let (folder, file) = (format!("{house}{name}/"), format!("{house}{name}.rs"));
        tree.words
            .keys()
            .any(|path| path.starts_with(&folder) || *path == file)
    };
    let rooms = FLOORS
        .into_iter()
        .flatten()
        .filter(|room| !has("src/", room));
    let areas = AREAS.iter().filter(|area| !has("src/pages/", area));
    let services = SERVICES
        .iter()
        .filter(|service| !HOUSES_OF_SERVICES.iter().any(|house| has(house, service)));
    let beside = BESIDE.iter().filter(|(from, to)| {
        !arrows
            .iter()
            .any(|arrow| (room(&arrow.from), room(&arrow.to)) == (Some(*from), Some(*to)))
    });
    let names = rooms
        .chain(areas)
        .chain(services)
        .map(|name| (*name).to_owned());
    names
        .chain(beside.map(|(from, to)| format!("{from} beside {to}")))
        .collect()
}

fn areas(arrow: &Arrow) -> Option<String> {
    if room(&arrow.from) == Some("app") && room(&arrow.to) == Some("pages") {
        let list = LIST_OF_AREAS.to_owned();
        let may = arrow.from == list || arrow.through.contains(&list);
        return (!may).then(|| format!("of the frame only {LIST_OF_AREAS} may know pages"));
    }
    let (from, to) = (area(&arrow.from)?, area(&arrow.to)?);
    (from != to).then(|| format!("the area {from} may not know the area {to}"))
}

fn services(arrow: &Arrow) -> Option<String> {
    let ((from_house, from), (to_house, to)) = (service(&arrow.from)?, service(&arrow.to)?);
    let breaks = from_house == to_house && from != to;
    breaks.then(|| format!("the service {from} may not know the service {to}"))
}

fn words_elsewhere(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, words) in tree
        .words
        .iter()
        .filter(|(path, _)| path.starts_with("src/"))
    {
        for (word, line) in words {
            let only = ONLY_IN.iter().find(|(only, _)| only == word);
            if let Some((_, places)) = only
                && !places.iter().any(|place| is_in(path, place))
            {
                let places = match places {
                    [] => "nowhere".to_owned(),
                    places => places.join(" and "),
                };
                found.push(format!(
                    "{path}:{line} says {word}, which belongs to {places}"
                ));
            }
        }
    }
    found
}

fn is_in(path: &str, place: &str) -> bool {
    path == place
        || path
            .strip_prefix(place)
            .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}
