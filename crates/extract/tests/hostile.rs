//! Hostile and broken pages: `samples/hostile` with what each is to give, and
//! pages too large to keep. None may panic; each takes about a second at most.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use throughline_extract::{Reason, extract};
use throughline_model::{Content, Document};

#[test]
fn every_sample_gives_what_is_expected() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples/hostile");
    let table = fs::read_to_string(folder.join("expected.tsv")).expect("a table beside the pages");
    let mut faults = Vec::new();
    let mut files = 0;
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let mut fields = row.split('\t');
        let (name, outcome) =
            (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let bytes = fs::read(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        files += 1;
        match extract(&Document::new(name, Content::Html, bytes)) {
            Ok(article) => {
                let there = fields.next().is_none_or(|text| article.text.contains(text));
                let absent = fields.next().is_none_or(|text| !article.text.contains(text));
                if outcome != "article" || !there || !absent {
                    faults.push(format!("{name}: an article:\n{}", article.text));
                }
            }
            Err(reason) if reason.to_string().starts_with(outcome) => {}
            Err(reason) => faults.push(format!("{name}: {reason}")),
        }
    }
    let there = fs::read_dir(&folder).expect("the folder is there");
    let html = |entry: &fs::DirEntry| entry.path().extension().is_some_and(|e| e == "html");
    assert_eq!(files, there.flatten().filter(html).count(), "every page stands in the table");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

const ARTICLE: &str = "<h1>Bridge closes after cracks found</h1>\
    <p>The old bridge was closed to all traffic on Friday after engineers found cracks in two of its hangers, the council said.</p>\
    <p>Drivers face a detour of 54 kilometres until at least 12 December, and a ferry will run from Wednesday between the quay and the tannery.</p>";

#[test]
fn a_page_of_any_size_takes_about_a_second() {
    let megabyte = 1024 * 1024;
    let attributes: String = (0..200).map(|i| format!(" a{i}='b'")).collect();
    let many: String = (0..100_000).map(|i| format!(" x{i}=y")).collect();
    let pages: [(&str, String); 27] = [
        ("nested elements", "<div>".repeat(100_000)),
        ("nested and closed", "<div>".repeat(100_000) + "x" + &"</div>".repeat(100_000)),
        ("millions of nested elements", "<div>".repeat(4_000_000)),
        ("nested tables", "<table><tr><td>".repeat(3_000)),
        ("nested formatting", "<b><i>".repeat(50_000)),
        ("formatting closed in the wrong order", "<b><i><p></b></i>".repeat(30_000)),
        ("nested links", "<a href=x><p>".repeat(50_000)),
        ("nested lists", "<ul><li>".repeat(50_000)),
        ("links", "<a href='/x'>the mayor of the town</a> ".repeat(100_000)),
        ("list of links", "<li><a href='/x'>the mayor of the town</a>".repeat(100_000)),
        ("siblings", "<span>a</span>".repeat(500_000)),
        ("brackets", "<".repeat(megabyte)),
        ("quotes that never end", "<a title=\"".repeat(100_000)),
        ("comments that never end", "<!--".repeat(200_000)),
        ("declarations that never end", "<!x".repeat(200_000)),
        ("end tags of nothing", "</div>".repeat(200_000)),
        ("attributes", format!("<div{attributes}>x</div>").repeat(2_000)),
        ("a megabyte of attributes", format!("<div{many}>x</div>")),
        (
            "an attribute of a megabyte",
            format!("<div class='{}'>x</div>", "related ".repeat(megabyte / 8)),
        ),
        ("line breaks", "a<br>".repeat(200_000)),
        ("data", format!("<script type='application/ld+json'>{}</script>", "[".repeat(500_000))),
        ("text", "The bridge was closed on Friday. ".repeat(300_000)),
        ("cells", "<table>".to_owned() + &"<tr><td>7<td>Wen".repeat(50_000)),
        ("appeals", "<div><p>Contribute as little as $2 to keep it free.".repeat(30_000)),
        ("pictures of authors", "<img class=author><p>Jane Doe</p>".repeat(50_000)),
        ("degrees", "<h1>Bridge</h1><p>Jane Doe, DVM; Karl Roe, MD</p>".repeat(50_000)),
        ("references", "&amp;&#x1F600;&notit;&".repeat(100_000)),
    ];
    for (name, page) in pages {
        for html in [
            format!("<html><body>{ARTICLE}{page}</body></html>"),
            format!("<html><body>{page}{ARTICLE}</body></html>"),
        ] {
            let start = Instant::now();
            let _ = extract(&Document::new("test", Content::Html, html.into_bytes()));
            // Far above the aim, so that a busy machine does not fail the test.
            let took = start.elapsed();
            assert!(took < Duration::from_secs(20), "{took:?} for {name}");
        }
    }
}

#[test]
fn a_page_of_fifty_megabytes_is_read_as_far_as_it_matters() {
    for filler in ["<script>var a = 1;</script>", "<p>The bridge was closed on Friday.</p>", "x "] {
        let most = throughline_extract::MAX_BYTES - 1000;
        let mut html = format!("<html><body>{ARTICLE}");
        html.push_str(&filler.repeat((most - html.len()) / filler.len()));
        let start = Instant::now();
        let found = extract(&Document::new("test", Content::Html, html.into_bytes()));
        let title = found.map(|article| article.title);
        assert_eq!(title, Ok("Bridge closes after cracks found".to_owned()), "{filler}");
        let took = start.elapsed();
        assert!(took < Duration::from_secs(30), "{took:?} for {filler}");
    }
    let endless = "bm8gc3RvcCBpbiB0aGlz ".repeat(throughline_extract::MAX_TEXT / 20).into_bytes();
    assert_eq!(extract(&Document::new("test", Content::Text, endless)), Err(Reason::TooLong));
    let large = vec![b'a'; throughline_extract::MAX_BYTES + 1];
    assert_eq!(extract(&Document::new("test", Content::Html, large)), Err(Reason::TooLarge));
}

/// Text that says UTF-8 and is in something else.
#[test]
fn pages_in_twelve_encodings_that_say_another_are_read() {
    let sentence = [
        (
            "windows-1251",
            "Старый мост закрыли для движения в пятницу, после того как инженеры нашли трещины в двух подвесках, сообщил совет округа.",
        ),
        (
            "koi8-r",
            "Старый мост закрыли для движения в пятницу, после того как инженеры нашли трещины в двух подвесках, сообщил совет округа.",
        ),
        (
            "windows-1250",
            "Stary most zamknięto w piątek dla wszystkich pojazdów, gdy inżynierowie znaleźli pęknięcia w dwóch wieszakach, podała rada powiatu.",
        ),
        (
            "windows-1252",
            "Die alte Brücke wurde am Freitag für den Verkehr gesperrt, nachdem Prüfer Risse in zwei Hängern gefunden hatten, erklärte der Kreis.",
        ),
        (
            "windows-1253",
            "Η παλιά γέφυρα έκλεισε την Παρασκευή, αφού μηχανικοί βρήκαν ρωγμές σε δύο αναρτήρες, ανακοίνωσε το συμβούλιο της περιοχής.",
        ),
        (
            "windows-1254",
            "Eski köprü, mühendislerin iki askıda çatlak bulmasının ardından cuma günü trafiğe kapatıldı, ilçe meclisi böyle açıkladı ve özür diledi.",
        ),
        (
            "windows-1255",
            "הגשר הישן נסגר לתנועה ביום שישי לאחר שמהנדסים מצאו סדקים בשני מתלים, כך מסרה המועצה האזורית.",
        ),
        (
            "windows-1256",
            "أغلق الجسر القديم أمام حركة المرور يوم الجمعة بعد أن وجد المهندسون شقوقا في اثنين من الكابلات، حسبما قال مجلس المقاطعة.",
        ),
        (
            "shift_jis",
            "古い橋は金曜日、技術者が二本の吊り材にひびを見つけたため、すべての車両の通行が禁止されたと郡議会が発表した。",
        ),
        (
            "euc-jp",
            "古い橋は金曜日、技術者が二本の吊り材にひびを見つけたため、すべての車両の通行が禁止されたと郡議会が発表した。",
        ),
        (
            "gb18030",
            "县议会表示，工程师在两根吊杆上发现裂缝后，这座旧桥于星期五对所有车辆关闭，渡轮将从星期三开始运行。",
        ),
        (
            "euc-kr",
            "군의회는 기술자들이 두 개의 행어에서 균열을 발견한 뒤 금요일에 낡은 다리의 모든 통행을 막았다고 밝혔다.",
        ),
    ];
    for (label, sentence) in sentence {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("a known label");
        let paragraphs = format!("<p>{sentence}</p>").repeat(4);
        let html = format!("<meta charset=utf-8><h1>1958</h1><article>{paragraphs}</article>");
        let bytes = encoding.encode(&html).0.into_owned();
        let found = extract(&Document::new("test", Content::Html, bytes));
        let text = found.map(|article| article.text).unwrap_or_default();
        assert!(text.contains(sentence), "{label}: {text}");
    }
}
