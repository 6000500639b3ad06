//! Dates as pages show them, in many languages; and what is none.

use proptest::prelude::*;

use super::*;
use crate::dates::Order;

#[test]
fn reads_dates_as_pages_show_them() {
    let cases = [
        ("Thursday, 7 May 2026", "2026-05-07"),
        ("7 May 2026, 18:15", "2026-05-07T18:15:00"),
        ("May 7, 2026 at 10:40 p.m.", "2026-05-07T22:40:00"),
        ("20:02, 16 Sep 2026", "2026-09-16T20:02:00"),
        ("Updated 10:30 AM ET, Tue December 5, 2017", "2017-12-05T10:30:00-05:00"),
        ("Updated: 2017-09-15 17:52 Xinhua", "2017-09-15T17:52:00"),
        ("01 Jun, 2026, 07:00 CEST", "2026-06-01T07:00:00+02:00"),
        ("Thursday 17 September 2026 - Updated Friday 18 September 2026, 9.20am", "2026-09-17"),
        ("Published 07.05.2026 um 12.30 Uhr", "2026-05-07T12:30:00"),
        ("le 3 août 2021 à 07h45", "2021-08-03T07:45:00"),
        ("15 de septiembre de 2020", "2020-09-15"),
        ("2. März 2019", "2019-03-02"),
        ("2020年6月7日", "2020-06-07"),
        ("(China Daily 10/13/2017 page4)", "2017-10-13"),
        ("at 2:57pm PST on Dec 22, 2017", "2017-12-22T14:57:00-08:00"),
        ("2026-05-06T19:05:00+0200", "2026-05-06T19:05:00+02:00"),
        ("2026-05-06T19:05:00.123Z", "2026-05-06T19:05:00Z"),
        ("June 3rd, 2024", "2024-06-03"),
        ("am 31.10.23", "2023-10-31"),
        ("7-May-20", "2020-05-07"),
        ("Published On: 15 August 2025", "2025-08-15"),
        ("10:20 Dec 22, 2017 GMT", "2017-12-22T10:20:00"),
        ("10:20 GMT+3 22 Dec 2017", "2017-12-22T10:20:00+03:00"),
    ];
    for (text, expected) in cases {
        let found = find(text, Locale::UNKNOWN).map(|m| m.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn dates_in_one_line_are_apart() {
    let cases = [
        ("7 May 2026 7 May 26t<2i0/me>", 1),
        ("7 May 2026, changed 8 May 2026", 2),
        ("May 7, 2026 8 May 2026", 2),
    ];
    for (text, expected) in cases {
        let found = all(text, Locale::UNKNOWN);
        assert_eq!(found.len(), expected, "{text}: {found:?}");
        assert!(found.windows(2).all(|two| two[0].end <= two[1].start), "{text}: {found:?}");
    }
}

#[test]
fn reads_the_languages_of_the_world() {
    let cases = [
        ("cs", "7. června 2020, 12:30", "2020-06-07T12:30:00"),
        ("cs", "7. 6. 2020", "2020-06-07"),
        ("hr", "7. lipnja 2020.", "2020-06-07"),
        ("hr", "3. listopada 2020.", "2020-10-03"),
        ("pl", "3 listopada 2020", "2020-11-03"),
        ("hu", "2020. június 7., 9:05", "2020-06-07T09:05:00"),
        ("lt", "2020 m. birželio 7 d. 15:10", "2020-06-07T15:10:00"),
        ("lv", "2020. gada 7. jūnijs", "2020-06-07"),
        ("fi", "7. kesäkuuta 2020 klo 8.15", "2020-06-07T08:15:00"),
        ("fi", "7.6.2020 8.15", "2020-06-07T08:15:00"),
        ("ru", "7 июня 2020 г., 18:40", "2020-06-07T18:40:00"),
        ("uk", "7 червня 2020, 18:40", "2020-06-07T18:40:00"),
        ("el", "7 Ιουνίου 2020", "2020-06-07"),
        ("tr", "7 Haziran 2020 Pazar", "2020-06-07"),
        ("ar", "٧ يونيو ٢٠٢٠", "2020-06-07"),
        ("ar", "7 يونيو/حزيران 2020", "2020-06-07"),
        ("ar", "3 كانون الثاني 2020", "2020-01-03"),
        ("fa", "۱۲ تیر ۱۳۹۹", "2020-07-02"),
        ("fa", "۱۳۹۹/۰۴/۱۲ ۱۰:۲۰", "2020-07-02T10:20:00"),
        ("he", "7 ביוני 2020", "2020-06-07"),
        ("ur", "7 جون 2020", "2020-06-07"),
        ("hi", "7 जून 2020", "2020-06-07"),
        ("bn", "৭ জুন ২০২০", "2020-06-07"),
        ("ta", "ஜூன் 7, 2020", "2020-06-07"),
        ("th", "7 มิ.ย. 2563 เวลา 10:15 น.", "2020-06-07T10:15:00"),
        ("th", "7 มิถุนายน พ.ศ. 2563", "2020-06-07"),
        ("vi", "Chủ nhật, 7/6/2020, 10:15 (GMT+7)", "2020-06-07T10:15:00+07:00"),
        ("vi", "ngày 7 tháng 6 năm 2020", "2020-06-07"),
        ("id", "Minggu, 7 Juni 2020 10:15 WIB", "2020-06-07T10:15:00+07:00"),
        ("ko", "2020년 6월 7일 오후 3:20", "2020-06-07T15:20:00"),
        ("ko", "2020.06.07 15:20", "2020-06-07T15:20:00"),
        ("ja", "令和2年6月7日 15時20分", "2020-06-07T15:20:00"),
        ("zh", "民國109年6月7日", "2020-06-07"),
        ("zh", "2020-06-07 下午 3:20", "2020-06-07T15:20:00"),
        ("eu", "2020ko ekainaren 7a", "2020-06-07"),
        ("is", "7. júní 2020", "2020-06-07"),
        ("sv", "7 juni 2020 kl. 15.20", "2020-06-07T15:20:00"),
        ("pt", "07 de junho de 2020 às 15h20", "2020-06-07T15:20:00"),
        ("ro", "7 iunie 2020", "2020-06-07"),
    ];
    for (language, text, expected) in cases {
        let locale = Locale::of(None, language);
        let found = find(text, locale).map(|m| m.to_string());
        assert_eq!(found.as_deref(), Some(expected), "{language}: {text}");
    }
}

#[test]
fn reads_no_date_that_is_not_there() {
    for text in [
        "",
        "May 2026",
        "7 May",
        "31 February 2026",
        "03/04/2026",
        "version 3.4.2026.1 of",
        "Monday 12:30",
        "call 020-7946-2020",
    ] {
        assert_eq!(find(text, Locale::UNKNOWN), None, "{text}");
    }
    let order =
        |order| find("03/04/2026", Locale { order, language: "und" }).map(|m| m.to_string());
    assert_eq!(order(Order::DayFirst).unwrap(), "2026-04-03");
    assert_eq!(order(Order::MonthFirst).unwrap(), "2026-03-04");
}

proptest! {
    #[test]
    fn reads_any_text(text in "\\PC{0,60}") {
        let _ = all(&text, Locale::of(None, "th"));
    }

    #[test]
    fn reads_any_numbers(text in "[0-9:/. +-]{0,30}(May|GMT|am|年|ม.ค)?[0-9:/. +-]{0,20}") {
        let _ = all(&text, Locale::of(None, "en-US"));
    }

    #[test]
    fn reads_dates_apart(text in "(([0-9]{1,4}|May|June|,|-|at|:) ?){0,12}") {
        let found = all(&text, Locale::of(None, "en-US"));
        prop_assert!(found.windows(2).all(|two| two[0].end <= two[1].start), "{found:?}");
    }
}
