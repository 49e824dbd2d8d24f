//! The engine, driven through its public face alone.

#[cfg(test)]
mod asked;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod cloud;
#[cfg(test)]
mod following;
#[cfg(test)]
mod freeing;
#[cfg(test)]
mod freeing_later;
#[cfg(test)]
mod freeing_properties;
#[cfg(test)]
mod image_shares;
#[cfg(test)]
mod interrupted;
#[cfg(test)]
mod interventions;
#[cfg(test)]
mod job_properties;
#[cfg(test)]
mod jobs;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod left;
mod left_depends;
#[cfg(test)]
mod manual_syncs;
#[cfg(test)]
mod many;
#[cfg(test)]
mod member_pages;
#[cfg(test)]
mod neighbours;
#[cfg(test)]
mod offers;
#[cfg(test)]
mod one_by_one;
#[cfg(test)]
mod own_ways;
#[cfg(test)]
mod part_told;
#[cfg(test)]
mod preflight;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod protected;
#[cfg(test)]
mod records;
#[cfg(test)]
mod refused;
#[cfg(test)]
mod replication;
#[cfg(test)]
mod resumed;
#[cfg(test)]
mod share_retries;
#[cfg(test)]
mod stages;
#[cfg(test)]
mod started;
#[cfg(test)]
mod sync_tasks;
#[cfg(test)]
mod tabs;
#[cfg(test)]
mod taken;
#[cfg(test)]
mod taken_back;
#[cfg(test)]
mod throttled;
#[cfg(test)]
mod twice;
#[cfg(test)]
mod unclear;
#[cfg(test)]
mod under_way;
#[cfg(test)]
mod undo;
#[cfg(test)]
mod undo_look;
mod unshown;
