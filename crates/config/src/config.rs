//! The resolved form.

use std::num::NonZeroU16;

use crate::cloud::Cloud;
use crate::place::Place;

/// Whether a person can sign in with a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordSignIn {
    /// The form is there.
    Offered,
    /// It is not: passwords are for the cloud's own pages.
    Off,
}

/// Whether a person can change anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// What writes is offered.
    Offered,
    /// The console only shows.
    Off,
}

/// Whether a person may have the tab remember a sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepInTab {
    /// They are asked.
    Allowed,
    /// The browser writes no token down.
    Forbidden,
}

/// Whether a person can try the console with a cloud that is in the browser alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demo {
    /// It is offered where people sign in.
    Offered,
    /// It is not: whoever opens the console is to work.
    Off,
}

/// Whether a person can sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// The forms are there.
    Offered,
    /// They are not: the demo is all there is, and no credential is to be typed where no cloud is.
    Off,
}

/// After how many minutes without anybody a page locks where the file does not tell.
const IDLE_MINUTES: u16 = 15;

/// The tags of the languages that the console has.
pub const LANGUAGES: [&str; 2] = ["en", "zh-CN"];

/// What a console is set up for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// What it is called, where that is not its own name.
    pub title: Option<String>,
    /// What everybody is to read before they sign in.
    pub notice: Option<String>,
    /// Whether a person can change anything.
    pub writes: Writes,
    /// Whether a person can sign in with a password.
    pub password_sign_in: PasswordSignIn,
    /// Whether a person may have the tab remember a sign-in.
    pub keep_in_tab: KeepInTab,
    /// After how many minutes without anybody a page locks; `None` for never.
    pub idle_minutes: Option<NonZeroU16>,
    /// Whether a person can try the console with a cloud that is in the browser alone.
    pub demo: Demo,
    /// Whether a person can sign in; off only where the demo is offered.
    pub sign_in: SignIn,
    /// The tags of the languages that are offered, at least one of [`LANGUAGES`].
    pub languages: Vec<&'static str>,
    /// The clouds that it reaches; none for the one behind its own origin.
    pub clouds: Vec<Cloud>,
}

/// What holds without a file.
impl Default for Config {
    fn default() -> Self {
        Self {
            title: None,
            notice: None,
            writes: Writes::Offered,
            password_sign_in: PasswordSignIn::Off,
            keep_in_tab: KeepInTab::Allowed,
            idle_minutes: NonZeroU16::new(IDLE_MINUTES),
            demo: Demo::Off,
            sign_in: SignIn::Offered,
            languages: LANGUAGES.to_vec(),
            clouds: Vec::new(),
        }
    }
}

impl Config {
    /// The same console in the demo: none of the clouds, nothing that keeps somebody out, nothing that a tab could keep.
    #[must_use]
    pub fn of_demo(self) -> Self {
        Self {
            title: self.title,
            keep_in_tab: KeepInTab::Forbidden,
            idle_minutes: None,
            demo: self.demo,
            languages: self.languages,
            ..Self::default()
        }
    }

    /// Where a person can sign in, in the order of the file; never empty.
    #[must_use]
    pub fn places(&'static self) -> Vec<Place> {
        let of_cloud = |cloud: &'static Cloud| {
            let regions = cloud.regions.iter();
            regions.map(move |region| Place::Of(cloud, region))
        };
        let places: Vec<Place> = self.clouds.iter().flat_map(of_cloud).collect();
        match places.is_empty() {
            true => vec![Place::OwnOrigin],
            false => places,
        }
    }
}
