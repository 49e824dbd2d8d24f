//! How every text of the catalogue is written: punctuation, spaces, and words that are never said.

use crate::parsing::{Text, Texts, parse};

const ENGLISH_FILE: &str = include_str!("../../../../locales/en.json");
const CHINESE_FILE: &str = include_str!("../../../../locales/zh-CN.json");

/// Marks that Chinese writes in full width.
const HALF_WIDTH: &str = ",;:?!()";
/// Marks that bring their own room.
const FULL_WIDTH: &str = "，。：；？！（）“”、…";

/// Words that English never says, each with what is said instead.
const NEVER_IN_ENGLISH: [(&str, &str); 34] = [
    ("read back", "checked with the cloud"),
    ("read-back", "checked with the cloud"),
    ("cancel permission", "remove access"),
    ("put away", "dismiss"),
    ("sync job", "copy"),
    ("scan", "read"),
    ("no request can carry", "SWR cannot be asked"),
    ("not told", "not reported"),
    ("broken off", "error"),
    ("retry in a moment", "try again in a moment"),
    ("choose", "select"),
    ("chosen", "selected"),
    ("pick", "select"),
    ("destination", "target"),
    ("revoke", "remove"),
    ("log in", "sign in"),
    ("log out", "sign out"),
    ("tenant", "account"),
    ("namespace", "organization"),
    ("inherited", "through the organization"),
    ("offboard", "remove access"),
    ("unshare", "stop sharing"),
    ("webhook", "trigger"),
    ("clean-up", "retention rule"),
    ("backend", "API gateway"),
    ("endpoint", "address"),
    ("dashboard", "overview"),
    ("sandbox", "demo cloud"),
    ("synchroniz", "sync"),
    ("security service", "HSS"),
    ("manage permission", "Manage"),
    ("your permission", "your level"),
    ("set up wrongly", "misconfigured"),
    ("parts of the", "tabs"),
];

/// The same for Chinese.
const NEVER_IN_CHINESE: [(&str, &str); 24] = [
    ("令牌", "Token"),
    ("回读", "核对"),
    ("再次确认", "重新核对"),
    ("帐号", "账号"),
    ("账户", "账号"),
    ("租户", "账号"),
    ("主项目", "区域默认项目"),
    ("功能区", "主导航"),
    ("各部分", "页签"),
    ("下载", "拉取"),
    ("上传", "推送"),
    ("扫描", "读取"),
    ("命名空间", "组织"),
    ("取消权限", "移除权限"),
    ("取消共享", "停止共享"),
    ("删除用户", "移除权限"),
    ("未受理", "被拒绝"),
    ("未提供该项", "未返回"),
    ("从未运行", "从未同步"),
    ("目标已存在", "目标中已有"),
    ("密匙", "密钥"),
    ("子任务", "镜像版本"),
    ("注销", "退出登录"),
    ("地域", "区域"),
];

/// Texts that may say such a word, each with why.
const EXCEPTIONS: [(&str, &str); 13] = [
    // IAM's own word for what happens to a token.
    ("sign_in.not_accepted", "revoke"),
    // What comes with a temporary access key is called 安全令牌 by the cloud.
    ("access_key.token", "令牌"),
    ("access_key.token_form", "令牌"),
    ("access_key.token_hint", "令牌"),
    ("sign_in.key_token", "令牌"),
    // SWR counts downloads under this name.
    ("repositories.downloads", "下载"),
    // Nothing is pulled there: images stay where they are.
    ("start_sync.consequence", "下载"),
    // What an organization is to the shared edition, this is to the enterprise edition.
    ("instance_overview.namespaces", "namespace"),
    ("instance_overview.namespaces", "命名空间"),
    // An instance of SWR Enterprise has namespaces and no organizations.
    ("policy.dest_namespace", "namespace"),
    ("policy.dest_namespace", "命名空间"),
    ("policy.filter_name_hint", "namespace"),
    ("policy.filter_name_hint", "命名空间"),
];

/// Every text of a language with the key under which it stands.
fn texts(path: &str, file: &str) -> Vec<(String, String)> {
    let texts: Texts = parse(path, file).expect("the file can be read");
    let mut all = Vec::new();
    for (key, text) in texts {
        match text {
            Text::Plain(text) => all.push((key, text)),
            Text::Plural(forms) => all.extend(forms.into_values().map(|it| (key.clone(), it))),
        }
    }
    all
}

fn english() -> Vec<(String, String)> {
    texts("locales/en.json", ENGLISH_FILE)
}

fn chinese() -> Vec<(String, String)> {
    texts("locales/zh-CN.json", CHINESE_FILE)
}

/// A text with a letter for each parameter; a message may begin and end in any way, so it is a mark
/// that goes with everything.
fn without_parameters(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        let (inside, behind) = after.split_once('}').unwrap_or((after, ""));
        shown.push_str(words);
        shown.push(match inside.ends_with(":message") {
            true => '\u{fffc}',
            false => 'x',
        });
        rest = behind;
    }
    shown + rest
}

fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}

fn pairs(text: &str) -> impl Iterator<Item = (char, char)> + '_ {
    text.chars().zip(text.chars().skip(1))
}

/// What is wrong with the spaces and marks of a Chinese text.
fn chinese_fault(text: &str) -> Option<String> {
    let text = without_parameters(text);
    let is_latin = |character: char| character.is_ascii_alphanumeric();
    for (left, right) in pairs(&text) {
        let is_joined = (is_han(left) && is_latin(right)) || (is_latin(left) && is_han(right));
        if is_joined {
            return Some(format!("no space in “{left}{right}”"));
        }
        let is_half = |mark: char, other: char| HALF_WIDTH.contains(mark) && is_han(other);
        if is_half(left, right) || is_half(right, left) {
            return Some(format!("a half-width mark in “{left}{right}”"));
        }
        let is_beside = |space: char, mark: char| space == ' ' && FULL_WIDTH.contains(mark);
        if is_beside(left, right) || is_beside(right, left) {
            return Some(format!(
                "a space beside a full-width mark in “{left}{right}”"
            ));
        }
        if left == ' ' && right == '%' {
            return Some("a space before %".to_owned());
        }
    }
    let has_space_of_its_own = pairs(&text)
        .zip(text.chars().skip(2))
        .any(|((left, space), right)| space == ' ' && is_han(left) && is_han(right));
    has_space_of_its_own.then(|| "a space between two Chinese characters".to_owned())
}

/// What is wrong with any text.
fn fault(text: &str) -> Option<&'static str> {
    if text.trim() != text || text.is_empty() {
        return Some("it begins or ends with a space, or is empty");
    }
    for (part, why) in [
        ("  ", "two spaces"),
        ("...", "three dots for …"),
        ("……", "two … for one"),
        ("\"", "a straight quotation mark"),
        (" – ", "a dash that joins"),
        ("!", "an exclamation mark"),
    ] {
        if text.contains(part) {
            return Some(why);
        }
    }
    let has_sentence = text.contains(". ") || text.contains('。');
    let ends = text.ends_with(['.', '。', '…', ':', '：', '?', '？', ')', '）']);
    let lists_separators = text.contains(" . _");
    if has_sentence && !ends && !lists_separators && !text.ends_with('}') {
        return Some("a sentence without its full stop");
    }
    None
}

/// The word of a list that a text says and must not, with what it says instead.
fn never<'a>(key: &str, text: &str, words: &'a [(&'a str, &'a str)]) -> Option<(&'a str, &'a str)> {
    let text = text.to_lowercase();
    let is_said =
        |(word, _): &(&str, &str)| text.contains(word) && !EXCEPTIONS.contains(&(key, word));
    words.iter().copied().find(is_said)
}

#[test]
fn every_text_is_punctuated_by_the_rules_of_its_language() {
    let mut faults = Vec::new();
    for (key, text) in english().iter().chain(&chinese()) {
        faults.extend(fault(text).map(|why| format!("{key}: {why}: {text}")));
    }
    for (key, text) in chinese() {
        faults.extend(chinese_fault(&text).map(|why| format!("{key}: {why}: {text}")));
    }
    for (key, text) in english() {
        let is_foreign = |mark: char| "，。：；？！（）、".contains(mark);
        if text.contains(is_foreign) {
            faults.push(format!("{key}: a full-width mark: {text}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_text_says_a_word_that_is_never_said() {
    let mut said = Vec::new();
    for (texts, words) in [
        (english(), &NEVER_IN_ENGLISH[..]),
        (chinese(), &NEVER_IN_CHINESE[..]),
    ] {
        for (key, text) in texts {
            let found = never(&key, &text, words);
            let line = |(word, instead)| format!("{key}: “{word}”, say “{instead}”: {text}");
            said.extend(found.map(line));
        }
    }
    assert!(said.is_empty(), "{}", said.join("\n"));
}

#[test]
fn every_exception_is_needed() {
    let all: Vec<_> = english().into_iter().chain(chinese()).collect();
    for (key, word) in EXCEPTIONS {
        let says = |it: &(String, String)| it.0 == key && it.1.to_lowercase().contains(word);
        assert!(all.iter().any(says), "{key}: {word}");
    }
}

#[test]
fn a_token_is_called_token_in_chinese() {
    let found = never("token.empty", "请粘贴令牌。", &NEVER_IN_CHINESE);
    assert_eq!(found, Some(("令牌", "Token")));
    let chinese = chinese();
    let label = chinese.iter().find(|(key, _)| key == "sign_in.token_label");
    assert_eq!(label.map(|(_, text)| text.as_str()), Some("Token"));
}

#[test]
fn each_rule_of_chinese_punctuation_finds_what_breaks_it() {
    for broken in [
        "用户ID",
        "{count:number}个任务",
        "共 {count:number}个任务",
        "导出CSV",
        "读取: 12",
        "任务(7)",
        "任务，失败 。",
        "进度 45 %",
        "已 读取",
    ] {
        assert!(chinese_fault(broken).is_some(), "{broken}");
    }
    for right in [
        "用户 ID",
        "共 {count:number} 个任务",
        "至少{all:message}",
        "{name:name}（{id:name}），已停用",
        "{percent:number}%",
        "复制为 {form:name}",
    ] {
        assert_eq!(chinese_fault(right), None, "{right}");
    }
}
