//! Writes: a closed list with stable names, so that one can be previewed, sent, recorded, read back
//! and undone without knowing which it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::clipboard::terraform::{Resource, Standing};
use crate::write::{Dependents, Judgement, Manner, Patience, Since, Write};
use crate::{
    ApiError, Before, Collection, NotSent, Owner, Request, Response, Subject, enterprise, hss, ims,
    swr, undo,
};

/// The list from one line a write: its name in records, its variant, its parameters.
macro_rules! writes {
    ($($name:literal => $variant:ident($parameters:ty),)+) => {
        /// Every write that the console can send.
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "operation", content = "parameters", deny_unknown_fields)]
        pub enum Mutation {
            $(
                #[doc = concat!("`", $name, "`")]
                #[serde(rename = $name)]
                $variant($parameters),
            )+
        }

        impl Mutation {
            /// The names of all writes in records; they stay as they are.
            pub const NAMES: &[&str] = &[$($name),+];

            fn write(&self) -> &dyn Write<Self> {
                match self {
                    $(Self::$variant(write) => write,)+
                }
            }
        }

        $(
            impl From<$parameters> for Mutation {
                fn from(write: $parameters) -> Self {
                    Self::$variant(write)
                }
            }
        )+
    };
}

writes! {
    "swr.grant_access" => GrantAccess(swr::GrantAccess),
    "swr.change_access" => ChangeAccess(swr::ChangeAccess),
    "swr.remove_access" => RemoveAccess(swr::RemoveAccess),
    "swr.create_organization" => CreateOrganization(swr::CreateOrganization),
    "swr.delete_organization" => DeleteOrganization(swr::DeleteOrganization),
    "swr.create_repository" => CreateRepository(swr::CreateRepository),
    "swr.update_repository" => UpdateRepository(swr::UpdateRepository),
    "swr.delete_repository" => DeleteRepository(swr::DeleteRepository),
    "swr.create_shared_account" => CreateSharedAccount(swr::CreateSharedAccount),
    "swr.delete_shared_account" => DeleteSharedAccount(swr::DeleteSharedAccount),
    "swr.create_sync_task" => CreateSyncTask(swr::CreateSyncTask),
    "swr.delete_sync_task" => DeleteSyncTask(swr::DeleteSyncTask),
    "swr.sync_images" => SyncImages(swr::SyncImages),
    "swr.delete_tag" => DeleteTag(swr::DeleteTag),
    "hss.start_image_sync" => StartImageSync(hss::StartImageSync),
    "ims.add_members" => AddMembers(ims::AddMembers),
    "ims.update_member" => UpdateMember(ims::UpdateMember),
    "ims.delete_members" => DeleteMembers(ims::DeleteMembers),
    "ims.add_member" => AddMember(ims::AddMember),
    "ims.set_member_status" => SetMemberStatus(ims::SetMemberStatus),
    "ims.delete_member" => DeleteMember(ims::DeleteMember),
    "enterprise.create_registry" => CreateRegistry(enterprise::CreateRegistry),
    "enterprise.update_registry" => UpdateRegistry(enterprise::UpdateRegistry),
    "enterprise.delete_registry" => DeleteRegistry(enterprise::DeleteRegistry),
    "enterprise.create_policy" => CreatePolicy(enterprise::CreatePolicy),
    "enterprise.update_policy" => UpdatePolicy(enterprise::UpdatePolicy),
    "enterprise.delete_policy" => DeletePolicy(enterprise::DeletePolicy),
    "enterprise.start_execution" => StartExecution(enterprise::StartExecution),
    "enterprise.stop_execution" => StopExecution(enterprise::StopExecution),
}

/// What takes a write back.
pub type Inverse = undo::Inverse<Mutation>;

impl Mutation {
    /// The request, complete but for the credential.
    ///
    /// # Errors
    /// [`NotSent::NobodyNamed`] and [`NotSent::NoTagNamed`] for a write over an empty list.
    pub fn request(&self) -> Result<Request, NotSent> {
        self.write().request()
    }

    /// What the write acts on, in the order in which the request names it.
    #[must_use]
    pub fn subjects(&self) -> Vec<Subject> {
        self.write().subjects()
    }

    /// The same write over those of its subjects that are in `wanted`, in as few calls as it takes; none
    /// when none is. Never over a subject that is not wanted.
    #[must_use]
    pub fn parts(&self, wanted: &[Subject]) -> Vec<Self> {
        let wanted: BTreeSet<&Subject> = wanted.iter().collect();
        let subjects = self.subjects();
        if !subjects.is_empty() && subjects.iter().all(|subject| wanted.contains(subject)) {
            return vec![self.clone()];
        }
        self.write().parts(&wanted)
    }

    /// The same write in parts, each of which one [`Mutation::read_back`] shows: by owner.
    #[must_use]
    pub fn by_owner(&self) -> Vec<Self> {
        let subjects = self.subjects();
        let mut owners: BTreeMap<&Owner, Vec<Subject>> = BTreeMap::new();
        for subject in &subjects {
            owners.entry(&subject.of).or_default().push(subject.clone());
        }
        match owners.len() {
            0 | 1 => vec![self.clone()],
            _ => owners.values().flat_map(|of| self.parts(of)).collect(),
        }
    }

    /// The read that shows whether the write took effect; over several owners, whether its part did: see
    /// [`Mutation::by_owner`].
    #[must_use]
    pub fn read_back(&self) -> Request {
        self.write().read_back()
    }

    /// The same, of the page behind one that ends with this; see [`Mutation::next_page`].
    #[must_use]
    pub fn read_back_behind(&self, marker: &str) -> Request {
        self.write().read_back_behind(marker)
    }

    /// With what a page of a read-back ends behind which the list goes on; `None` for the last one.
    ///
    /// # Errors
    /// Why the list goes on and nobody knows where: what is not seen so far may be there.
    pub fn next_page(&self, read_back: &Response) -> Result<Option<String>, ApiError> {
        self.write().next_page(read_back)
    }

    /// The job that an accepting answer names; `None` for a write that is done when it is answered.
    /// Without a job, where there has to be one, nobody knows what becomes of the write.
    #[must_use]
    pub fn job(&self, answer: &Response) -> Option<Result<ims::JobId, ApiError>> {
        self.write().job(answer)
    }

    /// Whether this refusal says that the cloud does not know the call at all; then
    /// [`Mutation::one_by_one`] may do the same.
    #[must_use]
    pub fn is_not_known_there(&self, error: &ApiError) -> bool {
        self.write().is_not_known_there(error)
    }

    /// The writes that do the same where the cloud knows no call over many, each over one subject; those
    /// that they cannot name are missing. None for other writes.
    #[must_use]
    pub fn one_by_one(&self) -> Vec<Self> {
        self.write().one_by_one()
    }

    /// What the answer to [`Mutation::read_back`] says of one subject, given what was read before
    /// the write.
    #[must_use]
    pub fn judge(&self, subject: &Subject, before: &Before, read_back: &Response) -> Judgement {
        self.write().judge(subject, before, read_back)
    }

    /// What it says of many subjects, in their order.
    #[must_use]
    pub fn judge_each(
        &self,
        subjects: &[&Subject],
        before: &Before,
        read_back: &Response,
    ) -> Vec<Judgement> {
        self.write().judge_each(subjects, before, read_back)
    }

    /// The read that shows whether what the write made is still as the write left it.
    #[must_use]
    pub fn look(&self) -> Request {
        self.write().look()
    }

    /// What the answer to [`Mutation::look`] says of each of its subjects, in their order: applied as
    /// long as nobody has made anything else of it since, given what was read before the write.
    #[must_use]
    pub fn are_as_left(&self, before: &Before, look: &Response) -> Vec<(Subject, Judgement)> {
        let subjects = self.subjects();
        let judgements = self.write().are_as_left(&subjects, before, look);
        subjects.into_iter().zip(judgements).collect()
    }

    /// The same write over the thing as the answer to [`Mutation::read_back`] shows it, and what was
    /// read before it then: what it keeps of the thing may be another since. `None` where it keeps
    /// nothing.
    #[must_use]
    pub fn over(&self, before: &Before, read_back: &Response) -> Option<(Self, Before)> {
        self.write().over(before, read_back)
    }

    /// What is known besides what was read before it, once the service has taken it, such as the ID of what
    /// it has made; `None` where the answer tells nothing.
    #[must_use]
    pub fn noted(&self, before: &Before, answer: &Response) -> Option<Before> {
        self.write().noted(before, answer)
    }

    /// Whether this refusal, of one thing, may say that it is as it was wanted already.
    #[must_use]
    pub fn may_be_so_already(&self, error: &ApiError) -> bool {
        self.write().may_be_so_already(error)
    }

    /// Whether answers show all that it sends. Otherwise what looks as it was wanted may be another's.
    #[must_use]
    pub fn is_all_shown(&self) -> bool {
        self.write().is_all_shown()
    }

    /// How long it may take until what the service has taken is to be seen.
    #[must_use]
    pub fn patience(&self) -> Patience {
        self.write().patience()
    }

    /// Whether it rests on how the thing was when it was read: it is not sent again without another look.
    #[must_use]
    pub fn rests_on_what_was_read(&self) -> bool {
        self.write().rests_on_what_was_read()
    }

    /// What has become of the thing since it was read before, as the answer to [`Mutation::read_back`]
    /// shows it.
    #[must_use]
    pub fn since(&self, before: &Before, read_back: &Response) -> Since {
        self.write().since(before, read_back)
    }

    /// The read, behind so many rows, of what keeps the thing in use, which is looked at again where the
    /// write is sent later; `None` where nothing does.
    #[must_use]
    pub fn dependents(&self, behind: u64) -> Option<Request> {
        self.write().dependents(behind)
    }

    /// What an answer to [`Mutation::dependents`] says.
    ///
    /// # Errors
    /// Why nobody knows what keeps the thing in use: it may be among what could not be read.
    pub fn dependents_in(&self, behind: u64, page: &Response) -> Result<Dependents, ApiError> {
        self.write().dependents_in(behind, page)
    }

    /// The thing that it makes way for, given what was read before: of all that comes later only the write
    /// over that one waits for it. `None` where everything that comes later waits.
    #[must_use]
    pub fn makes_way_for(&self, before: &Before) -> Option<Subject> {
        self.write().makes_way_for(before)
    }

    /// The subjects that an accepting answer names as not taken all the same.
    #[must_use]
    pub fn left_out(&self, answer: &Response) -> Vec<Subject> {
        self.write().left_out(answer)
    }

    /// Whether it may be refused for want of a right because of one of its subjects alone: SWR lets
    /// nobody grant to themselves, nor change or cancel what an organization's creator has or, there,
    /// what is their own (examples §1.8).
    #[must_use]
    pub fn may_name_protected(&self) -> bool {
        self.write().may_name_protected()
    }

    /// Whether rights on it hang on what it is itself: policies can be allowed by their regions and addresses
    /// (corrections §5). Then one that is lacking tells nothing of others of the same owner.
    #[must_use]
    pub fn is_granted_by_itself(&self) -> bool {
        self.write().is_granted_by_itself()
    }

    /// What it does to each of its subjects.
    #[must_use]
    pub fn manner(&self) -> Manner {
        self.write().manner()
    }

    /// The grants that it gives or changes; none for other writes.
    #[must_use]
    pub fn grants(&self) -> &[swr::Grant] {
        match self {
            Self::GrantAccess(write) => &write.grants,
            Self::ChangeAccess(write) => &write.grants,
            _ => &[],
        }
    }

    /// The target registry that a policy uses after it, with the instance; `None` for other writes.
    #[must_use]
    pub fn registry_used(&self) -> Option<(&enterprise::InstanceId, enterprise::RegistryId)> {
        let (instance, settings) = match self {
            Self::CreatePolicy(write) => (&write.instance, &write.settings),
            Self::UpdatePolicy(write) => (&write.instance, &write.settings),
            _ => return None,
        };
        Some((instance, settings.direction.registry()))
    }

    /// The same write of a policy with another target registry; other writes as they are.
    #[must_use]
    pub fn pointing_at(&self, registry: enterprise::RegistryId) -> Self {
        let mut pointing = self.clone();
        match &mut pointing {
            Self::CreatePolicy(write) => write.settings = write.settings.pointing_at(registry),
            Self::UpdatePolicy(write) => write.settings = write.settings.pointing_at(registry),
            _ => {}
        }
        pointing
    }

    /// What takes the write back, given what was read before it. Where not all of the write was
    /// applied, ask the parts that were: [`Mutation::parts`].
    #[must_use]
    pub fn inverse(&self, before: &Before) -> Inverse {
        self.write().inverse(before)
    }

    /// What reads show no longer as it is, once the service may have taken the write.
    #[must_use]
    pub fn changes(&self) -> Vec<Collection> {
        self.write().changes()
    }

    /// What is there after the write, in Terraform's terms, given what was read before it.
    pub(crate) fn described(&self, before: &Before) -> Option<Vec<(Resource, Standing)>> {
        self.write().each_described(before)
    }
}
