//! Owns the recognition of web addresses, which are never cut: a word is one if it has a
//! host with a top-level domain or a public IPv4 address, and nothing but a scheme, a
//! user, a port and a path around it.

use crate::chars::CharSet;
use crate::weights::Sections;

pub(super) struct Urls {
    lower: CharSet,
    is_alpha: CharSet,
    is_digit: CharSet,
}

impl Urls {
    pub(super) fn read(data: Sections) -> Self {
        let set = |name| CharSet::read(data, name);
        Self { lower: set("lower"), is_alpha: set("isalpha"), is_digit: set("isdigit") }
    }

    pub(super) fn is_url(&self, word: &str) -> bool {
        if !word.contains('.') {
            return false;
        }
        let after_scheme = word.find("://").and_then(|at| {
            let is_scheme = word[..at].chars().count() >= 2
                && word[..at].chars().all(|c| {
                    matches!(c, '_' | '+' | '-' | '.')
                        || self.is_alpha.has(c)
                        || self.is_digit.has(c)
                });
            is_scheme.then_some(at + 3)
        });
        let starts = [Some(0), after_scheme].into_iter().flatten();
        let after_user = word.match_indices('@').map(|(at, _)| at + 1).filter(|at| *at > 1);
        starts.chain(after_user).any(|at| self.is_host_and_rest(&word[at..]))
    }

    fn is_host_and_rest(&self, rest: &str) -> bool {
        // None of these can be part of a host, so the host ends at the first, or has
        // already failed at the user's "@".
        let end = rest.find([':', '/', '?', '#', '@']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(end);
        (is_public_address(host) || self.is_domain(host)) && is_port_and_path(rest)
    }

    fn is_domain(&self, host: &str) -> bool {
        let Some((labels, top)) = host.rsplit_once('.') else {
            return false;
        };
        (2..=63).contains(&top.chars().count())
            && top.chars().all(|c| self.lower.has(c))
            && labels.split('.').all(is_label)
    }
}

fn is_label(label: &str) -> bool {
    let is_edge = |c: char| c.is_ascii_alphanumeric() || ('\u{a1}'..='\u{ffff}').contains(&c);
    label.chars().count() <= 64
        && label.starts_with(is_edge)
        && label.ends_with(is_edge)
        && label.chars().all(|c| is_edge(c) || c == '_' || c == '-')
}

fn is_port_and_path(rest: &str) -> bool {
    let path = match rest.strip_prefix(':') {
        None => rest,
        Some(port) => {
            let digits = port.bytes().take_while(u8::is_ascii_digit).count();
            if !(2..=5).contains(&digits) {
                return false;
            }
            &port[digits..]
        }
    };
    path.is_empty() || path.starts_with(['/', '?', '#'])
}

fn is_public_address(host: &str) -> bool {
    let parts: Vec<_> = host.splitn(5, '.').collect();
    let &[a, b, c, d] = parts.as_slice() else {
        return false;
    };
    let number = |part: &str| -> Option<u16> {
        let is_plain = (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        is_plain.then(|| part.parse().ok()).flatten()
    };
    let (Some(a), Some(b), Some(c), Some(d)) = (number(a), number(b), number(c), number(d)) else {
        return false;
    };
    let is_private = matches!((a, b), (10 | 127, _) | (169, 254) | (192, 168) | (172, 16..=31));
    (1..=223).contains(&a) && b <= 255 && c <= 255 && (1..=254).contains(&d) && !is_private
}
