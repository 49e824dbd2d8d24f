//! From the raw form to the resolved one.

use std::num::NonZeroU16;

use cloud_api::{ProjectId, Service};
use serde_json::Value;

use crate::address::host_and_path_of;
use crate::cloud::{Cloud, Region, ServiceAddress};
use crate::config::{Config, Demo, KeepInTab, LANGUAGES, PasswordSignIn, SignIn, Writes};
use crate::fault::{Fault, Problem};
use crate::preset::Preset;
use crate::shape::GLOBAL_IAM;
use crate::{repeated, shape};

/// What holds, by the status and the body with which the server answers for the file; `None` where no
/// whole answer came.
///
/// # Errors
/// Everything that is wrong. A file that is not there is not wrong.
pub fn read(answer: Option<(u16, &[u8])>) -> Result<Config, Vec<Fault>> {
    let problem = match answer {
        Some((200..300, file)) => match std::str::from_utf8(file) {
            Ok(file) => return parse(file),
            // A page of whoever answers in its place may be written in any way.
            Err(_) if file.trim_ascii_start().starts_with(b"<") => Problem::WebPage,
            Err(error) => {
                let right = file.iter().take(error.valid_up_to());
                let line = right.filter(|byte| **byte == b'\n').count() + 1;
                Problem::NotUtf8 { line }
            }
        },
        Some((404 | 410, _)) => return Ok(Config::default()),
        Some((status, _)) => Problem::Refused(status),
        None => Problem::NotLoaded,
    };
    Err(whole(problem))
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it: its values, each by itself, and where all of these are right what
/// does not go together.
pub fn parse(file: &str) -> Result<Config, Vec<Fault>> {
    let file = file.trim_start_matches('\u{feff}');
    let value = match serde_json::from_str::<Value>(file) {
        Ok(value) => value,
        Err(_) if file.trim_start().starts_with('<') => return Err(whole(Problem::WebPage)),
        Err(_) if file.trim().is_empty() => {
            return Err(whole(Problem::NothingInFile));
        }
        Err(error) => {
            // A file that ends with a line break ends before the first column of the line after it.
            let (line, column) = (error.line(), error.column().max(1));
            return Err(whole(Problem::NotJson { line, column }));
        }
    };
    let mut faults = shape::faults(&value);
    faults.extend(repeated::faults(file));
    if faults.is_empty() {
        let config = config(&value, &mut faults);
        if faults.is_empty() {
            return Ok(config);
        }
    }
    Err(faults)
}

fn whole(problem: Problem) -> Vec<Fault> {
    let place = String::new();
    vec![Fault { place, problem }]
}

fn note(faults: &mut Vec<Fault>, place: String, problem: Problem) {
    faults.push(Fault { place, problem });
}

/// The text of a key, where the object has it.
fn text<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object[key].as_str()
}

fn items<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().map_or(&[], Vec::as_slice)
}

fn config(file: &Value, faults: &mut Vec<Fault>) -> Config {
    let mut config = Config {
        title: text(file, "title").map(str::to_owned),
        notice: text(file, "notice").map(str::to_owned),
        ..Config::default()
    };
    if file["read_only"].as_bool() == Some(true) {
        config.writes = Writes::Off;
    }
    if file["password_sign_in"].as_bool() == Some(true) {
        config.password_sign_in = PasswordSignIn::Offered;
    }
    if file["keep_in_tab"].as_bool() == Some(false) {
        config.keep_in_tab = KeepInTab::Forbidden;
    }
    if file["demo"].as_bool() == Some(true) {
        config.demo = Demo::Offered;
    }
    if file["sign_in"].as_bool() == Some(false) {
        config.sign_in = SignIn::Off;
        // What was kept before would go to a cloud that nobody can sign in to.
        config.keep_in_tab = KeepInTab::Forbidden;
        if config.demo == Demo::Off {
            note(faults, "sign_in".to_owned(), Problem::NothingOffered);
        }
    }
    if let Some(minutes) = file["idle_minutes"].as_u64() {
        config.idle_minutes = u16::try_from(minutes).ok().and_then(NonZeroU16::new);
    }
    let told = items(file, "languages");
    if !told.is_empty() {
        config.languages.clear();
    }
    for (index, tag) in told.iter().enumerate() {
        let Some(tag) = LANGUAGES.into_iter().find(|known| *tag == **known) else {
            continue;
        };
        if config.languages.contains(&tag) {
            note(faults, format!("languages[{index}]"), Problem::Twice);
        }
        config.languages.push(tag);
    }
    for (index, told) in items(file, "clouds").iter().enumerate() {
        let place = format!("clouds[{index}]");
        let Some(cloud) = cloud(told, &place, faults) else {
            continue;
        };
        faults.extend(repeated_cloud(&config.clouds, &cloud, told, place));
        config.clouds.push(cloud);
    }
    config
}

/// What is wrong with a cloud that could not be told from one before it, by its ID or by the name that people choose by.
fn repeated_cloud(before: &[Cloud], cloud: &Cloud, told: &Value, place: String) -> Option<Fault> {
    // Lists draw several spaces as one. Of other letters the tables would be part of a first visit.
    fn words(name: &str) -> impl Iterator<Item = String> {
        name.split_whitespace().map(str::to_ascii_lowercase)
    }
    let is_so_called = |other: &Cloud| words(&other.name).eq(words(&cloud.name));
    let by_id = before.iter().find(|other| other.id == cloud.id);
    let by_name = before.iter().find(|other| is_so_called(other));
    let other = by_id.or(by_name)?;
    // What comes from the preset stands nowhere in the file, and a name that is told nowhere comes from it or the ID.
    let has = |key| text(told, key).is_some();
    let key = match by_id {
        Some(_) => Some("id").filter(|key| has(key)),
        None if has("name") => Some("name"),
        None => Some("id").filter(|_| cloud.preset.is_none()),
    };
    let (place, problem) = match key {
        Some(key) => (format!("{place}.{key}"), Problem::Repeated),
        None if other.preset == cloud.preset => (place, Problem::RepeatedPreset),
        None => (place, Problem::Repeated),
    };
    Some(Fault { place, problem })
}

fn cloud(told: &Value, place: &str, faults: &mut Vec<Fault>) -> Option<Cloud> {
    let preset = text(told, "preset");
    let Some(id) = text(told, "id").or(preset) else {
        note(faults, place.to_owned(), Problem::Missing("id"));
        return None;
    };
    let preset = preset.and_then(Preset::named);
    let label = preset.map_or(id, |preset| preset.label());
    let mut cloud = Cloud {
        id: id.to_owned(),
        name: text(told, "name").map_or(label, str::trim).to_owned(),
        preset,
        regions: Vec::new(),
        project_aliases: Vec::new(),
    };
    for (index, told) in items(told, "regions").iter().enumerate() {
        let place = format!("{place}.regions[{index}]");
        let Some(region) = region(told, &cloud, &place, faults) else {
            continue;
        };
        if cloud.regions.iter().any(|other| other.id == region.id) {
            note(faults, place, Problem::Repeated);
        }
        cloud.regions.push(region);
    }
    for (id, alias) in told["project_aliases"].as_object().into_iter().flatten() {
        if let (Some(id), Some(alias)) = (ProjectId::listed(id), alias.as_str()) {
            cloud.project_aliases.push((id, alias.to_owned()));
        }
    }
    Some(cloud)
}

/// A region: its name alone, where the preset knows the rest, or with its services.
fn region(told: &Value, cloud: &Cloud, place: &str, faults: &mut Vec<Fault>) -> Option<Region> {
    let id = told.as_str().or_else(|| text(told, "id"))?;
    let own = &told["services"];
    let before = faults.len();
    let mut at = |service, key: &str, known: Option<String>| {
        let own = &own[key];
        if own.is_null() && known.is_none() {
            return None;
        }
        let address = text(own, "address").map(str::to_owned);
        let named = || Some(host_and_path_of(address.as_deref()?)?.0);
        let host = text(own, "host").or_else(named).map(str::to_owned);
        let Some(host) = host.or(known) else {
            let place = format!("{place}.services.{key}");
            note(faults, place, Problem::Missing("host"));
            return None;
        };
        Some(ServiceAddress {
            service,
            address: address.unwrap_or_else(|| format!("api/{}/{id}/{key}", cloud.id)),
            host,
        })
    };
    let of_preset = |service| cloud.preset.and_then(|preset| preset.host(service, id));
    let services = Service::ALL.into_iter();
    let services: Vec<ServiceAddress> = services
        .filter_map(|service| at(service, service.segment(), of_preset(service)))
        .collect();
    // Beside an IAM that the file names the preset's may be another cloud's, where no token is to go.
    let preset = cloud.preset.filter(|_| own["iam"].is_null());
    let known = preset.and_then(|preset| preset.global_iam(id));
    let global_iam = at(Service::Iam, GLOBAL_IAM, known.map(str::to_owned));
    let has_iam = services.iter().any(|it| it.service == Service::Iam);
    let is_empty = services.is_empty() && global_iam.is_none();
    if !has_iam && faults.len() == before {
        let (place, problem) = match (own.is_null(), is_empty, cloud.preset) {
            (false, false, _) => (format!("{place}.services"), Problem::Missing("iam")),
            (false, true, _) => (format!("{place}.services"), Problem::EmptyNeeded),
            (true, _, Some(preset)) => (place.to_owned(), Problem::NotInPreset(preset.regions())),
            (true, _, None) => (place.to_owned(), Problem::Missing("services")),
        };
        note(faults, place, problem);
    }
    let id = id.parse().ok()?;
    Some(Region {
        id,
        services,
        global_iam,
    })
}
