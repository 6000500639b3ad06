//! What the letters of a block say, in any language.

/// Counts over the letters of one block.
#[derive(Debug, Default, Clone, Copy)]
pub struct Measure {
    /// Words; letters of scripts without spaces count two to a word.
    pub words: f32,
    /// Share of the letters that are capitals.
    pub capitals: f32,
    /// Share of the letters that are digits.
    pub digits: f32,
    /// Commas of any script.
    pub commas: f32,
    /// Ends of sentences of any script.
    pub stops: f32,
    /// Share of the words that begin with a capital.
    pub capital_words: f32,
    /// Letters a word.
    pub length: f32,
    /// Whether the last mark is the end of a sentence.
    pub ends: f32,
    /// Whether the last mark is a colon.
    pub colon: f32,
    /// Whether it begins with a small letter.
    pub small: f32,
    /// Quotation marks.
    pub quotes: f32,
    /// Marks between links and names: bars, bullets, slashes, arrows, copyright, at.
    pub marks: f32,
}

impl Measure {
    pub fn of(text: &str) -> Self {
        let (mut letters, mut capitals, mut digits, mut dense) = (0u32, 0u32, 0u32, 0u32);
        let (mut words, mut capital_words) = (0u32, 0u32);
        let mut measure = Self::default();
        let mut space = true;
        let mut last = ' ';
        for c in text.chars() {
            if c == ' ' {
                space = true;
                continue;
            }
            letters += 1;
            let capital = if c.is_ascii() { c.is_ascii_uppercase() } else { c.is_uppercase() };
            capitals += u32::from(capital);
            digits += u32::from(c.is_ascii_digit());
            if space {
                words += 1;
                capital_words += u32::from(capital);
            }
            space = false;
            match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' => {}
                ',' | '،' | '、' | '，' | ';' => measure.commas += 1.,
                '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '።' => {
                    measure.stops += 1.;
                }
                '"' | '“' | '”' | '«' | '»' | '„' | '「' | '」' => measure.quotes += 1.,
                '|' | '•' | '·' | '›' | '/' | '©' | '@' | '→' | '►' | '+' | '#' => {
                    measure.marks += 1.;
                }
                '\u{e00}'..='\u{e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' => {
                    dense += 1;
                }
                _ => {}
            }
            last = c;
        }
        let share = |part: u32, all: u32| part as f32 / all.max(1) as f32;
        measure.words = words.max(dense / 2) as f32;
        measure.capitals = share(capitals, letters);
        measure.digits = share(digits, letters);
        measure.capital_words = share(capital_words, words);
        measure.length = share(letters, words);
        measure.ends = f32::from(u8::from(crate::residue::ends_like_sentence(text)));
        measure.colon = f32::from(u8::from(matches!(last, ':' | '：')));
        measure.small = f32::from(u8::from(text.starts_with(char::is_lowercase)));
        measure
    }
}
