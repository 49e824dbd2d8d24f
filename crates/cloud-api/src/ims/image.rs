//! Machine images.

use super::image_id::ImageId;
use crate::ProjectId;
use crate::wire::fields::Fields;

/// A machine image, as the service gave it (examples §3.1). Unregistered ones lack most fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Image {
    /// The ID; untrusted text.
    pub id: String,
    /// The name; untrusted text.
    pub name: String,
    /// Whose it is and who may use it, `__imagetype`; not always a word that is known.
    pub image_type: String,
    /// The same in the word of OpenStack, `visibility`; for shared images either word may say private.
    pub visibility: String,
    /// ID of the project that it belongs to; untrusted text.
    pub owner: String,
    /// How it stands; not always a word that is known.
    pub status: String,
    /// Whether it cannot be deleted, where the service tells.
    pub protected: Option<bool>,
    /// The family of its operating system, `__os_type`; empty where it is not told.
    pub os_type: String,
    /// Its operating system by name, `__platform`.
    pub platform: String,
    /// The same with version and architecture, `__os_version`.
    pub os_version: String,
    /// What is made of it, `virtual_env_type`; see [`Image::content`].
    pub virtual_env_type: String,
    /// The format of the disk in it, `disk_format`.
    pub disk_format: String,
    /// Bytes, `__image_size`; `None` where it is not told, as while it is made.
    pub image_size: Option<u64>,
    /// GB that a disk made of it has at least.
    pub min_disk: Option<u64>,
    /// MB of memory that a server made of it has at least; 0 for no bound.
    pub min_ram: Option<u64>,
    /// What a person wrote of it, `__description`; untrusted text.
    pub description: String,
    /// The backup that a full-ECS image was made of, `__backup_id`; empty for others.
    pub backup_id: String,
    /// The key that it is encrypted with, `__system__cmkid`; empty where it is not.
    pub encryption_key: String,
    /// Whether it is of a whole server, `__whole_image`; answers are not documented to have it.
    pub whole_image: bool,
    /// The enterprise project that it belongs to; `0` for the default one, empty where it is not told.
    pub enterprise_project_id: String,
    /// When it was made, as the service wrote it.
    pub created_at: String,
    /// When it was changed last, as the service wrote it.
    pub updated_at: String,
}

/// Whose an image is and who may use it, `__imagetype`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageType {
    /// Of a project, for itself.
    Private,
    /// Of a project that shares it, seen from both sides: [`Image::is_of`] tells which.
    Shared,
    /// Of the cloud, for everybody.
    Gold,
    /// From the cloud's marketplace.
    Market,
}

impl ImageType {
    /// All known ones.
    pub const ALL: [Self; 4] = [Self::Private, Self::Shared, Self::Gold, Self::Market];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Shared => "shared",
            Self::Gold => "gold",
            Self::Market => "market",
        }
    }

    /// The type of that word, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

/// How an image stands (reference §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageStatus {
    /// Its data is awaited.
    Queued,
    /// Its data is being written.
    Saving,
    /// It can be used.
    Active,
    /// It was deleted.
    Deleted,
    /// Making it failed.
    Killed,
}

impl ImageStatus {
    /// All known ones.
    pub const ALL: [Self; 5] = [
        Self::Queued,
        Self::Saving,
        Self::Active,
        Self::Deleted,
        Self::Killed,
    ];

    /// The API's word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Saving => "saving",
            Self::Active => "active",
            Self::Deleted => "deleted",
            Self::Killed => "killed",
        }
    }

    /// The status of that word in any case, where it is a known one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let is = |known: &Self| known.name().eq_ignore_ascii_case(name);
        Self::ALL.into_iter().find(is)
    }
}

/// What an image holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImageContent {
    /// The disk that a server starts from.
    SystemDisk,
    /// A disk with data.
    DataDisk,
    /// A whole server, with all its disks.
    FullEcs,
    /// What a physical server starts from.
    PhysicalServer,
}

impl ImageContent {
    /// All known ones.
    pub const ALL: [Self; 4] = [
        Self::SystemDisk,
        Self::DataDisk,
        Self::FullEcs,
        Self::PhysicalServer,
    ];

    /// A word for it in addresses; the API tells it by several fields.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::SystemDisk => "system-disk",
            Self::DataDisk => "data-disk",
            Self::FullEcs => "full-ecs",
            Self::PhysicalServer => "physical-server",
        }
    }

    /// That of this word, where it is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == name)
    }
}

impl Image {
    pub(super) fn read(fields: Fields<'_>) -> Self {
        Self {
            id: fields.text_or_number("id"),
            name: fields.text_or_number("name"),
            image_type: fields.text_or_number("__imagetype"),
            visibility: fields.text_or_number("visibility"),
            owner: fields.text_or_number("owner"),
            status: fields.text_or_number("status"),
            protected: flag(fields, "protected"),
            os_type: fields.text_or_number("__os_type"),
            platform: fields.text_or_number("__platform"),
            os_version: fields.text_or_number("__os_version"),
            virtual_env_type: fields.text_or_number("virtual_env_type"),
            disk_format: fields.text_or_number("disk_format"),
            image_size: fields.count("__image_size"),
            min_disk: fields.count("min_disk"),
            min_ram: fields.count("min_ram"),
            description: fields.text_or_number("__description"),
            backup_id: fields.text_or_number("__backup_id"),
            encryption_key: fields.text_or_number("__system__cmkid"),
            whole_image: flag(fields, "__whole_image") == Some(true),
            enterprise_project_id: fields.text_or_number("enterprise_project_id"),
            created_at: fields.text_or_number("created_at"),
            updated_at: fields.text_or_number("updated_at"),
        }
    }

    /// The ID, where it has a form that a path can carry; only then it has a page of its own.
    #[must_use]
    pub fn image_id(&self) -> Option<ImageId> {
        ImageId::listed(&self.id)
    }

    /// What a person calls it: its name, or else its ID; untrusted text.
    #[must_use]
    pub fn shown_name(&self) -> &str {
        match &*self.name {
            "" => &self.id,
            name => name,
        }
    }

    /// Whether it belongs to this project.
    #[must_use]
    pub fn is_of(&self, project: &ProjectId) -> bool {
        self.owner == project.as_str()
    }

    /// Whose it is, where that is a known word.
    #[must_use]
    pub fn known_type(&self) -> Option<ImageType> {
        ImageType::named(&self.image_type)
    }

    /// How it stands, where that is a known word.
    #[must_use]
    pub fn known_status(&self) -> Option<ImageStatus> {
        ImageStatus::named(&self.status)
    }

    /// What it holds, where that is known. The documented sign of a full-ECS image is its backup.
    #[must_use]
    pub fn content(&self) -> Option<ImageContent> {
        if self.whole_image || !self.backup_id.is_empty() {
            return Some(ImageContent::FullEcs);
        }
        match &*self.virtual_env_type {
            "FusionCompute" => Some(ImageContent::SystemDisk),
            "DataImage" => Some(ImageContent::DataDisk),
            "Ironic" => Some(ImageContent::PhysicalServer),
            _ => None,
        }
    }

    /// Whether it is accepted into a vault only: a full-ECS image that the backup service made, for no
    /// other can be shared (corrections §4).
    #[must_use]
    pub fn needs_vault(&self) -> bool {
        self.content() == Some(ImageContent::FullEcs)
    }

    /// Whether it is encrypted with a key of the customer's or the service's.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        !self.encryption_key.is_empty()
    }

    /// Its operating system as exactly as it is told; empty where it tells nothing.
    #[must_use]
    pub fn operating_system(&self) -> &str {
        let told = [&self.os_version, &self.platform, &self.os_type];
        let told = told.into_iter().find(|text| !text.is_empty());
        told.map_or("", String::as_str)
    }
}

/// A flag, which most fields of an image hold as text in either case.
fn flag(fields: Fields<'_>, name: &'static str) -> Option<bool> {
    fields.flag(name).or_else(|| {
        let text = fields.text(name).to_ascii_lowercase();
        text.parse().ok()
    })
}
