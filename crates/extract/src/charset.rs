//! Bytes to text: byte order mark, the server's word, the page's own word,
//! valid UTF-8, and a guess at last.

use chardetng::{Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::pattern::patterns;

patterns! {
    META = r#"(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:.-]+)"#;
    XML = r#"(?i)^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([a-z0-9_:.-]+)"#;
}

/// How many bytes of a page are searched for its own word.
const HEAD: usize = 8192;

/// Decodes a page; `header` is the encoding that the server named.
pub fn html(bytes: &[u8], header: Option<&str>) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let own = XML.captures(&head).or_else(|| META.captures(&head));
    let own = own.and_then(|found| Encoding::for_label(found[1].as_bytes()));
    // A page that could read its own UTF-16 name is not in UTF-16.
    let own = own.map(|e| if e == UTF_16BE || e == UTF_16LE { UTF_8 } else { e });
    once(decode(bytes, header, own))
}

/// Decodes a text.
pub fn text(bytes: &[u8], header: Option<&str>) -> String {
    once(decode(bytes, header, None))
}

/// Text that was put into UTF-8 twice, put back once: no text has the control
/// characters that this leaves, as in "itâ\u{80}\u{99}s".
fn once(text: String) -> String {
    let bytes = text.as_bytes();
    let control = |at: usize| bytes.get(at + 1).is_some_and(|next| *next < 0xa0);
    if !memchr::memchr_iter(0xc2, bytes).any(control) {
        return text;
    }
    let byte = |c: char| u8::try_from(u32::from(c)).ok().filter(|byte| *byte >= 0x80);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find(|c| byte(c).is_some()) {
        let run = &rest[start..];
        let end = run.find(|c| byte(c).is_none()).unwrap_or(run.len());
        let bytes: Vec<u8> = run[..end].chars().filter_map(byte).collect();
        out.push_str(&rest[..start]);
        match std::str::from_utf8(&bytes) {
            Ok(put_back) => out.push_str(put_back),
            Err(_) => out.push_str(&run[..end]),
        }
        rest = &run[end..];
    }
    out.push_str(rest);
    out
}

/// Whether bytes are UTF-16 or UTF-32, in which zero bytes are no accident.
pub fn is_wide(bytes: &[u8]) -> bool {
    utf32(bytes).is_some()
        || Encoding::for_bom(bytes).is_some_and(|(encoding, _)| encoding != UTF_8)
        || unmarked_wide(bytes).is_some()
}

/// How a letter of UTF-32 is read from its four bytes, where the text opens with its mark. The Encoding
/// Standard leaves it out; its mark begins like that of UTF-16.
fn utf32(bytes: &[u8]) -> Option<fn([u8; 4]) -> u32> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some(u32::from_le_bytes),
        [0, 0, 0xfe, 0xff, ..] => Some(u32::from_be_bytes),
        _ => None,
    }
}

/// UTF-16 without its mark, by the zero in its first two letters.
fn unmarked_wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes.get(..4)? {
        [a, 0, b, 0] if *a != 0 && *b != 0 => Some(UTF_16LE),
        [0, a, 0, b] if *a != 0 && *b != 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn decode(bytes: &[u8], header: Option<&str>, own: Option<&'static Encoding>) -> String {
    if let Some(read) = utf32(bytes) {
        let (letters, _) = bytes[4..].as_chunks();
        let letter = |four: &[u8; 4]| char::from_u32(read(*four)).unwrap_or('\u{fffd}');
        return letters.iter().map(letter).collect();
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    if let Some(encoding) = unmarked_wide(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    // Servers that were never told say Latin-1; a page that says another
    // encoding knows better.
    let default = |e: &&'static Encoding| *e != WINDOWS_1252 || own.is_none();
    let named = header.and_then(|label| Encoding::for_label(label.as_bytes()));
    let named = named.filter(default).or(own);
    // Text that is valid UTF-8 and not plain ASCII is UTF-8, whatever anybody
    // said: other encodings hardly ever look like it.
    if let Ok(text) = std::str::from_utf8(bytes)
        && (!text.is_ascii() || named.is_none_or(|e| e.is_ascii_compatible()))
    {
        return text.to_owned();
    }
    match named {
        // Said to be UTF-8 with a few broken bytes, or not UTF-8 at all?
        Some(encoding) if encoding == UTF_8 => {
            let lossy = String::from_utf8_lossy(bytes);
            let broken = lossy.matches('\u{fffd}').count();
            let beyond = lossy.chars().filter(|c| !c.is_ascii()).count();
            if broken * 5 > beyond { guess(bytes) } else { lossy.into_owned() }
        }
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => guess(bytes),
    }
}

fn guess(bytes: &[u8]) -> String {
    let mut detector = chardetng::EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let encoding = if encoding == UTF_8 { WINDOWS_1252 } else { encoding };
    let lossy = String::from_utf8_lossy(bytes);
    // A stray byte in a UTF-8 text must not turn all of it into another encoding.
    let broken = lossy.matches('\u{fffd}').count();
    if broken * 20 < lossy.chars().filter(|c| !c.is_ascii()).count() {
        return lossy.into_owned();
    }
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn finds_the_encoding() {
        let bom: &[u8] = b"\xef\xbb\xbfcaf\xc3\xa9";
        let cases: [(&[u8], Option<&str>, &str); 13] = [
            ("itâ\u{80}\u{99}s é".as_bytes(), None, "it’s é"),
            ("itâ\u{80}s 5\u{a0}km".as_bytes(), None, "itâ\u{80}s 5\u{a0}km"),
            (bom, Some("windows-1252"), "café"),
            (b"caf\xc3\xa9", None, "café"),
            (b"caf\xc3\xa9", Some("iso-8859-1"), "café"),
            (b"caf\xe9", Some("iso-8859-1"), "café"),
            (
                b"<meta charset=windows-1252>\x93caf\xe9\x94",
                None,
                "<meta charset=windows-1252>“café”",
            ),
            (
                b"<META content='text/html; charset=koi8-r'>\xc1",
                None,
                "<META content='text/html; charset=koi8-r'>а",
            ),
            (b"\xff\xfec\0\xe9\0", None, "cé"),
            (b"\xff\xfe\0\0c\0\0\0\xe9\0\0\0", None, "cé"),
            (b"\0\0\xfe\xff\0\0\0c\0\0\0\xe9", Some("utf-16"), "cé"),
            (b"<meta charset=utf-16>caf\xc3\xa9", None, "<meta charset=utf-16>café"),
            (
                b"The caf\xe9 said it would \x93close\x94 on Monday",
                Some("utf-8"),
                "The café said it would “close” on Monday",
            ),
        ];
        for (bytes, header, expected) in cases {
            assert_eq!(html(bytes, header), expected, "{:?}", String::from_utf8_lossy(bytes));
        }
    }

    /// In its language, and an encoding that it is written in.
    const TEXTS: [(&str, &[&str]); 13] = [
        (
            "Die Brücke wurde am Freitag gesperrt, weil Risse in zwei Hängern „größer“ geworden sind, für €3 Millionen.",
            &["windows-1252", "utf-8"],
        ),
        (
            "Most zamknięto w piątek, ponieważ inżynierowie znaleźli pęknięcia w dwóch wieszakach, podała rada powiatu. Objazd będzie długi.",
            &["iso-8859-2", "windows-1250"],
        ),
        (
            "Мост закрыли в пятницу, после того как инженеры нашли трещины в двух подвесках, сообщил совет.",
            &["windows-1251", "koi8-r", "iso-8859-5"],
        ),
        (
            "Η γέφυρα έκλεισε την Παρασκευή, αφού οι μηχανικοί βρήκαν ρωγμές σε δύο αναρτήρες της, είπε το συμβούλιο.",
            &["windows-1253", "iso-8859-7"],
        ),
        (
            "Köprü, mühendislerin iki askısında çatlak bulmasının ardından cuma günü kapatıldı, dedi ilçe meclisi. Işıklar söndü, yağış sürüyor.",
            &["windows-1254"],
        ),
        (
            "הגשר נסגר ביום שישי לאחר שמהנדסים מצאו סדקים בשניים מהמתלים שלו, אמרה המועצה.",
            &["windows-1255", "iso-8859-8"],
        ),
        (
            "أغلق الجسر يوم الجمعة بعد أن وجد المهندسون شقوقا في اثنين من علاقاته، حسبما قال المجلس.",
            &["windows-1256", "iso-8859-6"],
        ),
        ("Cầu đã bị đóng cửa vào thứ Sáu sau khi các kỹ sư tìm thấy vết nứt.", &["utf-8"]),
        (
            "金曜日、技術者が吊り材の二つに亀裂を見つけたため、橋は閉鎖されたと郡議会は述べた。",
            &["shift_jis", "euc-jp"],
        ),
        ("周五，工程师在两根吊杆上发现裂缝后，大桥被关闭，县议会表示。", &["gbk", "gb18030"]),
        ("週五，工程師在兩根吊桿上發現裂縫後，大橋被關閉，縣議會表示。", &["big5"]),
        (
            "기술자들이 현수재 두 개에서 균열을 발견한 뒤 금요일에 다리가 폐쇄됐다고 군의회가 밝혔다.",
            &["euc-kr"],
        ),
        ("สะพานถูกปิดเมื่อวันศุกร์ หลังจากวิศวกรพบรอยร้าวในสายแขวนสองเส้น สภาเขตกล่าว", &["windows-874"]),
    ];

    #[test]
    fn reads_twenty_encodings() {
        for (text, labels) in TEXTS {
            for label in labels {
                let encoding = Encoding::for_label(label.as_bytes()).unwrap();
                let page = format!("<html><head><meta charset={label}></head><p>{text}</p>");
                let (bytes, _, lost) = encoding.encode(&page);
                // Vietnamese has no other encoding here; nothing may be lost.
                assert!(!lost, "{label} cannot write this");
                // Named by the page, by the server, by a server that does not know.
                for header in [None, Some(*label), Some("iso-8859-1")] {
                    assert_eq!(html(&bytes, header), page, "{label} {header:?}");
                }
                // By nobody.
                let (bytes, ..) = encoding.encode(text);
                assert_eq!(self::text(&bytes, None), text, "{label} by its looks");
                // By a page that says UTF-8 and is not.
                let wrong = page.replace(*label, "utf-8");
                let (bytes, ..) = encoding.encode(&wrong);
                assert_eq!(html(&bytes, None), wrong, "{label} called UTF-8");
            }
            for big in [false, true] {
                for marked in [false, true] {
                    let page = format!("<html><p>{text}");
                    let units = marked.then_some(0xfeff).into_iter().chain(page.encode_utf16());
                    let bytes: Vec<u8> = units
                        .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                        .collect();
                    assert_eq!(html(&bytes, None), page, "UTF-16, big {big}, marked {marked}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn decodes_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200), label in "[a-z0-9-]{0,12}") {
            let _ = html(&bytes, Some(&label));
            let _ = text(&bytes, None);
        }

        #[test]
        fn keeps_utf8(text in "\\PC{0,80}") {
            prop_assume!(!text.starts_with('\u{feff}'));
            prop_assert_eq!(html(text.as_bytes(), None), text);
        }
    }
}
