//! What can be chosen for a resource in its own row.

use leptos::prelude::*;

use crate::i18n::Message;

/// Why nothing can be chosen for a resource, if so.
type Refusal<T> = Box<dyn Fn(&T) -> Option<Message>>;

/// Hears that another one is wanted for a resource, by its number.
type Choose<T> = Box<dyn Fn(&T, usize)>;

/// What can be chosen for a resource in a cell of its row, one of a few.
pub struct Choice<T> {
    /// What the cell shows: how it is.
    pub face: fn(&T) -> AnyView,
    /// The name of the control, different for each row: "Level of carla: Read".
    pub label: fn(&T) -> Message,
    /// What there is to choose from.
    pub options: fn() -> Vec<AnyView>,
    /// The number of the one that it is, where it is one of them.
    pub current: fn(&T) -> Option<usize>,
    /// Why nothing can be chosen, if so.
    pub refusal: Refusal<T>,
    /// Another one is wanted, by its number.
    pub choose: Choose<T>,
}

/// The same of one resource, without its type.
pub(super) struct Offer {
    /// The name of the control.
    pub(super) label: Message,
    /// What there is to choose from.
    pub(super) options: Vec<AnyView>,
    /// The number of the one that it is.
    pub(super) current: Option<usize>,
    /// Why nothing can be chosen, if so.
    pub(super) refusal: Option<Message>,
}

/// A choice of one resource, whatever its type.
pub(super) trait Chosen {
    /// What the cell shows.
    fn face(&self) -> AnyView;
    /// What can be chosen.
    fn offer(&self) -> Offer;
    /// Another one is wanted, by its number.
    fn choose(&self, number: usize);
}

/// A choice for resources: behind it only the tables that have one compile what it does.
pub(super) trait Choosing<T> {
    /// The choice of one of them.
    fn of<'a>(&'a self, resource: &'a T) -> Box<dyn Chosen + 'a>;
}

impl<T> Choosing<T> for Choice<T> {
    fn of<'a>(&'a self, resource: &'a T) -> Box<dyn Chosen + 'a> {
        Box::new((self, resource))
    }
}

impl<T> Chosen for (&Choice<T>, &T) {
    fn face(&self) -> AnyView {
        let (choice, resource) = self;
        (choice.face)(resource)
    }

    fn offer(&self) -> Offer {
        let (choice, resource) = self;
        Offer {
            label: (choice.label)(resource),
            options: (choice.options)(),
            current: (choice.current)(resource),
            refusal: (choice.refusal)(resource),
        }
    }

    fn choose(&self, number: usize) {
        let (choice, resource) = self;
        (choice.choose)(resource, number);
    }
}
