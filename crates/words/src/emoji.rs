//! Emoji that are made of several characters, some of which nobody sees alone.
//!
//! Only sequences that Unicode recommends are known (UTS #51, `emoji-variation-sequences`,
//! `emoji-zwj-sequences`): another one looks like its parts, so it could make one name look like another.

/// Asks for the coloured form of the character before it.
const COLOURED: char = '\u{FE0F}';

/// Joins two emoji into one.
const JOINER: char = '\u{200D}';

/// The colours of skin.
const SKIN_FIRST: char = '\u{1F3FB}';
const SKIN_LAST: char = '\u{1F3FF}';

/// Whether the character at this place, which nobody sees alone, is a part of an emoji that shows it.
pub(crate) fn is_seen(text: &[char], place: usize) -> bool {
    let before = |count: usize| place.checked_sub(count).map(|place| text[place]);
    let after = |count: usize| text.get(place + count).copied();
    match (text[place], before(1)) {
        (COLOURED, Some('0'..='9' | '#' | '*')) => after(1) == Some('\u{20E3}'),
        (COLOURED, Some(base)) => is_plain_without(base),
        (JOINER, Some(last)) => {
            let (base, is_whole) = match last {
                COLOURED => (before(2), before(2).is_some_and(is_plain_without)),
                SKIN_FIRST..=SKIN_LAST => (before(2), true),
                _ => (Some(last), !is_plain_without(last)),
            };
            let next_is_whole = |next: char| !is_plain_without(next) || after(2) == Some(COLOURED);
            let pair = base.zip(after(1)).filter(|_| is_whole);
            pair.is_some_and(|(base, next)| next_is_whole(next) && joins(base, next))
        }
        _ => false,
    }
}

/// Whether Unicode recommends an emoji in which the first is joined to the second.
fn joins(base: char, next: char) -> bool {
    match base {
        // Grown-ups: with whom they are, what they do, their hair, where they turn.
        '\u{1F468}' | '\u{1F469}' | '\u{1F9D1}' => {
            is_person(next)
                || matches!(
                    next,
                    '\u{2695}'
                        | '\u{2696}'
                        | '\u{2708}'
                        | '\u{2764}'
                        | '\u{1F33E}'
                        | '\u{1F373}'
                        | '\u{1F37C}'
                        | '\u{1F384}'
                        | '\u{1F393}'
                        | '\u{1F3A4}'
                        | '\u{1F3A8}'
                        | '\u{1F3EB}'
                        | '\u{1F3ED}'
                        | '\u{1F4BB}'
                        | '\u{1F4BC}'
                        | '\u{1F527}'
                        | '\u{1F52C}'
                        | '\u{1F680}'
                        | '\u{1F692}'
                        | '\u{1F91D}'
                        | '\u{1F9AF}'..='\u{1F9B3}' | '\u{1F9BC}' | '\u{1F9BD}'
                )
        }
        '\u{1F466}' | '\u{1F467}' | '\u{1F9D2}' => {
            matches!(next, '\u{1F466}' | '\u{1F467}' | '\u{1F9D2}')
        }
        '\u{2764}' => matches!(
            next,
            '\u{1F525}' | '\u{1FA79}' | '\u{1F48B}' | '\u{1F468}' | '\u{1F469}' | '\u{1F9D1}'
        ),
        '\u{1F48B}' | '\u{1F91D}' => matches!(next, '\u{1F468}' | '\u{1F469}' | '\u{1F9D1}'),
        '\u{1F3F3}' => matches!(next, '\u{1F308}' | '\u{26A7}'),
        '\u{1F3F4}' => next == '\u{2620}',
        '\u{1F415}' => next == '\u{1F9BA}',
        '\u{1F408}' | '\u{1F426}' => next == '\u{2B1B}',
        '\u{1F43B}' => next == '\u{2744}',
        '\u{1F441}' => next == '\u{1F5E8}',
        '\u{1F62E}' => next == '\u{1F4A8}',
        '\u{1F635}' => next == '\u{1F4AB}',
        '\u{1F636}' => next == '\u{1F32B}',
        _ => matches!(next, '\u{2640}' | '\u{2642}') && has_two_genders(base),
    }
}

fn is_person(character: char) -> bool {
    matches!(
        character,
        '\u{1F466}'..='\u{1F469}' | '\u{1F9D1}' | '\u{1F9D2}'
    )
}

/// People whose emoji is made a woman's or a man's by a sign behind it.
fn has_two_genders(base: char) -> bool {
    matches!(base,
        '\u{26F9}' | '\u{1F3C3}' | '\u{1F3C4}' | '\u{1F3CA}'..='\u{1F3CC}' | '\u{1F46E}'..='\u{1F471}'
        | '\u{1F473}' | '\u{1F477}' | '\u{1F481}' | '\u{1F482}' | '\u{1F486}' | '\u{1F487}'
        | '\u{1F575}' | '\u{1F645}'..='\u{1F647}' | '\u{1F64B}' | '\u{1F64D}' | '\u{1F64E}'
        | '\u{1F6A3}' | '\u{1F6B4}'..='\u{1F6B6}' | '\u{1F926}' | '\u{1F935}' | '\u{1F937}'..='\u{1F939}'
        | '\u{1F93C}'..='\u{1F93E}' | '\u{1F9B8}' | '\u{1F9B9}' | '\u{1F9CD}'..='\u{1F9CF}'
        | '\u{1F9D4}' | '\u{1F9D6}'..='\u{1F9DF}')
}

/// Emoji that are plain letters as long as nothing asks for their coloured form.
fn is_plain_without(base: char) -> bool {
    matches!(base,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2194}'..='\u{2199}'
        | '\u{21A9}' | '\u{21AA}' | '\u{2328}' | '\u{23CF}' | '\u{23ED}'..='\u{23EF}' | '\u{23F1}'
        | '\u{23F2}' | '\u{23F8}'..='\u{23FA}' | '\u{24C2}' | '\u{25AA}' | '\u{25AB}' | '\u{25B6}'
        | '\u{25C0}' | '\u{25FB}' | '\u{25FC}' | '\u{2600}'..='\u{2604}' | '\u{260E}' | '\u{2611}'
        | '\u{2618}' | '\u{261D}' | '\u{2620}' | '\u{2622}' | '\u{2623}' | '\u{2626}' | '\u{262A}'
        | '\u{262E}' | '\u{262F}' | '\u{2638}'..='\u{263A}' | '\u{2640}' | '\u{2642}' | '\u{265F}'
        | '\u{2660}' | '\u{2663}' | '\u{2665}' | '\u{2666}' | '\u{2668}' | '\u{267B}' | '\u{267E}'
        | '\u{2692}' | '\u{2694}'..='\u{2697}' | '\u{2699}' | '\u{269B}' | '\u{269C}' | '\u{26A0}'
        | '\u{26A7}' | '\u{26B0}' | '\u{26B1}' | '\u{26C8}' | '\u{26CF}' | '\u{26D1}' | '\u{26D3}'
        | '\u{26E9}' | '\u{26F0}' | '\u{26F1}' | '\u{26F4}' | '\u{26F7}'..='\u{26F9}' | '\u{2702}'
        | '\u{2708}' | '\u{2709}' | '\u{270C}' | '\u{270D}' | '\u{270F}' | '\u{2712}' | '\u{2714}'
        | '\u{2716}' | '\u{271D}' | '\u{2721}' | '\u{2733}' | '\u{2734}' | '\u{2744}' | '\u{2747}'
        | '\u{2763}' | '\u{2764}' | '\u{27A1}' | '\u{2934}' | '\u{2935}' | '\u{2B05}'..='\u{2B07}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F170}' | '\u{1F171}' | '\u{1F17E}'
        | '\u{1F17F}' | '\u{1F202}' | '\u{1F237}' | '\u{1F321}' | '\u{1F324}'..='\u{1F32C}'
        | '\u{1F336}' | '\u{1F37D}' | '\u{1F396}' | '\u{1F397}' | '\u{1F399}'..='\u{1F39B}'
        | '\u{1F39E}' | '\u{1F39F}' | '\u{1F3CB}'..='\u{1F3CE}' | '\u{1F3D4}'..='\u{1F3DF}'
        | '\u{1F3F3}' | '\u{1F3F5}' | '\u{1F3F7}' | '\u{1F43F}' | '\u{1F441}' | '\u{1F4FD}'
        | '\u{1F549}' | '\u{1F54A}' | '\u{1F56F}' | '\u{1F570}' | '\u{1F573}'..='\u{1F579}'
        | '\u{1F587}' | '\u{1F58A}'..='\u{1F58D}' | '\u{1F590}' | '\u{1F5A5}' | '\u{1F5A8}'
        | '\u{1F5B1}' | '\u{1F5B2}' | '\u{1F5BC}' | '\u{1F5C2}'..='\u{1F5C4}' | '\u{1F5D1}'..='\u{1F5D3}'
        | '\u{1F5DC}'..='\u{1F5DE}' | '\u{1F5E1}' | '\u{1F5E3}' | '\u{1F5E8}' | '\u{1F5EF}'
        | '\u{1F5F3}' | '\u{1F5FA}' | '\u{1F6CB}' | '\u{1F6CD}'..='\u{1F6CF}' | '\u{1F6E0}'..='\u{1F6E5}'
        | '\u{1F6E9}' | '\u{1F6F0}' | '\u{1F6F3}')
}
