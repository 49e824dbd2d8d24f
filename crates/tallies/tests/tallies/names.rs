//! By which name somebody is told of whom lists tell several.

use tallies::{Tally, Told};

use crate::world::{list, repositories};

/// The name that is shown of the only person, over lists that tell these names.
fn shown(names: &[&str]) -> String {
    let mut tally = Tally::default();
    for (number, (place, name)) in repositories().iter().zip(names).enumerate() {
        let list = list(&[("p0", name)], None);
        let told = Told {
            list: Some(&list),
            ..Told::default()
        };
        tally.take(number, place, told);
    }
    let figures = tally.figures(5);
    assert_eq!(figures.people, 1);
    figures.widest[0].shown_name().to_owned()
}

#[test]
fn a_name_is_told_where_any_list_has_one() {
    assert_eq!(shown(&["", "anna", ""]), "anna");
    assert_eq!(shown(&["", ""]), "p0");
}

#[test]
fn the_name_that_most_lists_have_is_told() {
    assert_eq!(shown(&["anna", "anne", "anne"]), "anne");
}

#[test]
fn a_name_that_no_list_has_any_more_is_not_told() {
    let place = &repositories()[0];
    let mut tally = Tally::default();
    for name in ["anna", "anne"] {
        let list = list(&[("p0", name)], None);
        let told = Told {
            list: Some(&list),
            ..Told::default()
        };
        tally.take(0, place, told);
    }
    assert_eq!(tally.figures(5).widest[0].shown_name(), "anne");
}

#[test]
fn at_most_so_many_are_told_the_farthest_first_and_then_by_name() {
    let mut tally = Tally::default();
    let people = [
        ("p3", "dora"),
        ("p1", "carl"),
        ("p2", "berta"),
        ("p0", "anna"),
    ];
    for (number, place) in repositories().iter().enumerate().take(2) {
        let list = list(&people[..4 - number], None);
        let told = Told {
            list: Some(&list),
            ..Told::default()
        };
        tally.take(number, place, told);
    }
    let names = |most| -> Vec<String> {
        let widest = tally.clone().figures(most).widest.into_iter();
        widest.map(|reach| reach.user_name).collect()
    };
    assert_eq!(names(2), ["berta", "carl"]);
    assert_eq!(names(9), ["berta", "carl", "dora", "anna"]);
    assert_eq!(tally.clone().figures(0).people, 4);
}
