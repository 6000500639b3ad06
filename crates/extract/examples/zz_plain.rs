use serde_json::{Value, json};
use std::{collections::BTreeMap, env, fs, path::Path};
fn main() {
    let folder = env::args().nth(1).unwrap();
    let folder = Path::new(&folder);
    let gold: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(folder.join("gt.json")).unwrap()).unwrap();
    let mut found = BTreeMap::new();
    for (id, gold) in gold {
        let bytes = fs::read(folder.join("html").join(format!("{id}.html"))).unwrap();
        let html = String::from_utf8_lossy(&bytes).into_owned();
        let url = gold.get("url").and_then(Value::as_str);
        let mut r = match dom_smoothie::Readability::new(
            html,
            url,
            Some(dom_smoothie::Config {
                text_mode: dom_smoothie::TextMode::Formatted,
                ..Default::default()
            }),
        ) {
            Ok(r) => r,
            Err(_) => continue,
        };
        if let Ok(a) = r.parse() {
            found.insert(id, json!({"articleBody": a.text_content.to_string(), "title": a.title, "author": a.byline, "date": a.published_time}));
        }
    }
    println!("{}", serde_json::to_string(&found).unwrap());
}
