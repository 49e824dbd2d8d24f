//! What can be scanned place by place.

use cloud_api::ims::ImageId;
use cloud_api::{Owner, RepositoryPath};

/// A kind of place. All kinds are kept as owners, so that scans are compiled once.
pub trait ScanPlace: Clone + 'static {
    /// The place as that to which things belong.
    fn owner(self) -> Owner;

    /// The place again; `None` of another kind.
    fn of(owner: &Owner) -> Option<&Self>;
}

impl ScanPlace for RepositoryPath {
    fn owner(self) -> Owner {
        Owner::Repository(self)
    }

    fn of(owner: &Owner) -> Option<&Self> {
        match owner {
            Owner::Repository(path) => Some(path),
            _ => None,
        }
    }
}

/// Places of several kinds.
impl ScanPlace for Owner {
    fn owner(self) -> Owner {
        self
    }

    fn of(owner: &Owner) -> Option<&Self> {
        Some(owner)
    }
}

impl ScanPlace for ImageId {
    fn owner(self) -> Owner {
        Owner::Image(self)
    }

    fn of(owner: &Owner) -> Option<&Self> {
        match owner {
            Owner::Image(image) => Some(image),
            _ => None,
        }
    }
}
