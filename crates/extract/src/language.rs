//! The language of a text: what the page says, checked against the text.

use whatlang::{Info, Lang, detect};

/// Letters that are enough to tell a language,
const ENOUGH: usize = 80;
/// to tell one against what the page says,
const ENOUGH_AGAINST: usize = 140;
/// and as many as are looked at.
const SAMPLE: usize = 800;

/// A BCP 47 tag; "und" where nobody says and the text is too short to tell.
///
/// Pages lie: templates say "en" above any text. So the text decides where it
/// is long enough and clear, and the page adds the region.
pub fn of(text: &str, named: Option<&str>) -> String {
    let named = named.map(tag).filter(|tag| !tag.is_empty());
    let end = text.char_indices().nth(SAMPLE).map_or(text.len(), |(at, _)| at);
    let detected = || {
        let needed = if named.is_some() { ENOUGH_AGAINST } else { ENOUGH };
        let enough = text.chars().nth(needed).is_some();
        let found = enough.then(|| detect(&text[..end])).flatten();
        found.filter(Info::is_reliable).and_then(|found| short(found.lang()))
    };
    let Some(code) = surely(&text[..end]).or_else(detected) else {
        return named.unwrap_or_else(|| "und".to_owned());
    };
    match named {
        Some(named) if same(primary(&named), code) => named,
        _ => code.to_owned(),
    }
}

/// The language of a text beyond doubt: three in ten of its words are those that
/// no other language has so many of. Most texts need no comparing with seventy
/// languages.
fn surely(text: &str) -> Option<&'static str> {
    const COMMON: [(&str, [&str; 32]); 2] = [
        (
            "en",
            [
                "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with",
                "as", "at", "by", "from", "it", "be", "his", "are", "have", "has", "had", "not",
                "an", "this", "he", "but", "or", "which", "you", "said",
            ],
        ),
        (
            "de",
            [
                "der", "die", "und", "das", "den", "von", "zu", "mit", "ist", "des", "auf", "für",
                "nicht", "ein", "eine", "dem", "im", "sich", "es", "auch", "an", "er", "dass",
                "sie", "nach", "bei", "um", "am", "aus", "hat", "wird", "wie",
            ],
        ),
    ];
    let (mut words, mut known) = (0, [0; COMMON.len()]);
    for word in text.split_ascii_whitespace() {
        words += 1;
        for (known, (_, common)) in known.iter_mut().zip(&COMMON) {
            *known += usize::from(word.len() <= 5 && common.contains(&word));
        }
    }
    let at = known.iter().position(|known| words >= 30 && known * 10 >= words * 3)?;
    Some(COMMON[at].0)
}

/// Close neighbours that short texts do not tell apart: the page decides.
fn same(named: &str, found: &str) -> bool {
    const NEAR: [&[&str]; 4] =
        [&["no", "nb", "nn", "da"], &["hr", "sr", "bs"], &["id", "ms"], &["uk", "be"]];
    named == found || NEAR.iter().any(|near| near.contains(&named) && near.contains(&found))
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// `en_GB.UTF-8` as `en-GB`; empty where it is no tag.
fn tag(named: &str) -> String {
    let named = named.trim().split(['.', ',', ';', ' ']).next().unwrap_or_default();
    let mut parts = named.split(['_', '-']);
    let primary = parts.next().unwrap_or_default().to_lowercase();
    if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|b| b.is_ascii_lowercase()) {
        return String::new();
    }
    match parts.next() {
        Some(region) if region.len() == 2 && region.bytes().all(|b| b.is_ascii_alphabetic()) => {
            format!("{primary}-{}", region.to_uppercase())
        }
        Some(script) if script.len() == 4 && script.bytes().all(|b| b.is_ascii_alphabetic()) => {
            format!("{primary}-{}{}", script[..1].to_uppercase(), script[1..].to_lowercase())
        }
        _ => primary,
    }
}

fn short(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Eng => "en",
        Lang::Deu => "de",
        Lang::Fra => "fr",
        Lang::Spa => "es",
        Lang::Ita => "it",
        Lang::Por => "pt",
        Lang::Nld => "nl",
        Lang::Swe => "sv",
        Lang::Dan => "da",
        Lang::Nob => "no",
        Lang::Fin => "fi",
        Lang::Pol => "pl",
        Lang::Ces => "cs",
        Lang::Slk => "sk",
        Lang::Slv => "sl",
        Lang::Hrv => "hr",
        Lang::Srp => "sr",
        Lang::Mkd => "mk",
        Lang::Bul => "bg",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Bel => "be",
        Lang::Ron => "ro",
        Lang::Hun => "hu",
        Lang::Tur => "tr",
        Lang::Ell => "el",
        Lang::Est => "et",
        Lang::Lav => "lv",
        Lang::Lit => "lt",
        Lang::Cat => "ca",
        Lang::Ara => "ar",
        Lang::Heb => "he",
        Lang::Pes => "fa",
        Lang::Urd => "ur",
        Lang::Hin => "hi",
        Lang::Ben => "bn",
        Lang::Tam => "ta",
        Lang::Tel => "te",
        Lang::Mar => "mr",
        Lang::Guj => "gu",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Cmn => "zh",
        Lang::Tha => "th",
        Lang::Vie => "vi",
        Lang::Ind => "id",
        Lang::Aze => "az",
        Lang::Kat => "ka",
        Lang::Hye => "hy",
        Lang::Afr => "af",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn believes_the_text_and_takes_the_region() {
        let english = "The county council closed the bridge on Friday afternoon after engineers found cracks in two of the hangers that carry its main span.";
        let german = "Der Landkreis hat die Brücke am Freitagnachmittag gesperrt, nachdem Ingenieure Risse in zwei der Hänger gefunden hatten, die den Hauptbogen tragen.";
        for (text, named, expected) in [
            (english, Some("en_GB"), "en-GB"),
            (english, None, "en"),
            (german, Some("en"), "de"),
            (german, Some("de-AT"), "de-AT"),
            ("Kurz.", Some("de"), "de"),
            ("Kurz.", None, "und"),
            ("Kurz.", Some("{{lang}}"), "und"),
            ("", Some("zh-hant-TW"), "zh-Hant"),
        ] {
            assert_eq!(of(text, named), expected, "{named:?} {text}");
        }
    }
}
