//! A statement in pieces, each with the citations that bear it out: two for one that is joined of
//! halves, so that a reader sees which half comes from which source.

use throughline_model::{Citation, Statement};

/// The pieces of a statement, one after the other the whole text.
pub(crate) fn pieces(statement: &Statement) -> Vec<(&str, &[Citation])> {
    let text = statement.text.as_str();
    let ([first, second], [join]) = (statement.halves.as_slice(), statement.edits.as_slice())
    else {
        return vec![(text, &statement.citations)];
    };
    let at = text.char_indices().nth(join.start).map_or(text.len(), |(at, _)| at);
    vec![(&text[..at], &first.citations), (&text[at..], &second.citations)]
}

#[cfg(test)]
mod tests {
    use throughline_model::{Citation, Edit, EditKind, Kind, Statement};

    use super::pieces;

    #[test]
    fn each_half_has_its_own_citations() {
        let of = |text: &str, source| {
            let citations = vec![Citation { source, evidence: Vec::new() }];
            Statement::new(text.into(), Kind::Verbatim, Vec::new(), citations)
        };
        let (first, second) = (of("Vosk signed it.", 2), of("Vosk left.", 1));
        assert_eq!(pieces(&first), [("Vosk signed it.", first.citations.as_slice())]);
        let join = Edit {
            kind: EditKind::Join,
            start: 14,
            end: 20,
            from: ". Vosk".into(),
            to: " and".into(),
            because: None,
        };
        let text = "Vosk signed it and left.".to_owned();
        let joined = Statement::joined(first.clone(), second.clone(), text, join);
        let expected = [
            ("Vosk signed it", first.citations.as_slice()),
            (" and left.", second.citations.as_slice()),
        ];
        assert_eq!(pieces(&joined), expected);
    }
}
