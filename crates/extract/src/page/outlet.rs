//! The outlet of a page: what it calls itself, or what its host is known as.

use super::{
    Page,
    called::{self, within},
    survey::Kind,
};
use crate::{address, headline, outlet as table};

/// The outlet's name.
pub fn of(page: &Page<'_>) -> Option<String> {
    let host = page.url.as_deref().and_then(address::host);
    let known = host.as_deref().and_then(|host| table::Outlets::built_in().of_host(host));
    if let Some(known) = known {
        return Some(known.name.clone());
    }
    let publisher = || page.ld.names("publisher").into_iter().next().map(|n| n.name);
    let candidates = [
        page.meta().get(&["og:site_name"]),
        publisher(),
        page.meta().get(&[
            "application-name",
            "citation_journal_title",
            "dc.publisher",
            "apple-mobile-web-app-title",
        ]),
        page.ld.site(),
        page.meta().get(&["publisher", "dcterms.publisher", "copyright", "article:publisher"]),
    ];
    let named = candidates.into_iter().flatten().map(|name| tidy(&name)).find(|name| is_name(name));
    named
        .or_else(|| from_title(page))
        .or_else(|| from_masthead(page))
        .or_else(|| host.map(|host| table::name_of_host(&host)))
}

fn tidy(name: &str) -> String {
    let name = headline::tidy(name.trim_start_matches('@'));
    // "The Herald | News from the county" names the herald and its slogan.
    name.split(
        [" | ", " - ", " – ", " :: "]
            .iter()
            .find(|m| name.contains(**m))
            .copied()
            .unwrap_or("\u{0}"),
    )
    .next()
    .unwrap_or_default()
    .trim()
    .to_owned()
}

fn is_name(name: &str) -> bool {
    (2..=60).contains(&name.chars().count())
        && !name.contains("://")
        && name.split(' ').count() <= 8
}

/// "Bridge closes | The Herald", when the page says "The Herald" elsewhere too:
/// in its host, its masthead or its footer.
fn from_title(page: &Page<'_>) -> Option<String> {
    let title = headline::tidy(&page.survey.title);
    let first = page.survey.marks.iter().find(|m| m.kind == Kind::H1);
    let heading = first.map(|m| headline::fold(&m.line())).unwrap_or_default();
    let host = page.url.as_deref().and_then(address::host).unwrap_or_default();
    let host: String = host.chars().filter(|c| c.is_alphanumeric()).collect();
    let parts = [" | ", " · ", " — ", " – ", " - ", " :: ", " » "].into_iter().flat_map(|m| {
        let (first, last) =
            (title.split_once(m).map(|(a, _)| a), title.rsplit_once(m).map(|(_, b)| b));
        [last, first].into_iter().flatten()
    });
    // What the page is called itself stands in its address.
    let address = page.url.as_deref().unwrap_or_default().trim_end_matches('/');
    let address = headline::fold(address.rsplit('/').next().unwrap_or_default());
    let is_page = |part: &str| part.split(' ').count() >= 3 && address.contains(part);
    let frame: String = page
        .survey
        .marks
        .iter()
        .filter(|m| m.home || m.in_any(within::HEADER | within::FOOTER | called::MASTHEAD))
        .map(|m| format!("{} ", headline::fold(&m.line())))
        .collect();
    parts
        .map(str::trim)
        .find(|part| {
            let folded = headline::fold(part);
            let joined: String = folded.strip_prefix("the ").unwrap_or(&folded).replace(' ', "");
            let elsewhere = frame.contains(&folded) || (joined.len() > 3 && host.contains(&joined));
            !joined.is_empty()
                && is_name(part)
                && elsewhere
                && !heading.contains(&folded)
                && !is_page(&folded)
        })
        .map(str::to_owned)
}

/// The name in the masthead, when it links to the front page.
fn from_masthead(page: &Page<'_>) -> Option<String> {
    let generic = ["home", "homepage", "front page", "start", "logo", "menu"];
    let marks = page.survey.marks.iter();
    marks
        .filter(|m| m.home && m.in_any(within::HEADER | called::MASTHEAD))
        .map(|m| headline::tidy(&m.glued()))
        .map(|name| name.trim_end_matches(" Logo").trim_end_matches(" logo").to_owned())
        .find(|name| is_name(name) && !generic.contains(&name.to_lowercase().as_str()))
}
