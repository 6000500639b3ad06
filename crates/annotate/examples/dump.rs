use throughline_annotate::Tree;
fn main() {
    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        if line.trim().is_empty() {
            continue;
        }
        let t = Tree::parse(&[(&line, 0)]).remove(0);
        for i in 0..t.tokens().len() {
            let k = t.token(i);
            print!("{}/{}/{}→{} ", &line[t.span(i)], k.tag, k.dep, &line[t.span(k.head as usize)]);
        }
        let n: Vec<String> = t.named().map(|(k, r)| format!("{k}:{}", &line[t.bytes(r)])).collect();
        println!("\n   {}\n", n.join(" | "));
    }
}
