//! The console's entry point.

fn main() {
    image_console::start();
}
