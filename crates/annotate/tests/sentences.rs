//! Hard ends of sentences, as data: `sentences/*.txt`.

use throughline_annotate::split;

#[test]
fn hard_ends() {
    let files = [
        include_str!("sentences/names.txt"),
        include_str!("sentences/figures.txt"),
        include_str!("sentences/quotes.txt"),
        include_str!("sentences/news.txt"),
        include_str!("sentences/languages.txt"),
    ];
    let mut cases = 0;
    let mut wrong = String::new();
    for file in files {
        let mut language = "en";
        for line in file.lines().filter(|l| !l.is_empty() && !l.starts_with("//")) {
            match line.strip_prefix('@').filter(|tag| tag.len() == 2) {
                Some(tag) => language = tag,
                None => {
                    cases += 1;
                    let found = marked(line, language);
                    if found != line {
                        wrong.push_str(&format!("{line}\n  {found}\n"));
                    }
                }
            }
        }
    }
    assert!(cases >= 300, "{cases}");
    assert!(wrong.is_empty(), "{wrong}");
}

/// The case as it is split, with the marks of the data.
fn marked(case: &str, language: &str) -> String {
    let text = case.replace('|', " ").replace('¦', "");
    let mut found = String::new();
    let mut end = 0;
    for span in split(&text, language) {
        let gap = &text[end..span.start];
        if end > 0 {
            match gap.strip_prefix(' ') {
                Some(rest) => found.push_str(&format!("|{rest}")),
                None => found.push_str(&format!("¦{gap}")),
            }
        }
        found.push_str(&text[span.clone()]);
        end = span.end;
    }
    found
}
