//! Counting what has changed since the last time.

use cloud_api::{Owner, RepositoryPath};
use reads::Look;

use crate::{Figures, Tally, Told, ToldOrganization};

/// When somebody looked at the scans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// At that of who has access.
    pub access: Look,
    /// At that of sync tasks, where the place copies images.
    pub tasks: Option<Look>,
}

/// Where something stands in each scan, where it does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// In that of who has access.
    pub access: Option<usize>,
    /// In that of sync tasks.
    pub tasks: Option<usize>,
}

/// What the scans hold.
pub trait Source {
    /// That somebody looks at them now.
    fn look(&self) -> Looks;

    /// The places about which either scan had answers since, by their numbers there; `None` where any may be another.
    fn changed_since(&self, looks: Looks) -> Option<[&[usize]; 2]>;

    /// The places of the scan of who has access.
    fn owners(&self) -> &[Owner];

    /// Where a repository stands; perhaps at these numbers.
    fn numbers_of(&self, place: &RepositoryPath, perhaps: Numbers) -> Numbers;

    /// What is known of the repository that stands there.
    fn repository(&self, numbers: Numbers) -> Told<'_>;

    /// What is known of the organization that stands there in the scan of who has access.
    fn organization(&self, number: usize) -> ToldOrganization<'_>;
}

/// A tally that follows the scans.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    tally: Tally,
    /// Up to when it has followed; `None` where it has to begin.
    looks: Option<Looks>,
    /// Where each repository stands in the scans.
    numbers: Vec<Numbers>,
    /// Which repository stands at a number of each scan, where one does.
    of_scans: [Vec<Option<usize>>; 2],
}

impl Counting {
    /// Takes in what has changed, of a whole that began anew at most so many repositories. Whether all is counted then: before
    /// it is, this has to be called once more. `places` are the same as before, or [`Self::forget`] was called.
    pub fn go_on(&mut self, places: &[RepositoryPath], source: &dyn Source, most: usize) -> bool {
        let changed = self.looks.and_then(|looks| source.changed_since(looks));
        let changed = changed.unwrap_or_else(|| {
            self.begin(source);
            [&[], &[]]
        });
        let counted = self.tally.repositories();
        let mut perhaps = self.numbers.last().copied().map(next).unwrap_or_default();
        for (number, place) in places.iter().enumerate().skip(counted).take(most) {
            let numbers = source.numbers_of(place, perhaps);
            perhaps = next(numbers);
            self.numbers.push(numbers);
            let of_scans = self.of_scans.iter_mut();
            for (of_scan, at) in of_scans.zip([numbers.access, numbers.tasks]) {
                if let Some(at) = at {
                    of_scan.resize(of_scan.len().max(at + 1), None);
                    of_scan[at] = Some(number);
                }
            }
            self.tally.take(number, place, source.repository(numbers));
        }
        if self.tally.repositories() < places.len() {
            return false;
        }
        let [of_access, of_tasks] = changed;
        for at in of_access {
            self.take_organization(*at, source);
            self.take(0, *at, places, source);
        }
        for at in of_tasks {
            self.take(1, *at, places, source);
        }
        self.looks = Some(source.look());
        true
    }

    /// Begins anew the next time.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The numbers as they stand, with at most so many of those who reach the farthest.
    #[must_use]
    pub fn figures(&mut self, most: usize) -> Figures {
        self.tally.figures(most)
    }

    fn begin(&mut self, source: &dyn Source) {
        *self = Self {
            looks: Some(source.look()),
            ..Self::default()
        };
        for at in 0..source.owners().len() {
            self.take_organization(at, source);
        }
    }

    fn take_organization(&mut self, at: usize, source: &dyn Source) {
        if let Some(Owner::Organization(name)) = source.owners().get(at) {
            self.tally.take_organization(name, source.organization(at));
        }
    }

    fn take(&mut self, scan: usize, at: usize, places: &[RepositoryPath], source: &dyn Source) {
        let number = self.of_scans[scan].get(at).copied().flatten();
        let known = number
            .and_then(|number| Some((number, places.get(number)?, *self.numbers.get(number)?)));
        if let Some((number, place, numbers)) = known {
            self.tally.take(number, place, source.repository(numbers));
        }
    }
}

fn next(numbers: Numbers) -> Numbers {
    let next = |number: Option<usize>| number.map(|number| number + 1);
    Numbers {
        access: next(numbers.access),
        tasks: next(numbers.tasks),
    }
}
