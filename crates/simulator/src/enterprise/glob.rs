//! The patterns of filters: `*` within a segment, `**` over several, `?` for one character and
//! `{a,b*}` for one of several.

/// Whether a whole text is meant.
pub fn matches(pattern: &str, text: &str) -> bool {
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let mut reached = vec![false; text.len() + 1];
    if let Some(first) = reached.first_mut() {
        *first = true;
    }
    follow(&pattern, &text, reached).last() == Some(&true)
}

/// Which places of the text a pattern can lead to from those that were reached. All at once, so that
/// no pattern is tried every way.
fn follow(pattern: &[char], text: &[char], mut reached: Vec<bool>) -> Vec<bool> {
    let mut rest = pattern;
    loop {
        rest = match rest {
            [] => return reached,
            ['*', '*', rest @ ..] => {
                reached = spread(text, &reached, |_| true);
                rest
            }
            ['*', rest @ ..] => {
                reached = spread(text, &reached, |character| character != '/');
                rest
            }
            ['?', rest @ ..] => {
                reached = step(text, &reached, |character| character != '/');
                rest
            }
            ['{', inner @ ..] if inner.contains(&'}') => {
                let end = inner.iter().position(|one| *one == '}').unwrap_or(0);
                let (choices, after) = inner.split_at(end);
                let mut all = vec![false; reached.len()];
                for choice in choices.split(|one| *one == ',') {
                    let places = follow(choice, text, reached.clone());
                    all.iter_mut().zip(places).for_each(|(any, is)| *any |= is);
                }
                reached = all;
                after.get(1..).unwrap_or_default()
            }
            [one, rest @ ..] => {
                reached = step(text, &reached, |character| character == *one);
                rest
            }
        };
    }
}

fn step(text: &[char], reached: &[bool], is_meant: impl Fn(char) -> bool) -> Vec<bool> {
    let after = text
        .iter()
        .zip(reached)
        .map(|(character, is_here)| *is_here && is_meant(*character));
    std::iter::once(false).chain(after).collect()
}

fn spread(text: &[char], reached: &[bool], is_meant: impl Fn(char) -> bool) -> Vec<bool> {
    let mut is_here = false;
    let mut all = Vec::with_capacity(reached.len());
    for (place, was_reached) in reached.iter().enumerate() {
        let is_carried = place
            .checked_sub(1)
            .and_then(|before| text.get(before))
            .is_some_and(|character| is_here && is_meant(*character));
        is_here = *was_reached || is_carried;
        all.push(is_here);
    }
    all
}
