//! What is drawn again and again leaves nothing behind in what stays.

use image_console::live::{derived, each, follow, live};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::answers::Screen;

/// Bytes of a page of the module's memory, which grows by pages and never shrinks.
const PAGE: usize = 65_536;

fn module_size() -> usize {
    core::arch::wasm32::memory_size(0) * PAGE
}

/// How much the module grows while something is drawn so many times anew, once it is at work.
async fn growth(times: u32, drawn: RwSignal<u32>) -> usize {
    for _ in 0..times / 10 {
        draw_again(drawn).await;
    }
    let before = module_size();
    for _ in 0..times {
        draw_again(drawn).await;
    }
    module_size() - before
}

async fn draw_again(drawn: RwSignal<u32>) {
    drawn.update(|drawn| *drawn += 1);
    // One tick for what is drawn, one for the end of what was drawn before.
    tick().await;
    tick().await;
}

/// A screen below signals that outlive what is on it.
fn screen(
    view: impl FnOnce(RwSignal<u32>, RwSignal<u32>) -> AnyView + 'static,
) -> (Screen, RwSignal<u32>, RwSignal<u32>) {
    let owner = Owner::new();
    owner.set();
    let (drawn, language) = owner.with(|| (RwSignal::new(0), RwSignal::new(0)));
    std::mem::forget(owner);
    (
        Screen::mount(move || view(drawn, language)),
        drawn,
        language,
    )
}

#[wasm_bindgen_test]
async fn parts_that_have_gone_leave_nothing_in_the_signals_that_they_read() {
    let (screen, drawn, language) = screen(|drawn, language| {
        live(move || {
            let number = drawn.get();
            let twice = derived(move || language.get() * 2);
            follow(move || language.with(|_| ()));
            view! {
                <p>{number}</p>
                <p>{live(move || language.get().to_string())}</p>
                <p>{live(move || twice.get().to_string())}</p>
            }
            .into_any()
        })
        .into_any()
    });
    let grown = growth(5_000, drawn).await;
    assert!(grown <= 2 * PAGE, "{grown} bytes");
    language.set(21);
    tick().await;
    assert_eq!(screen.text(), "5500\n\n21\n\n42");
}

#[wasm_bindgen_test]
async fn rows_that_have_gone_leave_nothing_in_the_list_that_stays() {
    let (screen, drawn, _) = screen(|drawn, _| {
        let rows = move || {
            let first = drawn.get() * 10;
            (first..first + 10).collect::<Vec<_>>()
        };
        each(
            rows,
            |row| *row,
            |row| view! { <i>{format!("{row} ")}</i> }.into_any(),
        )
        .into_any()
    });
    let grown = growth(5_000, drawn).await;
    assert!(grown <= 2 * PAGE, "{grown} bytes");
    assert!(
        screen.text().starts_with("55000 55001 "),
        "{}",
        screen.text()
    );
}

#[wasm_bindgen_test]
async fn a_part_follows_what_a_part_within_it_has_read() {
    let (screen, drawn, language) = screen(|drawn, language| {
        let outer = live(move || {
            let inner = live(move || language.get() + drawn.get());
            // Read here and there: the end of the inner part takes nothing from the outer one.
            let sum = inner() + language.get();
            drop(inner);
            sum.to_string()
        });
        outer.into_any()
    });
    language.set(20);
    tick().await;
    assert_eq!(screen.text(), "40");
    drawn.set(2);
    tick().await;
    assert_eq!(screen.text(), "42");
}
