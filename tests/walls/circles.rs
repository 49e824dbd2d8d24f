//! Rings of files that know each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::arrows::{Arrow, Knows};

/// For every file that reaches itself the shortest ring that it is part of, each ring once.
pub fn circles(arrows: &[Arrow]) -> Vec<Vec<&Arrow>> {
    let mut from: BTreeMap<&str, Vec<&Arrow>> = BTreeMap::new();
    for arrow in arrows
        .iter()
        .filter(|arrow| arrow.knows == Knows::Definition)
    {
        from.entry(&arrow.from).or_default().push(arrow);
    }
    let mut seen = BTreeSet::new();
    let mut rings = Vec::new();
    for file in from.keys() {
        let Some(ring) = shortest_ring(&from, file) else {
            continue;
        };
        let mut files: Vec<&str> = ring.iter().map(|arrow| arrow.from.as_str()).collect();
        files.sort_unstable();
        if seen.insert(files) {
            rings.push(ring);
        }
    }
    rings.sort_by_key(|ring| ring.len());
    rings
}

/// A ring, one arrow a line.
pub fn told(ring: &[&Arrow]) -> String {
    let lines: Vec<String> = ring
        .iter()
        .map(|arrow| format!("    {}", arrow.told()))
        .collect();
    format!("a circle of {} files:\n{}", ring.len(), lines.join("\n"))
}

fn shortest_ring<'a>(from: &BTreeMap<&str, Vec<&'a Arrow>>, start: &str) -> Option<Vec<&'a Arrow>> {
    let mut came_by: BTreeMap<&str, &'a Arrow> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(file) = waiting.pop_front() {
        for arrow in from.get(file).into_iter().flatten() {
            if came_by.contains_key(arrow.to.as_str()) {
                continue;
            }
            came_by.insert(&arrow.to, arrow);
            if arrow.to == start {
                return Some(way_back(&came_by, start));
            }
            waiting.push_back(&arrow.to);
        }
    }
    None
}

fn way_back<'a>(came_by: &BTreeMap<&str, &'a Arrow>, start: &str) -> Vec<&'a Arrow> {
    let mut ring = vec![came_by[start]];
    while ring[ring.len() - 1].from != start {
        ring.push(came_by[ring[ring.len() - 1].from.as_str()]);
    }
    ring.reverse();
    ring
}
