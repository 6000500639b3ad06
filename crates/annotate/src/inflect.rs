//! English verb forms: the present of a past form, and back.
//!
//! Headlines stand in the present tense; the proof must see that "sign" is the
//! present of "signed" and of nothing else.

/// Irregular verbs: base, past, past participle where it differs.
#[rustfmt::skip]
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("arise", "arose", "arisen"), ("be", "was", "been"), ("be", "were", "been"),
    ("bear", "bore", "borne"), ("beat", "beat", "beaten"), ("become", "became", "become"),
    ("begin", "began", "begun"), ("bend", "bent", "bent"), ("bet", "bet", "bet"),
    ("bid", "bid", "bid"), ("bind", "bound", "bound"), ("bite", "bit", "bitten"),
    ("blow", "blew", "blown"), ("break", "broke", "broken"), ("bring", "brought", "brought"),
    ("broadcast", "broadcast", "broadcast"), ("build", "built", "built"),
    ("burst", "burst", "burst"), ("buy", "bought", "bought"), ("cast", "cast", "cast"),
    ("catch", "caught", "caught"), ("choose", "chose", "chosen"), ("come", "came", "come"),
    ("cost", "cost", "cost"), ("cut", "cut", "cut"), ("deal", "dealt", "dealt"),
    ("dig", "dug", "dug"), ("do", "did", "done"), ("draw", "drew", "drawn"),
    ("drink", "drank", "drunk"), ("drive", "drove", "driven"), ("eat", "ate", "eaten"),
    ("fall", "fell", "fallen"), ("feed", "fed", "fed"), ("feel", "felt", "felt"),
    ("fight", "fought", "fought"), ("find", "found", "found"), ("flee", "fled", "fled"),
    ("fly", "flew", "flown"), ("forbid", "forbade", "forbidden"),
    ("forget", "forgot", "forgotten"), ("freeze", "froze", "frozen"), ("get", "got", "got"),
    ("give", "gave", "given"), ("go", "went", "gone"), ("grow", "grew", "grown"),
    ("have", "had", "had"), ("hear", "heard", "heard"), ("hide", "hid", "hidden"),
    ("hit", "hit", "hit"), ("hold", "held", "held"), ("hurt", "hurt", "hurt"),
    ("keep", "kept", "kept"), ("kneel", "knelt", "knelt"), ("know", "knew", "known"),
    ("lay", "laid", "laid"), ("lead", "led", "led"), ("leave", "left", "left"),
    ("lend", "lent", "lent"), ("let", "let", "let"), ("lie", "lay", "lain"),
    ("light", "lit", "lit"), ("lose", "lost", "lost"), ("make", "made", "made"),
    ("mean", "meant", "meant"), ("meet", "met", "met"), ("overcome", "overcame", "overcome"),
    ("overthrow", "overthrew", "overthrown"), ("pay", "paid", "paid"), ("put", "put", "put"),
    ("quit", "quit", "quit"), ("read", "read", "read"), ("ride", "rode", "ridden"),
    ("rise", "rose", "risen"), ("run", "ran", "run"), ("say", "said", "said"),
    ("see", "saw", "seen"), ("seek", "sought", "sought"), ("sell", "sold", "sold"),
    ("send", "sent", "sent"), ("set", "set", "set"), ("shake", "shook", "shaken"),
    ("shed", "shed", "shed"), ("shine", "shone", "shone"), ("shoot", "shot", "shot"),
    ("show", "showed", "shown"), ("shut", "shut", "shut"), ("sing", "sang", "sung"),
    ("sink", "sank", "sunk"), ("sit", "sat", "sat"), ("sleep", "slept", "slept"),
    ("slide", "slid", "slid"), ("speak", "spoke", "spoken"), ("speed", "sped", "sped"),
    ("spend", "spent", "spent"), ("split", "split", "split"), ("spread", "spread", "spread"),
    ("spring", "sprang", "sprung"), ("stand", "stood", "stood"), ("steal", "stole", "stolen"),
    ("stick", "stuck", "stuck"), ("strike", "struck", "struck"), ("swear", "swore", "sworn"),
    ("sweep", "swept", "swept"), ("swim", "swam", "swum"), ("swing", "swung", "swung"),
    ("take", "took", "taken"), ("teach", "taught", "taught"), ("tear", "tore", "torn"),
    ("tell", "told", "told"), ("think", "thought", "thought"), ("throw", "threw", "thrown"),
    ("undergo", "underwent", "undergone"), ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"), ("uphold", "upheld", "upheld"),
    ("wake", "woke", "woken"), ("wear", "wore", "worn"), ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"), ("withhold", "withheld", "withheld"),
    ("write", "wrote", "written"),
];

/// The third person singular of a base form: "sign" gives "signs".
fn singular_present(base: &str) -> String {
    match base {
        "be" => return "is".into(),
        "have" => return "has".into(),
        "do" | "go" => return format!("{base}es"),
        _ => {}
    }
    let vowel_before_y =
        base.len() > 1 && base[..base.len() - 1].ends_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(root) = base.strip_suffix('y').filter(|_| !vowel_before_y) {
        return format!("{root}ies");
    }
    if base.ends_with(['s', 'x', 'z']) || base.ends_with("ch") || base.ends_with("sh") {
        return format!("{base}es");
    }
    format!("{base}s")
}

/// The present plural: the base itself, "are" of "be".
fn plural_present(base: &str) -> String {
    if base == "be" { "are".into() } else { base.into() }
}

/// The present of a base form for one or many.
pub fn present(base: &str, plural: bool) -> String {
    if plural { plural_present(base) } else { singular_present(base) }
}

/// Whether `now` is a present form (or infinitive) of the verb of which `then`
/// is a past form or the form in "-ing", both in lower case.
pub fn is_present_of(now: &str, then: &str) -> bool {
    bases(now).any(|base| {
        if is_progressive(&base, then) {
            return true;
        }
        let irregular: Vec<_> = IRREGULAR.iter().filter(|(b, _, _)| *b == base).collect();
        if irregular.is_empty() {
            regular_past(&base, then)
        } else {
            irregular.iter().any(|(_, past, participle)| *past == then || *participle == then)
        }
    })
}

/// "sweetening" of "sweeten", "making" of "make", "running" of "run".
fn is_progressive(base: &str, then: &str) -> bool {
    let Some(root) = then.strip_suffix("ing") else { return false };
    let doubled = || {
        base.chars()
            .next_back()
            .is_some_and(|last| !"aeiouwxy".contains(last) && root.strip_suffix(last) == Some(base))
    };
    root == base
        || base.strip_suffix("ie").is_some_and(|stem| root.strip_suffix('y') == Some(stem))
        || base.strip_suffix('e') == Some(root) && !base.ends_with("ee")
        || doubled()
}

fn bases(now: &str) -> impl Iterator<Item = String> {
    let fixed = match now {
        "is" | "are" => Some("be".to_owned()),
        "has" => Some("have".to_owned()),
        _ => None,
    };
    let stripped = now.strip_suffix('s').map(str::to_owned);
    let es = now.strip_suffix("es").map(str::to_owned);
    let ies = now.strip_suffix("ies").map(|root| format!("{root}y"));
    [fixed, Some(now.to_owned()), stripped, es, ies].into_iter().flatten()
}

fn regular_past(base: &str, then: &str) -> bool {
    let Some(root) = then.strip_suffix("ed") else { return false };
    if root == base || format!("{root}e") == base {
        return true;
    }
    if let (Some(a), Some(b)) = (base.strip_suffix('y'), root.strip_suffix('i')) {
        return a == b;
    }
    // "ban" gives "banned": the last letter doubles.
    let mut letters = root.chars().rev();
    let (last, twin) = (letters.next(), letters.next());
    last == twin && last.is_some_and(|c| root.strip_suffix(c) == Some(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_present_of_a_past() {
        let cases = [
            ("signs", "signed", true),
            ("sign", "signed", true),
            ("meets", "met", true),
            ("bans", "banned", true),
            ("carries", "carried", true),
            ("is", "was", true),
            ("are", "were", true),
            ("says", "said", true),
            ("reach", "reached", true),
            ("reaches", "reached", true),
            ("urges", "urged", true),
            ("cut", "cut", true),
            ("signs", "sang", false),
            ("resigns", "signed", false),
            ("wins", "lost", false),
            ("denies", "denied", true),
            ("takes", "taken", true),
            ("sweetens", "sweetening", true),
            ("makes", "making", true),
            ("runs", "running", true),
            ("lies", "lying", true),
            ("sees", "seeing", true),
            ("signs", "singing", false),
            ("is", "being", true),
        ];
        for (now, then, expected) in cases {
            assert_eq!(is_present_of(now, then), expected, "{now} {then}");
        }
    }

    #[test]
    fn third_persons() {
        let cases = [
            ("sign", "signs"),
            ("carry", "carries"),
            ("say", "says"),
            ("pass", "passes"),
            ("be", "is"),
        ];
        for (base, expected) in cases {
            assert_eq!(singular_present(base), expected);
        }
    }
}
