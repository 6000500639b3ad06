//! `verify`: what `brief` prints is proven; a briefing corrupted in any way is not.

use serde_json::{Value, json};

use crate::run::{Folder, Outcome, brief, briefing, run, run_with, sample};

/// A way to corrupt a briefing, and what the list then says.
type Case = (&'static str, fn(&mut Value) -> bool, &'static str);

const CASES: [Case; 18] = [
    ("number", |b| text(b, None, number), "the figure 7777"),
    ("number a model wrote", |b| text(b, Some("model"), number), "the figure 7777"),
    ("name", |b| text(b, None, name), "Ruritania"),
    (
        "name a model wrote",
        |b| text(b, Some("model"), name),
        "the name Ruritania is in no cited passage",
    ),
    ("denial", |b| text(b, Some("verbatim"), denial), "differs from its passage"),
    ("denial a model lost", |b| text(b, Some("model"), denial), "its denials differ"),
    ("quotation", |b| text(b, None, quotation), "is not verbatim in a cited passage"),
    ("words added", |b| text(b, Some("verbatim"), more), "differs from its passage"),
    (
        "words added to an edited one",
        |b| edited(b).is_some_and(|s| set(s, "text", json!("More."))),
        "its edits give another text",
    ),
    (
        "citation number",
        |b| set(&mut first(b)["citations"][0], "source", json!(99)),
        "citation [99] has no source in the list",
    ),
    ("no citation", |b| set(first(b), "citations", json!([])), "cites no source"),
    ("no passage", |b| set(&mut first(b)["citations"][0], "evidence", json!([])), "has no passage"),
    (
        "passage",
        |b| set(evidence(b), "exact", json!("Nobody wrote this anywhere.")),
        "is not in article",
    ),
    (
        "place of passage",
        |b| {
            let start = evidence(b)["start"].as_u64().unwrap_or(0) + 1;
            set(evidence(b), "start", json!(start))
        },
        "is not in article",
    ),
    ("hash of passage", |b| set(evidence(b), "sha256", json!("0".repeat(64))), "another hash"),
    (
        "text of article",
        |b| {
            let told = evidence(b)["article"].clone();
            let articles = b["articles"].as_array_mut().into_iter().flatten();
            let changed = articles.filter(|a| a["id"] == told).map(|a| {
                let text = format!("{} And more.", a["text"].as_str().unwrap_or_default());
                set(a, "text", json!(text))
            });
            changed.count() == 1
        },
        "another hash",
    ),
    ("numbering", |b| set(&mut b["sources"][0], "number", json!(2)), "sources are numbered from 1"),
    ("date of timeline", date, "is not what its evidence gives"),
];

fn set(value: &mut Value, field: &str, to: Value) -> bool {
    let field = &mut value[field];
    std::mem::replace(field, to.clone()) != to
}

fn first(briefing: &mut Value) -> &mut Value {
    &mut briefing["sections"][0]["statements"][0]
}

fn evidence(briefing: &mut Value) -> &mut Value {
    &mut first(briefing)["citations"][0]["evidence"][0]
}

/// Changes the first sentence of the sections, else of the timeline, that
/// `change` can change. One that is to be a model's has no edit that puts a
/// day or a name: that would be a fault of its own.
fn text(briefing: &mut Value, kind: Option<&str>, change: fn(&str) -> Option<String>) -> bool {
    let puts = |s: &Value| {
        let mut edits = s["edits"].as_array().into_iter().flatten();
        edits.any(|edit| edit["kind"] == "day" || edit["kind"] == "name")
    };
    for statement in statements(briefing).into_iter().filter(|s| kind.is_none() || !puts(s)) {
        let Some(changed) = change(statement["text"].as_str().unwrap_or_default()) else {
            continue;
        };
        statement["text"] = json!(changed);
        if let Some(kind) = kind {
            statement["kind"] = json!(kind);
            statement["edits"] = json!([]);
        }
        return true;
    }
    false
}

/// The sentences of the sections, then those of the timeline.
fn statements(briefing: &mut Value) -> Vec<&mut Value> {
    let (mut told, mut dated) = (Vec::new(), Vec::new());
    for (name, part) in briefing.as_object_mut().into_iter().flatten() {
        let items = part.as_array_mut().into_iter().flatten();
        match name.as_str() {
            "sections" => {
                told.extend(items.filter_map(|s| s["statements"].as_array_mut()).flatten());
            }
            "timeline" => dated.extend(items),
            _ => {}
        }
    }
    told.extend(dated);
    told
}

fn edited(briefing: &mut Value) -> Option<&mut Value> {
    let is_edited = |s: &&mut Value| s["kind"] == "edited";
    statements(briefing).into_iter().find(is_edited)
}

fn more(text: &str) -> Option<String> {
    Some(format!("{text} Everybody agreed."))
}

/// The first figure that is no day of a month, made 7777.
fn number(text: &str) -> Option<String> {
    let figures = text.split(' ').find(|w| w.len() > 1 && w.bytes().all(|b| b.is_ascii_digit()))?;
    Some(text.replacen(figures, "7777", 1))
}

fn name(text: &str) -> Option<String> {
    let name = ["Kareshia ", "Ostrel ", "Belisa "].into_iter().find(|n| text.contains(n))?;
    Some(text.replacen(name, "Ruritania ", 1))
}

/// The only denial of a sentence taken out.
fn denial(text: &str) -> Option<String> {
    (text.matches("not ").count() == 1 && !text.contains("nothing"))
        .then(|| text.replacen("not ", "", 1))
}

fn quotation(text: &str) -> Option<String> {
    let (at, mark) = text.char_indices().find(|(_, c)| matches!(c, '“' | '"'))?;
    let inside = at + mark.len_utf8();
    Some(format!("{}Truly, {}", &text[..inside], &text[inside..]))
}

/// A date of the timeline with everything that shows it.
fn date(briefing: &mut Value) -> bool {
    let entries = briefing["timeline"].as_array_mut().into_iter().flatten();
    let mut days = entries.filter(|entry| entry["when"]["precision"] == "day");
    days.next().is_some_and(|entry| {
        let day = json!("2026-03-03");
        set(&mut entry["when"], "display", json!("Mar 3, 2026"))
            && set(&mut entry["when"], "from", day.clone())
            && set(&mut entry["when"], "to", day)
    })
}

fn verified(briefing: &Value) -> Outcome {
    run_with(&["verify", "-"], briefing.to_string().as_bytes())
}

#[test]
fn what_is_printed_is_proven() {
    for story in ["storm", "summit", "takeover", "mixed"] {
        let (all, _) = briefing(&[&sample(story), "--stories"]);
        let outcome = verified(&all);
        assert_eq!(outcome.code, 0, "{story}: {}", outcome.out);
        assert_eq!(outcome.out.lines().count(), all.as_array().map_or(0, Vec::len));
        assert!(outcome.out.starts_with("proven: "), "{}", outcome.out);
        assert_eq!(outcome.err, "");
    }
}

#[test]
fn what_is_corrupted_is_not() {
    let sound = ["storm", "summit", "takeover"].map(|story| (story, briefing(&[&sample(story)]).0));
    for (what, corrupt, told) in CASES {
        let mut corrupted = 0;
        for (story, sound) in &sound {
            let mut bad = sound.clone();
            if !corrupt(&mut bad) {
                continue;
            }
            corrupted += 1;
            let outcome = verified(&bad);
            assert_eq!(outcome.code, 1, "{story}, {what}: {}", outcome.out);
            assert!(outcome.out.contains(told), "{story}, {what}: {}", outcome.out);
            assert!(!outcome.out.contains("proven: "), "{story}, {what}: {}", outcome.out);
            assert!(outcome.err.contains("not proven; "), "{story}, {what}: {}", outcome.err);
        }
        assert!(corrupted > 0, "nothing to corrupt for: {what}");
    }
}

#[test]
fn articles_can_be_given() {
    let (storm, summit) = (sample("storm"), sample("summit"));
    let folder = Folder::new();
    let bare = folder.join("bare.json").display().to_string();
    let outcome = brief(&[&storm, "--no-articles", "-o", &bare]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let whole = folder.join("whole.json").display().to_string();
    brief(&[&storm, "-o", &whole]);
    let cases: [(&[&str], i32, &str); 7] = [
        (&["verify", &bare], 1, "holds no articles; give them with --articles"),
        (&["verify", &bare, "--articles", &storm], 0, "proven: "),
        (&["verify", &bare, "--articles", &whole], 0, "proven: "),
        (&["verify", &whole, "--format", "json"], 0, "\"faults\": []"),
        (&["verify", &bare, "--articles", &summit, "--format", "json"], 1, "is not at hand"),
        (&["verify", &bare, "--articles", &summit, &whole], 0, "proven: "),
        (&["verify", &bare, "--articles", &summit], 1, "is not at hand; give it with --articles"),
    ];
    for (arguments, code, told) in cases {
        let outcome = run(arguments);
        assert_eq!(outcome.code, code, "{arguments:?}: {outcome:?}");
        assert!(format!("{}{}", outcome.out, outcome.err).contains(told), "{outcome:?}");
    }
}

#[test]
fn articles_given_later_are_taken_as_they_were() {
    // On the 16th the articles of the 17th and 18th were from the future.
    let folder = Folder::new();
    let bare = folder.join("bare.json").display().to_string();
    let storm = sample("storm");
    let outcome = run(&["brief", "--now", "2026-09-16", &storm, "--no-articles", "-o", &bare]);
    assert_eq!(outcome.err.matches("is in the future; set aside").count(), 3, "{}", outcome.err);
    let outcome = run(&["verify", &bare, "--articles", &storm]);
    assert_eq!(outcome.code, 0, "{outcome:?}");
}

#[test]
fn what_is_no_briefing_is_not_proven() {
    for (bytes, told) in [
        ("", "not a briefing; give what `brief --format json` printed"),
        ("{}", "not a briefing"),
        ("[]", "holds no briefing"),
        ("[1]", "not a briefing"),
        ("  \n", "it is empty"),
        ("{\"schema\": ", "it was cut short"),
        (
            "{\"title\": \"A\", \"text\": \"B\"}\n{\"text\": \"C\"}\n",
            "it holds articles; brief them first",
        ),
        (
            "{\"schema\": \"throughline/briefing/0\"}",
            "this program reads \"throughline/briefing/1\"",
        ),
    ] {
        let outcome = run_with(&["verify", "-"], bytes.as_bytes());
        assert_eq!(outcome.code, 1, "{bytes}");
        assert!(outcome.err.contains(told), "{bytes}: {}", outcome.err);
    }
}
