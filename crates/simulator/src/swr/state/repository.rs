//! A repository.

use super::grant::Grant;
use super::lists::Lists;
use super::tags::Tags;

/// A repository with what it holds.
pub struct Repository {
    pub id: u64,
    pub name: String,
    pub category: String,
    pub description: String,
    pub is_public: bool,
    pub num_images: u64,
    pub num_download: u64,
    pub size: u64,
    pub created_at: String,
    pub updated_at: String,
    pub tags: Tags,
    pub grants: Vec<Grant>,
    /// What resources of their own keep for it.
    pub lists: Lists,
}

impl Repository {
    /// A private one without tags and grants.
    pub fn empty(id: u64, name: &str, made_at: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            category: String::new(),
            description: String::new(),
            is_public: false,
            num_images: 0,
            num_download: 0,
            size: 0,
            created_at: made_at.to_owned(),
            updated_at: made_at.to_owned(),
            tags: Tags::default(),
            grants: Vec::new(),
            lists: Lists::default(),
        }
    }
}
