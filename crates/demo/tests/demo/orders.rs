//! Orders to the worker itself.

use demo::{Asked, Order, Person, Standing, Trial};

#[test]
fn every_order_is_understood_as_it_was_given() {
    let sign_ins = Person::ALL.into_iter().map(Order::SignIn);
    for order in sign_ins.chain([
        Order::StartAgain,
        Order::TellMark,
        Order::TellStanding,
        Order::TellTrials,
        Order::SeeFailed,
    ]) {
        assert_eq!(Order::read(&order.asked()), Some(order));
    }
}

#[test]
fn what_goes_to_the_cloud_is_no_order() {
    for path in [
        "/api/swr/v2/manage/repos",
        "/_simulator/reset",
        "/_demo/",
        "/_demo/sign-in/nobody",
        "/api/_demo/start-again",
        "",
    ] {
        let asked = Asked {
            path: path.to_owned(),
            ..Asked::default()
        };
        assert_eq!(Order::read(&asked), None, "{path}");
    }
}

#[test]
fn a_standing_is_known_by_its_name() {
    for standing in [Standing::Kept, Standing::Full, Standing::NotKept] {
        assert_eq!(Standing::named(standing.name().as_bytes()), Some(standing));
    }
    assert_eq!(Standing::named(b"anything"), None);
}

#[test]
fn what_was_tried_is_told_one_by_one() {
    for done in [
        &[][..],
        &[Trial::Undo],
        &[Trial::StopCopies, Trial::FindFailed],
        &Trial::ALL,
    ] {
        assert_eq!(Trial::read(&Trial::written(done)), done);
    }
    assert_eq!(Trial::read(b""), []);
}
