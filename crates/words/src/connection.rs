//! What the connection check has found.

use cloud_api::Service;
use config::Iam;
use connection::{
    Asked, Block, Diagnosis, How, InNameOf, Lines, ProxyFault, Step, Weight, lacks_by_preset,
    weight,
};

use crate::{Message, text};

/// What people call a service.
#[must_use]
pub fn service(asked: &Asked) -> Message {
    match asked.service {
        Service::Iam if asked.iam == Iam::Global => text::service_iam_global(),
        Service::Iam => text::service_iam(),
        Service::Swr => text::service_swr(),
        Service::Hss => text::service_hss(),
        Service::Ims => text::service_ims(),
        Service::Enterprise => text::registry_type_swr_enterprise(),
    }
}

/// In one word.
#[must_use]
pub fn verdict(diagnosis: Diagnosis) -> Message {
    match (diagnosis, weight(diagnosis)) {
        (Diagnosis::NotOffered, _) => text::connection_not_checked(),
        (_, Weight::Good) => text::connection_passed(),
        (_, Weight::Depends | Weight::Broken) => text::connection_failed(),
    }
}

/// In whose name the service was asked.
#[must_use]
pub fn in_name_of(asked: &Asked) -> Message {
    match asked.in_name_of {
        InNameOf::Nobody => text::connection_asked_as_nobody(),
        InNameOf::Person => text::connection_asked_as_you(),
    }
}

/// What is wrong, and what to do next.
#[must_use]
pub fn remedy(asked: &Asked, diagnosis: Diagnosis) -> Message {
    match diagnosis {
        Diagnosis::Works => text::connection_works(),
        Diagnosis::Arrives => text::connection_arrives(),
        Diagnosis::NotOffered if lacks_by_preset(asked) => text::connection_not_offered_by_preset(),
        Diagnosis::NotOffered => text::connection_not_offered(),
        Diagnosis::Offline => text::failure_offline(),
        Diagnosis::MixedContent => text::connection_mixed(),
        Diagnosis::BlockedByPolicy => text::connection_blocked(),
        Diagnosis::RefusedByCors => text::connection_cors(),
        Diagnosis::LeadsElsewhere => text::connection_leads_elsewhere(),
        Diagnosis::OwnServerSilent => text::connection_own_server(),
        Diagnosis::Unreachable => text::connection_unreachable(),
        Diagnosis::TimedOut => text::failure_timed_out(),
        Diagnosis::BrokeOff => text::failure_broke_off(),
        Diagnosis::NoProxy => text::connection_no_proxy(),
        Diagnosis::Proxy(fault) => of_proxy(asked, fault),
        Diagnosis::CredentialLost => text::connection_credential_lost(),
        Diagnosis::WrongPath => text::connection_wrong_path(),
        Diagnosis::OtherScope => text::connection_other_scope(),
        Diagnosis::NotAccepted => text::failure_sign_in_again(),
        Diagnosis::NoRight => text::connection_no_right(),
        Diagnosis::Throttled => text::failure_throttled(service(asked)),
        Diagnosis::ServiceDown => text::connection_service_down(),
        Diagnosis::NotData => text::connection_not_data(),
        Diagnosis::Refused => text::connection_refused(),
    }
}

fn of_proxy(asked: &Asked, fault: ProxyFault) -> Message {
    match fault {
        ProxyFault::WantsSignIn => text::connection_proxy_sign_in(),
        ProxyFault::Forbids => text::connection_proxy_forbids(),
        ProxyFault::HasNoSuchPlace => text::connection_proxy_no_place(),
        ProxyFault::BodyTooLarge => text::connection_proxy_body(),
        ProxyFault::UnknownName => text::connection_proxy_name(),
        ProxyFault::HeadersTooLarge => text::connection_proxy_headers(),
        ProxyFault::CannotReachService => {
            text::connection_proxy_unreachable(asked.host().unwrap_or("HOST"))
        }
        ProxyFault::ServiceTooSlow => text::connection_proxy_slow(asked.host().unwrap_or("HOST")),
        ProxyFault::TooManyRequests => text::connection_proxy_too_many(),
        ProxyFault::Other(status) => text::connection_proxy_other(u64::from(status)),
    }
}

/// What people call the place where lines belong.
#[must_use]
pub fn place_of(lines: &Lines) -> Message {
    match lines.file.block() {
        Block::Of(name) => text::item_name(name),
        Block::Nginx(head) => text::connection_block_nginx(head),
        Block::FirstOfCaddyfile => text::connection_block_caddy_first(),
        Block::SiteOfCaddyfile => text::connection_block_caddy_site(),
        Block::Caddyfile(head) => text::connection_block_caddy(head),
    }
}

/// Where lines belong, and what is done with them.
#[must_use]
pub fn where_in(lines: &Lines) -> Message {
    let file = place_of(lines);
    match lines.how {
        How::Set => text::connection_lines(file),
        How::First => text::connection_lines_first(file),
        How::Instead => text::connection_lines_instead(file),
        How::UnlessThere => text::connection_lines_unless_there(file),
    }
}

/// Where it fails.
#[must_use]
pub fn fails_at(step: Step) -> Message {
    text::connection_fails_at(match step {
        Step::Browser => text::connection_step_browser(),
        Step::Network => text::connection_step_network(),
        Step::Proxy => text::connection_step_proxy(),
        Step::BehindProxy => text::connection_step_behind_proxy(),
        Step::Gateway => text::connection_step_gateway(),
        Step::SignIn => text::connection_step_sign_in(),
        Step::Service => text::connection_step_service(),
    })
}
