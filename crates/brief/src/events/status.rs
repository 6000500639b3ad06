//! Status: what kind of event a clause tells on its date.

use throughline_annotate::{Outlook, is_speech_verb};
use throughline_model::Status;

use super::{
    Passage,
    dating::Dating,
    governs::Link,
    verbs::{gives_day, is_denied, is_state, moves},
};
use crate::tree::Tree;

/// What kind of event a clause tells on its date; none where the words leave
/// it open, or the date and the tense do not go together.
pub fn status(
    passage: &Passage,
    verb: usize,
    head: usize,
    view: Outlook,
    link: Link,
    dating: &Dating,
) -> Option<Status> {
    let Passage { text, tree, published, .. } = passage;
    let lemma = tree.token(verb).lemma.as_str();
    let speech = is_speech_verb(&text[tree.span(verb)].to_lowercase());
    let denied = is_denied(tree, verb);
    let ahead = is_ahead(passage, dating);
    // "this year", "in October" said in October.
    let day = published.map(|p| p.date());
    let running = !dating.is_quarter && day.is_some_and(|d| dating.interval.to > d);
    let open = ahead || running && matches!(view, Outlook::Future | Outlook::WasFuture);
    let given = gives_day(lemma) || moves(lemma) || gives_day(&tree.token(head).lemma);
    let fits = match link {
        Link::At => true,
        Link::Until => open,
        // "By Friday the number had dropped."
        Link::By => open || view == Outlook::Past && dating.span.end <= tree.span(verb).start,
        Link::Before => open && denied,
        Link::Since => !ahead && has_perfect(tree, text, verb),
        Link::From => !moves(lemma),
        Link::To => moves(lemma) || dating.is_stretch,
        Link::For => given || matches!(view, Outlook::Future | Outlook::WasFuture),
    };
    if !fits {
        return None;
    }
    if ahead {
        return match view {
            Outlook::Future => Some(Status::Scheduled),
            // "was due to arrive on Tuesday": which one, the words do not say.
            Outlook::WasFuture if !dating.is_weekday => Some(Status::Scheduled),
            Outlook::Present if !speech => Some(Status::Scheduled),
            Outlook::Past if given => Some(Status::Scheduled),
            // "said it had until 24 June to improve its bid"
            Outlook::Past if link == Link::Until && lemma == "have" => Some(Status::Scheduled),
            _ => None,
        };
    }
    match view {
        Outlook::Future if running => Some(Status::Scheduled),
        // Of the year that is running only the day would date anything.
        Outlook::Past if running && dating.is_year => None,
        Outlook::Past if dating.is_long => None,
        Outlook::Past if gives_day(lemma) && link == Link::For => None,
        Outlook::Past if is_state(tree, verb) => Some(Status::State),
        Outlook::Past => Some(Status::Past),
        Outlook::Present if is_state(tree, verb) => Some(Status::State),
        Outlook::Present if speech && dating.interval.from == dating.interval.to => {
            Some(Status::Past)
        }
        // "is getting an update today"; any other past day is a wrong reading.
        Outlook::Present if day == Some(dating.interval.from) && is_going_on(tree, verb) => {
            Some(Status::Past)
        }
        _ => None,
    }
}

/// "is getting", "are holding".
fn is_going_on(tree: &Tree, verb: usize) -> bool {
    tree.token(verb).tag == "VBG" && tree.child(verb, &["aux"]).is_some()
}

fn has_perfect(tree: &Tree, text: &str, verb: usize) -> bool {
    tree.children(verb).any(|c| {
        tree.token(c).dep == "aux"
            && matches!(text[tree.span(c)].to_lowercase().as_str(), "has" | "have" | "had")
    })
}

/// A clause with a condition is of the future, or it is nothing to date.
pub fn conditional(passage: &Passage, view: Outlook, dating: &Dating) -> Option<Status> {
    let open = matches!(view, Outlook::Future | Outlook::Possible | Outlook::Present);
    (open && is_ahead(passage, dating)).then_some(Status::Conditional)
}

/// Whether a date lies after the article.
pub fn is_ahead(passage: &Passage, dating: &Dating) -> bool {
    passage.published.is_some_and(|p| dating.interval.from > p.date())
}
