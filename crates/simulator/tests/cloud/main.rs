//! The simulated cloud, asked the way a client asks it.

#[cfg(test)]
mod access;
#[cfg(test)]
mod access_keys;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod anything;
#[cfg(test)]
mod enterprise_console;
#[cfg(test)]
mod enterprise_console_reads;
#[cfg(test)]
mod enterprise_console_writes;
#[cfg(test)]
mod enterprise_instances;
#[cfg(test)]
mod enterprise_registries;
#[cfg(test)]
mod enterprise_replication;
#[cfg(test)]
mod enterprise_support;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod hss_access;
#[cfg(test)]
mod hss_registries;
#[cfg(test)]
mod hss_start;
#[cfg(test)]
mod hss_task_registries;
#[cfg(test)]
mod hss_tasks;
#[cfg(test)]
mod identity;
#[cfg(test)]
mod ims_clouds;
#[cfg(test)]
mod ims_images;
#[cfg(test)]
mod ims_jobs;
#[cfg(test)]
mod ims_members;
#[cfg(test)]
mod ims_recipients;
#[cfg(test)]
mod ims_sharing;
#[cfg(test)]
mod ims_stop_sharing;
#[cfg(test)]
mod ims_support;
#[cfg(test)]
mod listed_names;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod long_lists;
#[cfg(test)]
mod organizations;
#[cfg(test)]
mod other_account;
#[cfg(test)]
mod password_standings;
#[cfg(test)]
mod paths;
#[cfg(test)]
mod repositories;
#[cfg(test)]
mod sdk_requests;
#[cfg(test)]
mod services;
#[cfg(test)]
mod shared_accounts;
#[cfg(test)]
mod signatures;
#[cfg(test)]
mod support;
#[cfg(test)]
mod sync_jobs;
#[cfg(test)]
mod sync_tasks;
#[cfg(test)]
mod tags;
