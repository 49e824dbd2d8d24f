//! One image.

use crate::gateway::answer::{Answer, json_answer};

use super::call::Call;
use super::image::Image;

pub fn show(_: &Call<'_>, image: &Image) -> Answer {
    Ok(json_answer(200, &image.describe()))
}
