//! From the raw form to the resolved one.

use cloud_api::{ProjectId, RegionId, Service};
use serde_json::Value;

use crate::address::{host_of, is_address, is_host};
use crate::cloud::{Cloud, Region, ServiceAddress};
use crate::config::{Config, KeepInTab, LANGUAGES, PasswordSignIn};
use crate::fault::{Fault, Form, Problem};
use crate::keys;
use crate::preset::Preset;
use crate::raw::{Faults, Fields, Raw};

/// Characters that a title, the name of a cloud or an alias may have: they stand in one line.
const MOST_OF_A_NAME: usize = 64;
/// Characters that the notice may have.
const MOST_OF_A_NOTICE: usize = 500;
/// Characters that an address, a host or an ID may have.
const MOST_OF_AN_ADDRESS: usize = 2_000;

/// What holds, by the status and the body with which the server answers for the file; `None` where no
/// whole answer came.
///
/// # Errors
/// Everything that is wrong. A file that is not there is not wrong.
pub fn read(answer: Option<(u16, &[u8])>) -> Result<Config, Vec<Fault>> {
    let problem = match answer {
        Some((200..300, file)) => return parse(&String::from_utf8_lossy(file)),
        Some((404 | 410, _)) => return Ok(Config::default()),
        Some((status, _)) => Problem::Refused(status),
        None => Problem::NotLoaded,
    };
    let place = String::new();
    Err(vec![Fault { place, problem }])
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it, in the order of the file's keys as they are documented.
pub fn parse(file: &str) -> Result<Config, Vec<Fault>> {
    let file = file.trim_start_matches('\u{feff}');
    let mut faults = Faults::default();
    let config = match serde_json::from_str::<Value>(file) {
        Ok(value) => config(&value, &mut faults),
        Err(_) if file.trim_start().starts_with('<') => faults.note("", Problem::WebPage),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            faults.note("", Problem::NotJson { line, column })
        }
    };
    match config {
        Some(config) if faults.0.is_empty() => Ok(config),
        _ => Err(faults.0),
    }
}

fn config(value: &Value, faults: &mut Faults) -> Option<Config> {
    let place = String::new();
    let file = Raw { value, place }.fields(keys::FILE, faults)?;
    let mut config = Config {
        title: text(&file, keys::TITLE, MOST_OF_A_NAME, faults),
        notice: text(&file, keys::NOTICE, MOST_OF_A_NOTICE, faults),
        ..Config::default()
    };
    if switch(&file, keys::PASSWORD_SIGN_IN, faults) == Some(true) {
        config.password_sign_in = PasswordSignIn::Offered;
    }
    if switch(&file, keys::KEEP_IN_TAB, faults) == Some(false) {
        config.keep_in_tab = KeepInTab::Forbidden;
    }
    if let Some(languages) = file.get(keys::LANGUAGES) {
        config.languages = known_languages(&languages, faults);
    }
    if let Some(clouds) = file.get(keys::CLOUDS) {
        config.clouds = clouds_of(&clouds, faults);
    }
    Some(config)
}

fn text(of: &Fields<'_>, key: &str, most: usize, faults: &mut Faults) -> Option<String> {
    of.get(key)?.text(most, faults).map(str::to_owned)
}

fn switch(of: &Fields<'_>, key: &str, faults: &mut Faults) -> Option<bool> {
    of.get(key)?.switch(faults)
}

fn known_languages(raw: &Raw<'_>, faults: &mut Faults) -> Vec<&'static str> {
    let mut languages: Vec<&'static str> = Vec::new();
    for item in raw.items(faults) {
        let Some(tag) = item.text(MOST_OF_A_NAME, faults) else {
            continue;
        };
        match LANGUAGES.iter().find(|known| **known == tag) {
            Some(known) if languages.contains(known) => {
                faults.note::<()>(&item.place, Problem::Repeated);
            }
            Some(known) => languages.push(known),
            None => {
                faults.note::<()>(&item.place, Problem::NoneOf(&LANGUAGES));
            }
        }
    }
    languages
}

fn clouds_of(raw: &Raw<'_>, faults: &mut Faults) -> Vec<Cloud> {
    let mut clouds: Vec<Cloud> = Vec::new();
    for item in raw.items(faults) {
        let Some(cloud) = cloud(&item, faults) else {
            continue;
        };
        if clouds.iter().any(|other| other.id == cloud.id) {
            let place = format!("{}.{}", item.place, keys::ID);
            faults.note::<()>(&place, Problem::Repeated);
        }
        clouds.push(cloud);
    }
    clouds
}

fn cloud(raw: &Raw<'_>, faults: &mut Faults) -> Option<Cloud> {
    let fields = raw.fields(keys::CLOUD, faults)?;
    let preset = match fields.get(keys::PRESET) {
        Some(raw) => {
            let name = raw.text(MOST_OF_A_NAME, faults)?;
            match Preset::named(name) {
                Some(preset) => Some((preset, name)),
                None => return faults.note(&raw.place, Problem::NoneOf(&Preset::NAMES)),
            }
        }
        None => None,
    };
    let id = match (fields.get(keys::ID), preset) {
        (Some(raw), _) => segment(&raw, faults)?.to_string(),
        (None, Some((_, name))) => name.to_owned(),
        (None, None) => return faults.note(&raw.place, Problem::Missing(keys::ID)),
    };
    let label = preset.map_or(id.as_str(), |(preset, _)| preset.label());
    let name = text(&fields, keys::NAME, MOST_OF_A_NAME, faults);
    let preset = preset.map(|(preset, _)| preset);
    let mut regions: Vec<Region> = Vec::new();
    for item in fields.needed(keys::REGIONS, faults)?.items(faults) {
        let Some(region) = region(&item, &id, preset, faults) else {
            continue;
        };
        if regions.iter().any(|other| other.id == region.id) {
            faults.note::<()>(&item.place, Problem::Repeated);
        }
        regions.push(region);
    }
    Some(Cloud {
        name: name.unwrap_or_else(|| label.to_owned()),
        preset,
        regions,
        project_aliases: aliases(&fields, faults),
        id,
    })
}

fn aliases(cloud: &Fields<'_>, faults: &mut Faults) -> Vec<(ProjectId, String)> {
    let entries = cloud
        .get(keys::PROJECT_ALIASES)
        .and_then(|raw| raw.entries(faults));
    let mut aliases = Vec::new();
    for (id, raw) in entries.iter().flat_map(Fields::all) {
        let alias = raw.text(MOST_OF_A_NAME, faults);
        match (id.parse::<ProjectId>(), alias) {
            (Ok(id), Some(alias)) => aliases.push((id, alias.to_owned())),
            (Ok(_), None) => {}
            (Err(_), _) => {
                faults.note::<()>(&raw.place, Problem::NotOfForm(Form::ProjectId));
            }
        }
    }
    aliases
}

/// A region: its name alone, where the preset knows the rest, or with its services.
fn region(
    raw: &Raw<'_>,
    cloud: &str,
    preset: Option<Preset>,
    faults: &mut Faults,
) -> Option<Region> {
    let (id, own) = match raw.value {
        Value::String(_) => (segment(raw, faults)?, None),
        _ => {
            let fields = raw.fields(keys::REGION, faults)?;
            let id = segment(&fields.needed(keys::ID, faults)?, faults)?;
            let own = match fields.get(keys::SERVICES) {
                Some(services) => Some((services.fields(keys::SERVICE_NAMES, faults)?, services)),
                None => None,
            };
            (id, own)
        }
    };
    let mut services = Vec::new();
    let mut is_whole = true;
    for service in Service::ALL {
        let known = preset.and_then(|preset| preset.host(service, id.as_str()));
        let told = own.as_ref().and_then(|(own, _)| own.get(service.segment()));
        let default = || format!("api/{cloud}/{id}/{}", service.segment());
        match (told, known) {
            (Some(told), known) => match service_address(service, &told, known, default, faults) {
                Some(address) => services.push(address),
                None => is_whole = false,
            },
            (None, Some(host)) => services.push(ServiceAddress {
                service,
                address: default(),
                host,
            }),
            (None, None) => {}
        }
    }
    if !services.is_empty() || !is_whole {
        let has_iam = services.iter().any(|it| it.service == Service::Iam);
        if let (false, true, Some((_, own))) = (has_iam, is_whole, own) {
            return faults.note(&own.place, Problem::Missing(Service::Iam.segment()));
        }
        return Some(Region { id, services });
    }
    match (preset, own) {
        (_, Some((_, own))) => faults.note(&own.place, Problem::Empty),
        (Some(_), None) => faults.note(&raw.place, Problem::NotInPreset),
        (None, None) => faults.note(&raw.place, Problem::Missing(keys::SERVICES)),
    }
}

fn service_address(
    service: Service,
    raw: &Raw<'_>,
    known_host: Option<String>,
    default: impl Fn() -> String,
    faults: &mut Faults,
) -> Option<ServiceAddress> {
    let fields = raw.fields(keys::SERVICE, faults)?;
    let of_form = |key: &'static str, is: fn(&str) -> bool, form: Form, faults: &mut Faults| {
        let Some(raw) = fields.get(key) else {
            return Some(None);
        };
        let text = raw.text(MOST_OF_AN_ADDRESS, faults)?;
        match is(text) {
            true => Some(Some(text.to_owned())),
            false => faults.note(&raw.place, Problem::NotOfForm(form)),
        }
    };
    let address = of_form(keys::ADDRESS, is_address, Form::Address, faults)?;
    let host = of_form(keys::HOST, is_host, Form::Host, faults)?;
    let named = address.as_deref().and_then(host_of).map(str::to_owned);
    let Some(host) = host.or(named).or(known_host) else {
        return faults.note(&raw.place, Problem::Missing(keys::HOST));
    };
    Some(ServiceAddress {
        service,
        address: address.unwrap_or_else(default),
        host,
    })
}

/// What can stand between two slashes of an address; clouds are named like regions.
fn segment(raw: &Raw<'_>, faults: &mut Faults) -> Option<RegionId> {
    let text = raw.text(MOST_OF_AN_ADDRESS, faults)?;
    match text.parse() {
        Ok(id) => Some(id),
        Err(_) => faults.note(&raw.place, Problem::NotOfForm(Form::Segment)),
    }
}
