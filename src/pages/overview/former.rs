//! The repositories of the last list that came whole: what is known of them stays on a page that is opened
//! again, while they are listed anew.

use std::rc::Rc;

use cloud_api::Timestamp;
use leptos::prelude::*;

use crate::query::{Extent, For, List, use_kept};
use crate::scans::repositories::Listed;

/// That list, in this scope.
#[derive(Clone, Copy)]
pub struct Former(RwSignal<Option<WholeList>, LocalStorage>);

/// A list that came whole.
#[derive(Clone)]
struct WholeList {
    rows: Rc<Vec<Listed>>,
    extent: Option<Extent>,
    read_at: Timestamp,
}

impl Former {
    /// The one of this scope.
    #[must_use]
    pub fn kept() -> Self {
        let none = || Self(RwSignal::new_local(None));
        use_kept(For::Scope(|former: Self| former.0.set(None)), none)
    }

    /// Keeps a list that came whole; reacts.
    pub fn keep(self, list: List<Listed>) {
        if let Some(read_at) = list.status.read_at.get() {
            let (rows, extent) = (list.rows.get(), list.extent.get());
            self.0.set(Some(WholeList {
                rows,
                extent,
                read_at,
            }));
        }
    }

    fn of<T>(self, list: List<Listed>, part: impl FnOnce(&WholeList) -> T) -> Option<T> {
        match list.status.read_at.with(Option::is_some) {
            true => None,
            false => self.0.with(|former| former.as_ref().map(part)),
        }
    }

    /// The rows of a list, while it comes anew those of the last whole one; reacts.
    #[must_use]
    pub fn rows(self, list: List<Listed>) -> Rc<Vec<Listed>> {
        let former = self.of(list, |former| Rc::clone(&former.rows));
        former.unwrap_or_else(|| list.rows.get())
    }

    /// When these were listed; reacts. `None` while the first list is on its way.
    #[must_use]
    pub fn read_at(self, list: List<Listed>) -> Option<Timestamp> {
        let former = self.of(list, |former| former.read_at);
        former.or_else(|| list.status.read_at.get())
    }

    /// Whether these are all, as far as their list knew; reacts.
    #[must_use]
    pub fn extent(self, list: List<Listed>) -> Option<Extent> {
        let former = self.of(list, |former| former.extent);
        former.unwrap_or_else(|| list.extent.get())
    }
}
