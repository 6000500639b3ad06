//! Why a page has no article: it says that what was looked for is not there,
//! or something stands before it.

use throughline_model::Role;

use super::{Page, body::Block};
use crate::{Reason, dom::Tag, draft::Line};

/// A text of so many letters is an article, whatever words stand in it.
const ARTICLE: usize = 600;

/// How much of a page is searched.
const MOST: usize = 20_000;

/// A page with more text than this shows something of its own.
const MOST_OF_A_WALL: usize = 6_000;

/// Words of pages that stand where a page is gone.
const NOT_FOUND: [&str; 24] = [
    "404",
    "page not found",
    "not found",
    "page you are looking for",
    "page you requested",
    "page doesn't exist",
    "page does not exist",
    "no longer available",
    "seite nicht gefunden",
    "nicht gefunden",
    "nicht mehr verfügbar",
    "page introuvable",
    "page non trouvée",
    "n'existe pas",
    "página no encontrada",
    "no encontrada",
    "no existe",
    "pagina non trovata",
    "página não encontrada",
    "não encontrada",
    "pagina niet gevonden",
    "nie znaleziono",
    "не найдена",
    "не найден",
];

/// Words of consent, sign-in, subscription and robot checks.
const WALL: [&str; 24] = [
    "cookie",
    "consent",
    "you are human",
    "you are not a robot",
    "you're not a robot",
    "are you a robot",
    "captcha",
    "enable javascript",
    "turn on javascript",
    "javascript is disabled",
    "sign in to continue",
    "sign in to read",
    "log in to continue",
    "log in to read",
    "subscribe to continue",
    "subscribe to read",
    "to continue reading",
    "already a subscriber",
    "for subscribers only",
    "nur für abonnenten",
    "réservé aux abonnés",
    "access denied",
    "unusual traffic",
    "checking your browser",
];

/// Why the page is no article, if it is none; `lines` are what was found in it.
pub fn of(page: &Page<'_>, blocks: &[Block<'_>], lines: &[Line]) -> Option<Reason> {
    let told = |line: &&Line| matches!(line.role, Role::Body | Role::Quotation | Role::List);
    let found: Vec<&str> = lines.iter().filter(told).map(|line| line.text.as_str()).collect();
    if found.iter().map(|line| line.len()).sum::<usize>() >= ARTICLE {
        return None;
    }
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let found = found.join("\n").to_lowercase();
    let named = page.doc.select("title").text() + "\n" + &page.doc.select("h1").text();
    if has(&named.to_lowercase(), &NOT_FOUND) {
        return Some(Reason::NotFound);
    }
    if has(&found, &WALL) {
        return Some(Reason::Wall);
    }
    if !found.is_empty() {
        return None;
    }
    let mut all = String::new();
    for block in blocks.iter().filter(|block| block.node.tag() != Tag::Footer) {
        all.push_str(&block.text);
        all.push('\n');
        if all.len() > MOST {
            break;
        }
    }
    let all = all.to_lowercase();
    Some(if all.len() >= MOST_OF_A_WALL {
        Reason::NoArticle
    } else if has(&all, &WALL) {
        Reason::Wall
    } else if has(&all, &NOT_FOUND[1..]) {
        Reason::NotFound
    } else {
        Reason::NoArticle
    })
}
