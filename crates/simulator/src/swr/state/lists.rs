//! Lists by the kind of their rows, so that a resource is told in its own file alone.

use std::any::{Any, TypeId};
use std::collections::BTreeMap;

/// One list for each kind of row; all are empty at first.
#[derive(Default)]
pub struct Lists {
    by_kind: BTreeMap<TypeId, Box<dyn Any + Send>>,
}

impl Lists {
    /// The rows of a kind.
    pub fn of<T: Send + 'static>(&self) -> &[T] {
        self.by_kind
            .get(&TypeId::of::<T>())
            .and_then(|list| list.downcast_ref::<Vec<T>>())
            .map_or(&[], Vec::as_slice)
    }

    /// Changes the rows of a kind.
    pub fn change<T: Send + 'static, R>(&mut self, change: impl FnOnce(&mut Vec<T>) -> R) -> R {
        let kind = TypeId::of::<T>();
        let kept = self.by_kind.remove(&kind);
        let mut rows: Box<Vec<T>> = kept
            .and_then(|list| list.downcast().ok())
            .unwrap_or_default();
        let changed = change(&mut rows);
        self.by_kind.insert(kind, rows);
        changed
    }
}
