//! Paths and words in tokens that no parser of Rust reads: what stands inside a macro.

use proc_macro2::{Spacing, TokenStream, TokenTree};

/// Names joined by `::`, or one name.
#[derive(Debug)]
pub struct Named {
    /// The names in their order.
    pub segments: Vec<String>,
    /// Where it begins.
    pub line: usize,
    /// Whether a single name can be that of a thing: no field, no method, no attribute, no tag.
    pub is_thing: bool,
}

/// Everything that is named in these tokens, in groups as well.
pub fn named_in(tokens: TokenStream, found: &mut Vec<Named>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => {
                named_in(group.stream(), found);
                at += 1;
            }
            TokenTree::Ident(first) => {
                let begin = at;
                let mut segments = vec![first.to_string()];
                at += 1;
                while is_double_colon(&tokens, at)
                    && let Some(TokenTree::Ident(next)) = tokens.get(at + 2)
                {
                    segments.push(next.to_string());
                    at += 3;
                }
                found.push(Named {
                    is_thing: is_thing(&tokens, begin, at, &segments[0]),
                    segments,
                    line: first.span().start().line,
                });
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
        }
    }
}

fn is_double_colon(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(one)) if one.as_char() == ':' && one.spacing() == Spacing::Joint)
        && is_mark(tokens.get(at + 1), &[':'])
}

fn is_mark(token: Option<&TokenTree>, marks: &[char]) -> bool {
    matches!(token, Some(TokenTree::Punct(mark)) if marks.contains(&mark.as_char()))
}

fn is_thing(tokens: &[TokenTree], begin: usize, end: usize, name: &str) -> bool {
    let before = begin.checked_sub(1).and_then(|before| tokens.get(before));
    name.starts_with(char::is_uppercase)
        || !(is_mark(before, &['.', '<', '/']) || is_mark(tokens.get(end), &[':', '=']))
}
