//! The crate, through its public face alone.

#[cfg(test)]
mod access_people;
mod access_report;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod begun_syncs;
#[cfg(test)]
mod boundless;
#[cfg(test)]
mod chosen_tags;
#[cfg(test)]
mod clock_offsets;
#[cfg(test)]
mod collections;
#[cfg(test)]
mod copy_maps;
#[cfg(test)]
mod curl_lines;
#[cfg(test)]
mod encoded_messages;
#[cfg(test)]
mod enterprise;
mod errors;
#[cfg(test)]
mod hss_answers;
#[cfg(test)]
mod hss_requests;
#[cfg(test)]
mod hss_task_states;
#[cfg(test)]
mod huawei;
#[cfg(test)]
mod identifiers;
#[cfg(test)]
mod image_answers;
mod image_jobs;
#[cfg(test)]
mod image_quotas;
#[cfg(test)]
mod image_share_undos;
#[cfg(test)]
mod image_shares;
#[cfg(test)]
mod image_sync;
#[cfg(test)]
mod ims_answers;
#[cfg(test)]
mod ims_requests;
#[cfg(test)]
mod ims_sharing;
#[cfg(test)]
mod judgements;
#[cfg(test)]
mod koocli_lines;
#[cfg(test)]
mod koocli_names;
#[cfg(test)]
mod last_jobs;
#[cfg(test)]
mod listed_names;
#[cfg(test)]
mod manual_syncs;
#[cfg(test)]
mod missing_tags;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod names;
#[cfg(test)]
mod odd_values;
#[cfg(test)]
mod pasted_recipients;
#[cfg(test)]
mod pasted_tokens;
#[cfg(test)]
mod power_shell_lines;
#[cfg(test)]
mod protected_grants;
#[cfg(test)]
mod reaches;
#[cfg(test)]
mod rectangles;
#[cfg(test)]
mod region_copies;
#[cfg(test)]
mod repository_lists;
#[cfg(test)]
mod repository_paths;
#[cfg(test)]
mod retry_after;
mod sdk_requests;
#[cfg(test)]
mod secrets;
#[cfg(test)]
mod shared_accounts;
#[cfg(test)]
mod shares_to_add;
mod shares_to_stop;
#[cfg(test)]
mod signatures_in_a_row;
#[cfg(test)]
mod signed_requests;
#[cfg(test)]
mod signing;
mod sorted_things;
#[cfg(test)]
mod support;
#[cfg(test)]
mod sync_regions;
#[cfg(test)]
mod sync_tasks;
#[cfg(test)]
mod tags;
#[cfg(test)]
mod task_registries;
#[cfg(test)]
mod terraform_blocks;
#[cfg(test)]
mod terraform_changes;
#[cfg(test)]
mod terraform_open_telekom_cloud;
#[cfg(test)]
mod timestamps;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod users_like;
#[cfg(test)]
mod whose_word;
