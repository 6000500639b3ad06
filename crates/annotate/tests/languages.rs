//! Other languages pass through whole: sentences are split, dates in digits are
//! read, and no rule of English is applied.

use throughline_annotate::Reading;
use throughline_model::{Article, Role};

fn read(language: &str, text: &str) -> Reading {
    let mut article = Article::new(None, "", vec![(Role::Body, text.to_owned(), None)]);
    language.clone_into(&mut article.language);
    article.published = "2026-11-24T10:00:00Z".parse().ok();
    Reading::of(article)
}

#[test]
fn sentences_and_dates_in_digits() {
    let cases: [(&str, &str, usize, &[&str]); 8] = [
        (
            "de",
            "Die Brücke ist seit dem 2026-11-03 zu. Dr. Vell sagte: „Wir gehen.“ Sie bleibt zu.",
            3,
            &["2026-11-03"],
        ),
        (
            "fr",
            "Le pont est fermé depuis le 2026-11-03. M. Vell a dit : « C’est fini. » Il part.",
            3,
            &["2026-11-03"],
        ),
        ("es", "El Sr. Vell dijo no. El puente cerró el 2026-11-03. ¿Por qué?", 3, &["2026-11-03"]),
        ("ru", "Мост закрыт с 2026-11-03. А. С. Велл ушёл.", 2, &["2026-11-03"]),
        ("zh", "大桥自2026-11-03关闭。他说：“结束了。”她走了。", 3, &["2026-11-03"]),
        ("ja", "橋は2026-11-03に閉鎖された。「終わった。」と彼は言った。", 2, &["2026-11-03"]),
        ("ar", "أُغلق الجسر في 2026-11-03. متى يُفتح؟", 2, &["2026-11-03"]),
        // Words that mean something in English only.
        ("de", "Er kam in die May-Straße. Die Not war groß. Sie said nichts.", 3, &[]),
    ];
    for (language, text, sentences, dates) in cases {
        let reading = read(language, text);
        let body: Vec<_> = reading.sentences.iter().filter(|s| s.position.is_some()).collect();
        let found: Vec<_> = body.iter().map(|s| s.text(&reading.article)).collect();
        assert_eq!(body.len(), sentences, "{found:?}");
        let values: Vec<_> = body.iter().flat_map(|s| &s.dates).map(|t| t.value.as_str()).collect();
        assert_eq!(values, dates, "{text}");
        assert!(body.iter().all(|s| s.quantities.is_empty()), "{text}");
        assert!(body.iter().flat_map(|s| &s.words).all(|w| w.stem == w.lower), "{text}");
        assert!(reading.quotations().is_empty(), "{text}");
    }
}
