//! The canonical address of an article: without what only counts clicks, on
//! the host for big screens.

use jiff::civil::Date;
use url::Url;

use crate::pattern::patterns;

patterns! {
    TRACKING = r"(?i)^(utm_.*|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|_gl|cmpid|cmp|cid|icid|ncid|ocid|smid|smtyp|partner|ref|ref_src|referrer|referer|source|src|rss|feedtype|feedname|guccounter|guce_.*|spm|xtor|wt\.mc_id|at_.*|ns_.*|mbid|emc|sr_share|share|taid|sh|via|cmpgn|campaign|s_cid|intcid|itid|linkid|soc_.*|traffic_source|__twitter_impression|amp|outputtype|usqp|amp_.*)$";
    PATH_DATE = r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|-|_|\b|\D)";
    PATH_MONTH = r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])(?:/|$)";
    PATH_NAMED = r"(?i)/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?:/|-|\b)";
    DAY_FIRST = r"[/_-](0[1-9]|[12]\d|3[01])[_-](0[1-9]|1[0-2])[_-]((?:19|20)\d\d)(?:/|\.|$)";
    TAIL_DATE = r"(?:^|[^0-9])((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[^0-9]|$)";
}

/// The canonical form of an address; none where it is no web address.
pub fn canonical(address: &str) -> Option<String> {
    let mut url = Url::parse(address.trim()).ok()?;
    if !matches!(url.scheme(), "http" | "https") {
        return None;
    }
    if let Some(inner) = behind_amp_cache(&url) {
        url = inner;
    }
    url.set_fragment(None);
    let host = url.host_str()?.to_owned();
    let plain = plain_host(&host);
    if plain != host {
        url.set_host(Some(&plain)).ok()?;
    }
    let kept: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| !TRACKING.is_match(key))
        .map(|(k, v)| (k.into(), v.into()))
        .collect();
    if url.query().is_some() && kept.len() < url.query_pairs().count() {
        if kept.is_empty() {
            url.set_query(None);
        } else {
            url.query_pairs_mut().clear().extend_pairs(kept);
        }
    }
    if url.query() == Some("") {
        url.set_query(None);
    }
    let path = url.path().to_owned();
    let path = plain_path(&path);
    if path != url.path() {
        url.set_path(&path);
    }
    Some(url.to_string())
}

/// `https://www.google.com/amp/s/host/path` and
/// `https://host-example.cdn.ampproject.org/c/s/host/path`.
fn behind_amp_cache(url: &Url) -> Option<Url> {
    let host = url.host_str()?;
    let rest = if host.ends_with(".cdn.ampproject.org") {
        url.path().strip_prefix("/c/").or_else(|| url.path().strip_prefix("/v/"))?
    } else if host.starts_with("www.google.") {
        url.path().strip_prefix("/amp/")?
    } else {
        return None;
    };
    let (scheme, rest) = match rest.strip_prefix("s/") {
        Some(rest) => ("https", rest),
        None => ("http", rest),
    };
    Url::parse(&format!("{scheme}://{rest}")).ok()
}

fn plain_host(host: &str) -> String {
    for mobile in ["m.", "mobile.", "amp."] {
        if let Some(rest) = host.strip_prefix(mobile)
            && rest.contains('.')
        {
            return rest.to_owned();
        }
    }
    host.replacen(".m.wikipedia.", ".wikipedia.", 1)
}

fn plain_path(path: &str) -> String {
    let mut path = path;
    for tail in ["/amp/", "/amp", ".amp.html", ".amp"] {
        if let Some(rest) = path.strip_suffix(tail) {
            if tail == ".amp.html" {
                return format!("{rest}.html");
            }
            path = rest;
            break;
        }
    }
    match path.strip_prefix("/amp/") {
        Some(rest) if rest.contains('/') || rest.contains('-') => format!("/{rest}"),
        _ => path.to_owned(),
    }
}

/// The host of an address, without `www.`.
pub fn host(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

/// Whether an address names a front page and no article.
pub fn is_front_page(address: &str) -> bool {
    // Links are many, and nearly all go deeper.
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
    if path.is_some_and(|(_, path)| path.len() > "index.html".len() && !path.starts_with('#')) {
        return false;
    }
    Url::parse(address).is_ok_and(|url| {
        url.query().is_none()
            && matches!(url.path(), "" | "/" | "/index.html" | "/home" | "/index.php")
    })
}

/// The day in an address: `/2015/09/15/`, `-20150915`, `/2015/sep/15/`.
pub fn day(address: &str) -> Option<Date> {
    let url = Url::parse(address).ok()?;
    let path = url.path();
    if let Some(m) = PATH_NAMED.captures(path) {
        let months = "janfebmaraprmayjunjulaugsepoctnovdec";
        let month = months.find(&m[2].to_lowercase())? / 3 + 1;
        return Date::new(m[1].parse().ok()?, i8::try_from(month).ok()?, m[3].parse().ok()?).ok();
    }
    if let Some(m) = DAY_FIRST.captures(path) {
        return Date::new(m[3].parse().ok()?, m[2].parse().ok()?, m[1].parse().ok()?).ok();
    }
    let m = PATH_DATE.captures(path).or_else(|| TAIL_DATE.captures(path))?;
    Date::new(m[1].parse().ok()?, m[2].parse().ok()?, m[3].parse().ok()?).ok()
}

/// The year and month in an address: `/2015/09/`.
pub fn month(address: &str) -> Option<(i16, i8)> {
    let m = PATH_MONTH.captures(address)?;
    Some((m[1].parse().ok()?, m[2].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn makes_addresses_canonical() {
        let cases = [
            ("https://herald.example/a?utm_source=x&id=7#top", "https://herald.example/a?id=7"),
            ("https://herald.example/a?fbclid=1", "https://herald.example/a"),
            ("https://herald.example/a?p=1&q=b%20c", "https://herald.example/a?p=1&q=b%20c"),
            ("https://m.herald.example/a", "https://herald.example/a"),
            ("https://herald.example/a/amp/", "https://herald.example/a"),
            ("https://herald.example/a.amp", "https://herald.example/a"),
            ("https://herald.example/amp/news/a-b", "https://herald.example/news/a-b"),
            ("https://herald.example/a?outputType=amp", "https://herald.example/a"),
            ("https://www.google.com/amp/s/herald.example/a", "https://herald.example/a"),
            (
                "https://herald-example.cdn.ampproject.org/c/s/herald.example/a",
                "https://herald.example/a",
            ),
            (" HTTPS://Herald.example/A ", "https://herald.example/A"),
        ];
        for (given, expected) in cases {
            assert_eq!(canonical(given).as_deref(), Some(expected), "{given}");
        }
        for given in ["", "herald.example/a", "file:///etc/passwd", "javascript:x"] {
            assert_eq!(canonical(given), None, "{given}");
        }
    }

    #[test]
    fn reads_the_day_of_an_address() {
        let cases = [
            ("https://herald.example/2015/09/15/bridge", Some("2015-09-15")),
            ("https://herald.example/world/2015/sep/05/bridge", Some("2015-09-05")),
            ("https://herald.example/news-20150915.html", Some("2015-09-15")),
            ("https://herald.example/2015-09-15-bridge", Some("2015-09-15")),
            ("https://herald.example/a201509151", None),
            ("https://herald.example/news/29-10-2021", Some("2021-10-29")),
            ("https://herald.example/2015/09/bridge", None),
            ("https://herald.example/news/58131907", None),
        ];
        for (address, expected) in cases {
            assert_eq!(day(address).map(|d| d.to_string()).as_deref(), expected, "{address}");
        }
    }

    proptest! {
        #[test]
        fn is_done_after_once(path in "[a-z0-9/._-]{0,24}", query in "[a-z_=&]{0,20}") {
            let address = format!("https://www.herald.example/{path}?{query}");
            if let Some(once) = canonical(&address) {
                prop_assert_eq!(canonical(&once), Some(once.clone()));
            }
        }
    }
}
