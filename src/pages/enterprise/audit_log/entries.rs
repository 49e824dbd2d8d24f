//! The entries of one operation, so many at first, and more when somebody asks for them: of pulls there
//! may be millions.

use cloud_api::Operation as _;
use cloud_api::Response;
use cloud_api::enterprise::{AuditLog, AuditOperation, ListAuditLogs, Page as ApiPage, Paging};
use leptos::prelude::*;
use words::enterprise::audit_operation_words;

use crate::i18n::{Message, t, text};
use crate::live::{derived, follow_from, live, on, shown};
use crate::pages::enterprise::place::Place;
use crate::query::{List, Page, RowKey, RowsOf, use_list};
use crate::route::use_navigation;
use crate::ui::{ButtonKind, button};

/// Entries that are read at once.
const AT_ONCE: u64 = 2_000;

/// The name of the operation in the address.
const OPERATION: &str = "operation";

/// The entries of the operation that the address names.
#[derive(Clone, Copy)]
pub struct Entries {
    /// Those that were read.
    pub list: List<AuditLog>,
    place: StoredValue<Place>,
    operation: Memo<AuditOperation>,
    /// How many are read at most.
    most: RwSignal<u64>,
    /// How many SWR counts, once it has told.
    counted: RwSignal<Option<u64>>,
}

impl Entries {
    /// Reads them, and others when the address names another operation.
    pub fn of(place: &Place) -> Self {
        let named = use_navigation().parameter(OPERATION);
        // What was deleted is asked first, and is soon read.
        let operation = derived(move || {
            let named = named.get();
            let named = named.and_then(|name| AuditOperation::named(&name));
            named.unwrap_or(AuditOperation::Delete)
        });
        let (most, counted) = (RwSignal::new(AT_ONCE), RwSignal::new(None));
        let of = place.clone();
        // What is read may arrive after the page was left.
        let page = move |row| {
            let operation = operation.try_get_untracked();
            let operation = operation.unwrap_or(AuditOperation::Delete);
            page(&of, operation, Paging::holding(row))
        };
        let decode = move |response: &Response| {
            let ApiPage { rows, total } = ListAuditLogs::decode(response)?;
            counted.set(total);
            let most = most.try_get_untracked().unwrap_or(AT_ONCE);
            Ok(Page::of(rows, total.map(|total| total.min(most))))
        };
        let key = |entry: &AuditLog| RowKey::of(&[&entry.id]);
        let list = use_list(RowsOf::all(key), page, decode);
        let entries = Self {
            list,
            place: StoredValue::new(place.clone()),
            operation,
            most,
            counted,
        };
        entries.begin_anew_with_another_operation();
        entries
    }

    fn begin_anew_with_another_operation(self) {
        let Self {
            list,
            operation,
            most,
            ..
        } = self;
        follow_from(move |before| {
            operation.track();
            // The first reading has begun already.
            if before.is_some() {
                list.rows.set(std::rc::Rc::default());
                list.status.read_at.set(None);
                list.status.error.set(None);
                list.extent.set(None);
                most.set(AT_ONCE);
                list.status.refresh();
            }
            0
        });
    }

    /// What is asked first; reacts.
    pub fn first_page(self) -> ListAuditLogs {
        let operation = self.operation.get();
        self.place
            .with_value(|place| page(place, operation, Paging::holding(0)))
    }

    /// How many older ones were not read, in words, where there are some; reacts.
    pub fn older(self) -> Option<Message> {
        let counted = self.counted.get().unwrap_or_default();
        let most = self.most.get();
        (counted > most).then(|| text::audit_log_older(counted, most))
    }

    /// The same over the rows, with the way to read more.
    pub fn older_notice(self) -> AnyView {
        let (list, most) = (self.list, self.most);
        live(move || {
            let older = self.older();
            shown(older.map(|older| {
                let more = button(
                    ButtonKind::Plain,
                    text::audit_log_more(AT_ONCE),
                    move || {
                        most.update(|most| *most += AT_ONCE);
                        list.status.refresh();
                    },
                );
                view! {
                    <div class="banner">
                        <p>{t(older)}</p>
                        {more}
                    </div>
                }
            }))
        })
        .into_any()
    }

    /// The choice of the operation, without which SWR tells nothing.
    pub fn operations(self) -> AnyView {
        let (navigation, operation) = (use_navigation(), self.operation);
        let options = AuditOperation::ALL.map(|each| {
            view! {
                <option
                    value=each.name()
                    prop:selected=live(move || operation.get() == each)
                >
                    {t(audit_operation_words(each))}
                </option>
            }
            .into_any()
        });
        view! {
            <select
                class="input"
                aria-label=t(text::audit_log_operation())
                on:change=on(move |event| {
                    navigation.set_parameter(OPERATION, &event_target_value(&event));
                })
            >
                {options.into_any()}
            </select>
        }
        .into_any()
    }
}

fn page(place: &Place, operation: AuditOperation, paging: Paging) -> ListAuditLogs {
    ListAuditLogs {
        project: place.project.clone(),
        instance: place.instance.clone(),
        operation,
        paging,
    }
}
