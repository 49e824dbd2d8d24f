//! The fields for a target: region and organization.

use cloud_api::swr::{ListSyncRegions, SyncTarget};
use cloud_api::{ApiError, Listed, Meaning, OrganizationName};
use leptos::prelude::*;
use words::text_problem::target_region_problem;

use crate::form::{Field, TextField, name_field};
use crate::i18n::text;
use crate::live::live;
use crate::query::{Query, use_query};
use crate::session::use_session;
use crate::ui::focus_by_id;

const REGION: &str = "target-region";
const ORGANIZATION: &str = "target-organization";

/// The two fields.
#[derive(Clone, Copy)]
pub struct TargetFields {
    region: Field,
    organization: Field,
    regions: Query<Listed<cloud_api::swr::SyncRegion>>,
}

impl TargetFields {
    /// Empty fields; the regions that the service names are read.
    pub fn new() -> Self {
        let source = use_session()
            .identity()
            .map(|identity| identity.region.clone());
        Self {
            region: Field::new(move |text| target_region_problem(source.as_ref(), text)),
            organization: name_field::<OrganizationName>(),
            regions: use_query(ListSyncRegions),
        }
    }

    /// The fields. Besides the service's regions those in `known` can be picked.
    pub fn view(self, known: impl Fn() -> Vec<String> + Send + 'static) -> AnyView {
        let options = move || {
            let regions = self.regions.value();
            let named = regions.iter().flat_map(|regions| regions.iter());
            let mut names = known();
            names.extend(named.map(|region| region.id().to_owned()));
            let mut options: Vec<AnyView> = Vec::new();
            for (place, name) in names.iter().enumerate() {
                // Neither twice, nor one that the field would refuse.
                if !names[..place].contains(name) && self.region.check(name).is_none() {
                    options.push(view! { <option value=name.clone()></option> }.into_any());
                }
            }
            options.into_any()
        };
        view! {
            <TextField
                id=REGION
                label=text::automatic_sync_region()
                hint=text::automatic_sync_region_hint()
                field=self.region
                suggestions="target-regions"
            />
            <datalist id="target-regions">{live(options)}</datalist>
            <TextField
                id=ORGANIZATION
                label=text::automatic_sync_organization()
                hint=text::automatic_sync_organization_hint()
                field=self.organization
            />
        }
        .into_any()
    }

    /// What stands in the fields, good or not; reacts.
    pub fn text(self) -> String {
        let text = |field: Field| match field.text.get() {
            text if text.is_empty() => "…".to_owned(),
            text => text,
        };
        super::target::target_text(&text(self.region), &text(self.organization))
    }

    /// The target, when nothing is wrong with the fields; otherwise they say what is.
    pub fn target(self) -> Option<SyncTarget> {
        for field in [self.region, self.organization] {
            field.touch();
            field.forget_refusal();
        }
        let target = untrack(|| self.typed_target());
        if target.is_none() {
            self.focus_problem();
        }
        target
    }

    /// Puts the focus on the first field with which something is wrong.
    fn focus_problem(self) {
        let fields = [(REGION, self.region), (ORGANIZATION, self.organization)];
        let wrong = fields
            .iter()
            .find(|(_, field)| untrack(|| field.told_problem().is_some()));
        if let Some((id, _)) = wrong {
            focus_by_id(id);
        }
    }

    /// The same while it is typed: the fields say no more than before. Reacts.
    pub fn typed_target(self) -> Option<SyncTarget> {
        let text = |field: Field| {
            field
                .text
                .with(|text| field.check(text).is_none().then(|| text.clone()))
        };
        Some(SyncTarget {
            region: text(self.region)?.parse().ok()?,
            organization: text(self.organization)?.parse().ok()?,
        })
    }

    /// Says that the target is taken.
    pub fn refuse_taken(self, target: &SyncTarget) {
        let exists = text::automatic_sync_exists(super::target::target_name(target));
        self.organization
            .refuse(target.organization.as_str(), exists);
        self.focus_problem();
    }

    /// Puts a refusal of a target at the field that it is about, where that can be told.
    pub fn refuse(self, target: &SyncTarget, error: &ApiError) -> bool {
        let ApiError::Refused(refusal) = error else {
            return false;
        };
        match (refusal.meaning, &*refusal.code) {
            (_, "SVCSTG.SWR.4001028" | "SVCSTG.SWR.4040058") => {
                let missing = text::automatic_sync_no_organization(target.region.to_string());
                self.organization
                    .refuse(target.organization.as_str(), missing);
            }
            (Meaning::Invalid, "SVCSTG.SWR.4000014") => {
                let refused = text::automatic_sync_region_refused();
                self.region.refuse(target.region.as_str(), refused);
            }
            (Meaning::AlreadyThere, _) => {
                self.refuse_taken(target);
            }
            _ => return false,
        }
        self.focus_problem();
        true
    }
}
