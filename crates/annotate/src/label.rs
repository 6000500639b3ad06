//! Labels of titles: "Croydon tram crash: Seven dead after derailment".

/// Last words of a label that say who speaks, or what kind of text it is; what
/// follows is then told on their word. Offices and bodies alike speak, so this is no list of titles.
#[rustfmt::skip]
const SPEAKERS: &[&str] = &[
    "police", "official", "source", "report", "study", "poll", "survey", "ministry", "minister",
    "government", "president", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney",
    "prosecutor", "judge", "court", "family", "mother", "father", "expert", "scientist",
    "researcher", "witness", "survivor", "analyst", "analysis", "review", "opinion", "comment",
    "editorial", "exclusive", "video", "watch", "live", "mayor", "governor", "senator", "chief",
    "boss", "ceo", "union", "army", "military", "agency", "company", "firm", "team", "coach",
    "council", "doctor", "hospital", "teacher", "driver", "pilot", "victim", "suspect", "claim",
    "rumor", "rumour", "letter", "memo", "leak", "document", "book", "paper", "blog", "editor",
    "reader", "readers", "quiz", "timeline", "explainer", "fact", "check", "myth", "says", "said",
];

/// The bytes of a label that names the matter of a title, its colon and space
/// included; none where the words before the colon may be a speaker.
///
/// ```
/// use throughline_annotate::label;
/// assert_eq!(label("Croydon tram crash: Seven dead"), Some(20));
/// assert_eq!(label("Ministry official: Seven dead"), None);
/// ```
pub fn label(title: &str) -> Option<usize> {
    let (label, rest) = title.split_once(": ")?;
    let words: Vec<&str> = label.split(' ').collect();
    let last = words.last()?;
    let plain = label.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\''));
    let matter = last.starts_with(char::is_lowercase)
        && last.len() > 2
        && (!last.ends_with('s') || last.ends_with("ss"))
        && !SPEAKERS.contains(last);
    let named = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
    (plain && matter && named && (2..=5).contains(&words.len()) && !rest.is_empty())
        .then_some(label.len() + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_name_a_matter_and_no_speaker() {
        let cases = [
            ("Nice attack: Lorry driver kills 84", "Nice attack: "),
            ("Port Emery ferry fire: Two held", "Port Emery ferry fire: "),
            ("Vosk: We will not sign", ""),
            ("Police official: Two held", ""),
            ("Red House: No deal", ""),
            ("Union officials: No deal", ""),
            ("Storm: Six dead", ""),
            ("No colon here", ""),
            ("Is this the end? The dam: a story", ""),
            ("Ministry report: dam was sound", ""),
        ];
        for (title, expected) in cases {
            assert_eq!(&title[..label(title).unwrap_or(0)], expected, "{title}");
        }
    }
}
