//! What `annotate` shows under a sentence.

use crate::run::{Folder, run};

/// An article of 14 May 2014, a Wednesday.
const ARTICLE: &str = r#"{"title": "Ferry line to close", "outlet": "Kharin Post", "published": "2014-05-14", "text": "Mayor Ana Dorn and her deputy Ilan Vosk said the guild had not signed the accord on Tuesday. The ferry will sail to Low Haven on June 3. If both sides agree, the pier will reopen. The clerk denied that he had sold the boat. The harbour board reportedly found no leak in the Fifth Dock after ten guards had searched it for two days."}"#;

#[test]
fn every_layer_is_shown() {
    let folder = Folder::new();
    let outcome = run(&["annotate", &folder.write("ferry.jsonl", ARTICLE)]);
    assert_eq!(outcome.code, 0, "{}", outcome.err);
    let shown = outcome.out.replace(&folder.path(), "FOLDER");
    insta::assert_snapshot!(shown.split("\nnamed\n").next().unwrap());
}
