//! One suite for every store. `suite!` stamps it on each implementation; what is
//! particular to the SQLite file is in `file.rs`.

mod cases;
mod file;
mod fixture;

/// Makes a test of each case for a store.
macro_rules! suite {
    ($name:ident, $make:expr, $($case:ident)*) => {
        mod $name {
            $(#[test]
            fn $case() {
                let (store, _kept) = $make;
                super::cases::$case(Box::new(store));
            })*
        }
    };
}

/// The visible list of cases.
macro_rules! every_store {
    ($($name:ident: $make:expr;)*) => {
        $(suite! { $name, $make,
            an_empty_store_holds_nothing
            a_step_is_whole_or_not_there
            a_step_decided_elsewhere_is_refused
            what_does_not_fit_is_refused
            articles_keep_every_text
            articles_are_known_by_their_keys
            places_lead_to_stories
            redirects_are_followed
            revisions_are_kept_letter_by_letter
            stories_are_listed_in_order
            reasons_are_kept_in_order
            memory_comes_in_order_of_key
            sites_are_kept_by_their_hosts
            search_finds_articles_and_statements
            search_leaves_out_what_only_excluded_articles_tell
            search_sees_the_newest_only
        })*
    };
}

every_store! {
    memory: (throughline_store::Memory::default(), ());
    sqlite: super::fixture::file();
}
