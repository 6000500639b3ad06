//! The table of residue: what to do, up to how many words, the phrase, and a
//! line that shows it. A test runs every example against its own rule.

/// What to do with a line, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The whole line goes.
    Drop,
    /// The line is text of a picture, a video or a chart.
    Caption,
    /// The line is a correction, or says what kind of article this is.
    Note,
    /// The line is somebody's post, set into the article.
    Quotation,
    /// The matching start of the line goes, the rest is judged again.
    CutStart,
    /// The matching end of the line goes, the rest is judged again.
    CutEnd,
    /// Every match inside the line goes.
    CutAll,
}

/// One row: act, most words that the line may have, pattern, example.
pub type Rule = (Act, usize, &'static str, &'static str);

/// The pattern with its classes of letters cut down to Latin, Greek and
/// Cyrillic: the whole of Unicode in a hundred patterns takes a third of a
/// second to compile, at every start of the program.
pub fn compact(pattern: &str) -> String {
    const CLASSES: [(&str, &str); 9] = [
        (r"\p{Lu}", "[A-ZÀ-ÖØ-ÞŠŽΑ-ΩА-Я]"),
        (r"\p{Ll}", "[a-zß-öø-ÿšžα-ωа-я]"),
        (r"\p{L}", "[A-Za-zÀ-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\w", "[A-Za-z0-9_À-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\W", "[^A-Za-z0-9_À-ÖØ-öø-ɏΑ-ωЀ-ӿ]"),
        (r"\d", "[0-9]"),
        (r"\s", "[ \\t\u{a0}]"),
        (r"\S", "[^ \\t\u{a0}]"),
        (r"\b", r"(?-u:\b)"),
    ];
    let mut compact = pattern.to_owned();
    for (class, plain) in CLASSES {
        compact = compact.replace(class, plain);
    }
    compact
}

use Act::{Caption, CutAll, CutEnd, CutStart, Drop, Note, Quotation};

const ANY: usize = usize::MAX;

/// The first row that fits decides; whole lines about the page's own time go
/// first, as a cut would leave their ends.
pub const RULES: &[Rule] = &[
    // Times of the page.
    (
        Drop,
        24,
        r"(?i)^(?:[\w .'’-]+\|\s?)?(?:first |last )?(?:updated|published|posted|modified|created|edited|aired|uploaded|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|pubblicato)\b(?:\s*:(?:[\s,]*(?:(?:[\d:.,/+-]+(?:st|nd|rd|th|am|pm|h|z)?|[ap]\.?m\.?|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?|at|on|le|à|um|uhr|ago|hours?|minutes?|mins?|days?|gmt|bst|e[sd]?t|p[sd]t|c[sd]t|utc|ist|cest|cet|today|yesterday|an?|first|last|updated|published|posted|[,|–—·•()-])|(?-i:\p{Lu}[\p{L}.'-]*)|by|[/()]))+|(?:[\s,]*(?:[\d:.,/+-]+(?:st|nd|rd|th|am|pm|h|z)?|[ap]\.?m\.?|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?|at|on|le|à|um|uhr|ago|hours?|minutes?|mins?|days?|gmt|bst|e[sd]?t|p[sd]t|c[sd]t|utc|ist|cest|cet|today|yesterday|an?|first|last|updated|published|posted|[,|–—·•()-]))+)\W*$",
        "Updated 10:30 AM ET, Tue March 12, 2026",
    ),
    (
        Drop,
        12,
        r"(?i)^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? ?)?(?:19|20)\d\d(?:\W+(?:at )?\d{1,2}[:.]?\d{0,2}\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?)?\W*$",
        "Thursday, 12 March 2026, 10:30 GMT",
    ),
    (
        Drop,
        10,
        r"^\d{1,2}[:.]\d\d(?:\s?[ap]m)?,? (?:\w{3,9} )?\d{1,2} \w{3,9} (?:19|20)\d\d$",
        "20:02, 16 Sep 2026",
    ),
    // Cuts.
    (
        CutAll,
        ANY,
        r"Advertisement\s+Continue reading the main story",
        "Advertisement Continue reading the main story",
    ),
    (CutAll, ANY, r"(?i)\bpic\.twitter\.com/\w+", "It opened. pic.twitter.com/a1B2"),
    (CutAll, ANY, r"\bhttps?://t\.co/\w+", "It opened https://t.co/a1B2"),
    (
        CutAll,
        ANY,
        r"(?i)\s*\(?(?:opens in (?:a )?new (?:window|tab)|this link is external)\)?",
        "The report (opens in new tab) says",
    ),
    (
        CutStart,
        ANY,
        r"^(?:Advertisement|ADVERTISEMENT|Advertisment|Story continues below(?: advertisement)?|Article continues below(?: advertisement)?|Continue reading the main story|Continue reading below)[\s:.-]+",
        "ADVERTISEMENT The bridge was closed.",
    ),
    (
        CutStart,
        ANY,
        r"^(?:Photo|Image|Video|Slide Show)\s+(?:Advertisement|Continue reading)\b",
        "Photo Advertisement",
    ),
    (CutStart, ANY, r"(?i)^Story highlights\s+", "Story highlights Bridge was closed"),
    (
        CutStart,
        ANY,
        r"^Facebook Twitter Pinterest\s+",
        "Facebook Twitter Pinterest The bridge on Monday. Photograph: Jane Doe/AP",
    ),
    (
        CutStart,
        ANY,
        r"^(?:Image copyright .+?\s)?Image caption\s+",
        "Image copyright Getty Images Image caption The bridge was closed on Friday",
    ),
    (
        CutStart,
        ANY,
        r"^Media playback is (?:not supported|unsupported) on (?:this|your) device(?:\s+Media caption)?\s+",
        "Media playback is unsupported on your device Media caption The bridge",
    ),
    (
        CutStart,
        80,
        r"^(?:[\w.'’-]+\s?\|\s?)?(?:Updated|Published|Posted|Last updated|First published|Last modified)\s*:?\s+(?:(?:at|on) )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d)\S*\s+(?:\S+\s+){0,5}?)?(?:\S+[/-])?(?:19|20)\d\d(?:-\S+)?(?:[\s,|-]+(?:at )?\d{1,2}[:.]\d\d(?:\s?[apAP]\.?[mM]\.?)?(?:\s?(?:GMT|BST|E[SD]?T|P[SD]T|UTC|IST|CES?T))?)?[\s|–—-]+",
        "Updated: 12 March 2026 10:30 AM ET The bridge",
    ),
    (
        CutEnd,
        ANY,
        r"\s*\((?:Additional reporting|Reporting|Writing|Editing|Compiled|Edtitng)(?: and \w+)? by [^()]+\)?\.?$",
        "It closed. (Reporting by Jane Doe; Editing by Karl Roe)",
    ),
    (
        CutEnd,
        ANY,
        r"\s+(?:Follow|Like|Find) (?:us|him|her|me|them) (?:on (?:Twitter|Facebook|Instagram|X)|@\w+)[^.]*\.?$",
        "She covers bridges. Follow her on Twitter @janedoe.",
    ),
    (
        CutEnd,
        ANY,
        r"\s+(?:Copyright|©|\(c\))\s*(?:©\s*)?(?:19|20)\d\d [^.]+\. All rights reserved\.?.*$",
        "It closed. Copyright 2017 The Herald. All rights reserved.",
    ),
    (
        CutEnd,
        ANY,
        r"\s+(?:Read or Share|Share) this story:?\s*https?://\S+$",
        "It closed. Read or Share this story: http://h.example/a",
    ),
    (
        CutEnd,
        ANY,
        r"(?i)\s+continue reading(?: the main story)?\s*(?:…|\.\.\.)?$",
        "It closed. Continue reading",
    ),
    (
        CutEnd,
        60,
        r"\s+(?:More:|READ MORE:|Read more:|Read also:|RELATED:|Related:)\s+[^.]+$",
        "It closed on Monday. Read more: Bridges of the county",
    ),
    // Advertising, paywalls, consent, sign-up.
    (
        Drop,
        6,
        r"(?i)^(?:advertisements?|advertising|advert|ad|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|annons|sponsored(?: content)?|promoted(?: content)?|paid post|partner content|loading\W*|story continues(?: below)?|article continues(?: below)?(?: advertisement)?|continue reading(?: below)?)\W*$",
        "Advertisement",
    ),
    (
        Drop,
        12,
        r"(?i)^(?:advertisement|advert)\W+(?:continue|scroll|story|article|skip|remove)\b",
        "Advertisement - Continue Reading Below",
    ),
    (
        Drop,
        140,
        r"(?i)^(?:newsletter sign[ -]?up|sign up (?:for|to|now|here)|subscribe (?:to|for|now|today|here)|get (?:the|our|your|daily|breaking|alerts|digital)\b.*\b(?:newsletter|inbox|e-?mail|updates|access|app|alerts|headlines)\b|join our (?:newsletter|mailing|community|whatsapp|telegram)|interested in .+\? add )",
        "Sign up for The Interpreter and get it in your inbox",
    ),
    (
        Drop,
        80,
        r"(?i)\b(?:thank you for subscribing|thanks for (?:subscribing|signing up)|please enter a valid e-?mail|invalid e-?mail(?: address)?|e-?mail address is invalid|could not subscribe|verify (?:that )?you'?re not a robot|unsubscribe at any time|by (?:signing up|subscribing|registering),? you (?:agree|accept|will))",
        "Invalid email address. Please re-enter.",
    ),
    (
        Drop,
        60,
        r"(?i)^(?:enter your e-?mail|your e-?mail address|keep up with this story|re-enter zip code|get digital access|already (?:a|have an?) (?:subscriber|account|member)|(?:log|sign) in (?:to|or)|create (?:a|your) (?:free )?account|support (?:our|independent|quality) journalism|become a (?:member|subscriber|supporter)|this article is (?:for|exclusive to) subscribers|to (?:continue|keep) reading|you have (?:read|reached|used|\d+|one|two|three|four|five|no) .*\b(?:free|articles?|limit)\b|you(?:'ve| have) \d+ free|subscriber exclusive|give this article)",
        "Already a subscriber? Log in",
    ),
    (
        Drop,
        80,
        r"(?i)^(?:we (?:and our partners )?use cookies|this (?:web)?site uses cookies|by (?:continuing|using) (?:to use|to browse|this)|(?:accept|manage|reject)(?: all)? (?:cookies|preferences)|we value your privacy|cookie (?:policy|settings|preferences|notice)|let us know you agree to cookies|your privacy|wir verwenden cookies|nous utilisons des cookies|utilizamos cookies)",
        "We use cookies to give you the best experience.",
    ),
    (
        Drop,
        40,
        r"(?i)^(?:skip (?:to|in skip|ad)\b|enable javascript|please (?:enable|turn on) javascript|your browser (?:does not|doesn't)|javascript (?:is|must)|to view this (?:video|page|content))",
        "Please enable JavaScript to see this.",
    ),
    (
        Drop,
        40,
        r"(?i)^(?:privacy policy|terms (?:of|and) (?:use|service|conditions)|do not sell|all rights reserved|site map|contact us|about us|help center)\b.*$",
        "Privacy Policy | Terms of Use",
    ),
    // Rights and the like.
    (
        Drop,
        140,
        r"(?i)^(?:copyright|©|\(c\)\s?\d|&copy;).*(?:(?:19|20)\d\d|rights? reserved|reproduction)",
        "Copyright 2017 The Herald. All rights reserved.",
    ),
    (
        Drop,
        60,
        r"(?i)\ball rights reserved\b",
        "The Herald 2017. All rights reserved. This material may not be published.",
    ),
    (
        Drop,
        60,
        r"(?i)^(?:this material may not be published|this (?:story|article|report) (?:was|is) (?:auto-?generated|published|generated) (?:from|by|with)|the .+ is not responsible for the content|license for publishing|registration number|reproduction (?:is )?(?:prohibited|in whole)|(?:npr|these|this) transcripts? (?:is|are|was|were) (?:created|generated|produced)|order reprints|a version of this (?:article|story|op-ed|review)|this article originally appeared)",
        "A version of this article appears in print on March 12, 2026",
    ),
    (
        Drop,
        16,
        r"^\((?:[A-Z][\w ]+ )?\d{1,2}/\d{1,2}/(?:19|20)\d\d(?: page ?\w+)?\)$",
        "(County Daily 10/03/2017 page4)",
    ),
    // Sharing, following, comments, tips.
    (
        Drop,
        30,
        r"(?i)^(?:share (?:this|on|via|it|your|with)|share$|tweet(?: this)?$|(?:print|email|e-mail|save|copy link|listen|bookmark|pin it|post|reprints?|whatsapp|facebook|twitter|linkedin|reddit|pinterest|messenger|flipboard|telegram)(?:\W+(?:share|tweet|print|email|e-mail|save|facebook|twitter|whatsapp|linkedin|reddit|copy|link|pinterest|telegram|this|article|page))*\W*$|read or share this story|print this page|e-?mail to a friend|text size)",
        "Share this article",
    ),
    (
        Drop,
        50,
        r"(?i)^(?:follow|like|find|join|connect with|add|download|watch|chat with|get) (?:us|our|the|[\w .]+?) (?:on|at|via|in|app) (?:twitter|facebook|instagram|youtube|whatsapp|telegram|tiktok|linkedin|snapchat|google news|apple news|x|chirper|bluesky|threads|@|messenger|facebook messenger)\b",
        "Follow us on Twitter",
    ),
    (
        Drop,
        40,
        r"(?i)^(?:follow|e-?mail|contact|reach|write to|tweet) .*(?:@\w|\bon twitter\b|\bon facebook\b)",
        "Follow Jane Doe on Twitter: @janedoe",
    ),
    (Drop, 30, r"(?i)^follow us\b", "Follow us @"),
    (
        Drop,
        40,
        r"(?i)^(?:e-?mail|contact (?:the )?(?:writer|reporter|author|newsroom|us)s?|reach (?:the )?(?:writer|reporter|author)s?)\b.*\S+@\S+",
        "Contact the writers at jane@herald.example",
    ),
    (
        Drop,
        60,
        r"(?i)^(?:we pay for (?:your )?(?:stories|videos|tips)|do you have (?:a|any) (?:story|tip|information|news|question)|(?:have you )?got a (?:news )?(?:story|tip)|have (?:a|you got a) (?:story|news tip|tip)\b|send (?:your|us) (?:\w+ )?(?:news|stories|tips|letters|comments|pictures)|if you have a story|has this affected you|are you (?:affected|there)\b.*\?|have you been affected)",
        "We pay for your stories! Email us at tips@herald.example",
    ),
    (
        Drop,
        12,
        r"(?i)^(?:\d[\d,.k]* )?(?:comments?|shares|views|likes|replies|reactions|viewers)(?: \(\d+\)|: ?\d+)?(?: (?:on this (?:story|article)|so far|closed))?\W*$",
        "123 Comments",
    ),
    (
        Drop,
        14,
        r"(?i)^(?:view|show|see|read|load|hide|add|post|leave|be the first to|join the|sort) (?:all |more |a |your )?(?:\d+ )?(?:comments?|replies|discussion|conversation|reply)\b.*$",
        "View all 123 comments",
    ),
    (
        Drop,
        12,
        r"(?i)^(?:no comments(?: yet)?|comments (?:are )?(?:closed|disabled|off)|log in to (?:post|comment)|most (?:read|popular|viewed|shared|commented)|trending(?: now)?|popular|recommended|editors?['’]s? picks?|top stories|latest(?: news| stories)?|more stories|more from .+|in other news|elsewhere on .+|from the web|around the web|you may (?:also )?(?:like|be interested).*|you might (?:also )?like|(?:read|up) next|watch (?:now|live|next|more)|sponsored stories|what to read next|don'?t miss|just in|must (?:read|watch)s?|keep reading|see more|show more|view more|load more|learn more|tags?:?|topics?:?|related(?: (?:articles?|stories|content|topics|coverage|links|news|video))?)\W*$",
        "Most Popular",
    ),
    // Links to other stories.
    (
        Drop,
        40,
        r"^(?:READ MORE|Read More|Read more|READ ALSO|Read also|ALSO READ|Also read|READ|SEE ALSO|See also|RELATED|Related|WATCH|Watch|LISTEN|Listen|MORE|More|MORE ON THIS|DON'T MISS|JUST IN|SEE MORE|EXCLUSIVE|MUST READ|UP NEXT|Click here|Click to read|Lesen Sie auch|Mehr zum Thema|Lire aussi|À lire aussi|Lea también|Leer también|Leggi anche|Lees ook|Läs också|Читайте также|Leia também|Leia mais)\s*:\s*[^\p{Ll}\s]",
        "READ MORE: Bridges of the county",
    ),
    (
        Drop,
        12,
        r"(?i)^(?:read more|more-?in|read on|read full (?:story|article)|see also|also read|read the (?:full|original) (?:story|article|report|statement)(?: here)?|full (?:story|coverage)|continue(?: reading)?|next|prev(?:ious)?|back to top|top|lesen sie auch|mehr zum thema|lire aussi|lea también|leggi anche|lees ook)\W*$",
        "Read more",
    ),
    (
        Drop,
        40,
        r"(?i)\S [—–|-]?\s*read more\W*$",
        "Bridge closes after cracks | Jane Doe Read more",
    ),
    (
        Drop,
        200,
        r"^(?:Related [Ss]tories|RELATED STORIES|Related [Aa]rticles|JUST WATCHED|Related coverage|MORE ON THIS STORY|More on this story|Related Topics)\s+\S",
        "Related stories BRIDGE WOE Lorry stuck on bridge",
    ),
    (Drop, 25, r"^\[\s?[\p{Lu}‘“'][^\[\].]+\]$", "[Council closes bridge after cracks are found]"),
    (
        Drop,
        30,
        r"^(?:Click (?:here|to|on)|Tap here|Swipe|Scroll down|Scroll to)\b",
        "Click here to read the report",
    ),
    (
        Drop,
        30,
        r"(?i)^(?:for (?:more|the latest|full|all)\b.*\b(?:click|visit|follow|go to|download|coverage|https?:)|visit our|(?:today|this week)['’]s coverage from|like .+ on facebook|watch (?:the )?(?:video|live|full)\b.*$|listen to (?:this|the|our)\b.*$)",
        "For more county coverage: http://herald.example",
    ),
    (
        Drop,
        16,
        r"(?i)^(?:listen\W+(?:\d{1,2}:\d\d|\d+ min)|\d{1,2} min(?:ute)?s? (?:read|listen|ago)|estimated reading time|reading time)\b.*$",
        "3 min read",
    ),
    (Drop, 12, r"^(?:https?://|www\.)\S+$", "http://herald.example/a"),
    (Drop, 6, r"^\S+@\S+\.\w+$", "jane@herald.example"),
    // Players and galleries.
    (
        Drop,
        ANY,
        r"(?i)^(?:skip in skip|\d+ of \d+ (?:full screen|skip|close)|replay more videos|close what you need to know)\b",
        "1 of 26 Full Screen Autoplay Close Skip Ad",
    ),
    (
        Drop,
        8,
        r"(?i)^(?:photos?|videos?|images?|gallery|slide ?shows?|audio|podcast|graphic|map|chart|play(?: video)?|full screen|autoplay|now playing|enlarge(?: this image)?|hide caption|view photos?|slideshow \(\d+ images\)|scroll down for videos?|video player|media|caption|live)\W*$",
        "Photo",
    ),
    (
        Drop,
        25,
        r"^Enlarge this image\b",
        "Enlarge this image toggle caption Jane Doe/AP Jane Doe/AP",
    ),
    (Drop, 10, r"(?i)^(?:\+ ?|\d+ )?show all .+$", "34 show all county news in pictures"),
    (
        Caption,
        ANY,
        r"Hide Caption \d+ of \d+",
        "Photos: The bridge The bridge was closed. Hide Caption 1 of 8",
    ),
    (Caption, 90, r"^\d{1,3}\s?/\s?\d{1,3}\s+\S", "5/30 The bridge from above Herald"),
    (
        Caption,
        120,
        r"(?i)^(?:file\s*(?:[-–—:]|photo)|(?:in )?this (?:(?-i:\p{Lu}\w+\.?,? )*(?:\d+, )?(?:\d+,? )?(?:undated |file |handout |satellite |aerial )*(?:photo|image|picture|frame grab|combination)\b)|an? undated (?:\w+ )?(?:photo|image|picture)|(?:(?:gallery|image|photo|picture|main|hero|video)\s)?(?:photos?|images?|picture|photograph|caption|graphic|chart|map|video|credit|credits)\s*:\s|pictured:|\d+ of \d+\b)",
        "FILE - In this Nov. 2, 2017 file photo, the bridge is open.",
    ),
    (
        Caption,
        70,
        r"(?:\((?:Photo|Image|Photograph|Picture|Video|Credit|Graphic|Source|Courtesy|Foto)\b[^()]*\)\.?|\[Photo[^\]]*\]|\((?:[^()]+/)(?:AP|AFP|Getty|Getty Images|Reuters|REUTERS|EPA|PA|Bloomberg|Associated Press|AFP/Getty Images|Pool|Agence France-Presse|The [A-Z][\w ]+)[^()]*\)\.?|\((?:file photo|stock image|file image)\)\.?|(?:Photograph|Photographer|Photo|PHOTO|Picture|Credit|Image|Foto|Fotografie)s?(?: by)?\s*:\s*[^.]+|\bCredit \p{Lu}[\p{L}.'-]+ [^.]+|©\s?\p{Lu}[^.]+)$",
        "The bridge on Friday. (Photo: Jane Doe-Herald)",
    ),
    (
        Caption,
        50,
        r"[\p{Ll}\d\p{Lu}]\s+\((?:AP|AFP|Getty|Getty Images|Reuters|REUTERS|EPA|PA|Rex|Rex Features|iStock|Shutterstock)\)$",
        "Work began after the bridge was closed (Reuters)",
    ),
    (
        Caption,
        60,
        r"^(?:AP:Associated Press|Getty(?: Images)?(?: - (?:Getty|Contributor))?|Handout(?: - Getty)?|AFP or licensors|EPA|REUTERS|Barcroft Media|Rex Features|Splash News|SWNS|PA:Press Association|GETTY|Shutterstock)\s+\p{Lu}",
        "AP:Associated Press The bridge was closed on Friday",
    ),
    (
        Caption,
        16,
        r"(?i)^(?:image copyright|image source|getty images?|photo by|photograph by|picture by|credit:|illustration by|photo illustration|graphic by|courtesy of)\b.*$",
        "Photo by Jane Doe",
    ),
    (
        Caption,
        12,
        r"^\(?\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,3}\s?/\s?(?:AP|AFP|Getty|Getty Images|Reuters|EPA|PA|Associated Press|Bloomberg|The [A-Z][\w ]+|Twitter|Agence France-Presse)[\w /]*\)?$",
        "Jane Doe/Getty Images",
    ),
    (
        Caption,
        60,
        r"(?i)\b(?:illustration|stock photo|representational image|screengrab|screenshot)\b\W{0,3}$",
        "A bridge like the one in Wenlow. Stock photo",
    ),
    // Posts set into the article.
    (
        Quotation,
        90,
        r"[—–-]\s?[^()]+\(@\w+\)\s*(?:(?:\p{L}+ \d{1,2}, |\d{1,2} \p{L}+ )(?:19|20)\d\d[^\d]{0,5})?$",
        "Bridge is open! — Jane Doe (@janedoe) March 12, 2026",
    ),
    (
        Quotation,
        90,
        r"\b(?:Posted by|A post shared by|A (?:photo|video) posted by) .+ on (?:\w+day, )?\d{0,2} ?\w+ ?\d{0,2},? (?:19|20)\d\d\b.*$",
        "Bridge is open! A post shared by Jane Doe (@janedoe) on Dec 22, 2017 at 2:57pm PST",
    ),
    // Credits and bylines; authors and agencies are read from them.
    (
        Drop,
        60,
        r"(?i)^\W{0,3}(?:additional reporting|with (?:reporting|assistance|files|contributions)|reporting|writing|editing|compiled|edited|produced|reported|photography|graphics?|research)\b[^.]*? (?:by|from)\b[^.]+\.?\)?$",
        "Additional reporting by Jane Doe",
    ),
    (Drop, 20, r"(?i)^additional reporting\W+(?:agencies|.+)$", "Additional reporting: agencies"),
    (
        Drop,
        60,
        r"(?:^|, )[^.]+\bcontributed (?:to (?:this|the) (?:report|story|article|post|piece|dispatch|analysis|project)|reporting|from \p{Lu}\w+\.?$)[^.]*\.?$",
        "The Associated Press contributed to this report.",
    ),
    (
        Drop,
        16,
        r"(?i)^information from:",
        "Information from: The Herald, http://www.herald.example",
    ),
    (
        Drop,
        18,
        r"^(?:By|BY|by|Von|Par|Por|Door)\s+(?:\p{Lu}[\p{L}.'’-]*\s?){2,5}(?:(?:,|and|AND|\||&|for|in|of|at|und|et|y)\s*(?:\p{Lu}[\p{L}.'’-]*\s?){1,5}){0,4}(?:\([^()]+\))?\W*$",
        "By Jane Doe and Karl Roe, County Reporter",
    ),
    (
        Drop,
        24,
        r"(?i)^(?:by|from|words?|text|story) (?:\p{Lu}[\p{L}.'’-]*\s?){1,5}.*\b(?:published|updated|posted)\b",
        "By Jane Doe Published 12 March 2026",
    ),
    (
        Drop,
        16,
        r"(?i)^(?:(?:source|quelle|fuente|fonte)\s*:\s*[\p{L}\d .,/&'-]+|(?:ap|afp|reuters|agencies|xinhua|pa|dpa|ians|pti|bloomberg|epa|tass|ani|upi)(?:\s*[-/,&|–]\s*(?:ap|afp|reuters|agencies|xinhua|pa|dpa|ians|pti|bloomberg|epa|tass|ani|upi))*)$",
        "Source: County Council",
    ),
    (Drop, 6, r"^\p{Ll}{2,3}(?:/\p{Ll}{2,4})* \([\p{L}, /]+\)$", "jd/kr (AFP, dpa)"),
    (
        Drop,
        80,
        r"(?i)^(?:\p{Lu}[\p{L}.'’-]+ ){2,4}(?:is|was) (?:a|an|the|our|\p{Lu}\w+['’]s) .*\b(?:(?:opinions|views) expressed|follow (?:him|her|them|me) |can be (?:reached|contacted|followed)|@\w{3,})",
        "Jane Doe is a writer in Wenlow. Follow her on Twitter @janedoe.",
    ),
    (
        Drop,
        50,
        r"(?i)^(?:\p{Lu}[\p{L}.'’-]+ ){2,4}(?:covers|reports on|writes about) .*(?:reach (?:him|her|them)|follow (?:him|her|them)|@\w)",
        "Jane Doe covers bridges. Reach her at jane@herald.example.",
    ),
    (Drop, 20, r"^\p{Ll}{2,3}(?:/\p{Ll}{2,3}){1,3}$", "jk/ot/bw"),
    (
        Drop,
        40,
        r"(?i)^(?:keywords|schlagworte|stichworte|palabras clave|mots[- ]clés)\s*:\s",
        "Keywords: bridge, county.",
    ),
    (Drop, 14, r"\S+@\S+\.\w{2,}\W*$", "Sabine Trell, +00 555 0199, press@capital.example"),
    (
        Drop,
        30,
        r"(?i)[.!,:;]\s+(?:sign up|subscribe(?: now| here| today)?|join(?: us| now)?|donate(?: now| here)?|become a member)\W*$",
        "Get our weekly letter on bridges. Sign up",
    ),
    (
        Drop,
        ANY,
        r"(?i)^comments? \(\d+\)",
        "Comments (41) – sorted by most liked fellwalker: They said all this last year.",
    ),
    (
        Drop,
        60,
        r"(?i)^(?:(?:edited|produced|adapted|researched|translated)(?: for the \w+)? by (?:\p{Lu}[\p{L}.'’-]+\s?){1,4}[.;,]?\s*)+$",
        "Edited for the web by Jane Doe. Produced by Karl Roe.",
    ),
    (
        Drop,
        50,
        r"^(?:[^.]+ reported from [^.]+\. )+(?:[^.]+contributed[^.]*\.)?$",
        "Doe reported from Wenlow. Herald writer Karl Roe contributed to this report.",
    ),
    (
        Drop,
        70,
        r"(?i)\b(?:contribute|give|donate|support (?:us|our \w+)|contributing|giving)\b.*\b(?:as little as|from just)\s?[$£€]\d",
        "Contribute as little as $2 to keep our news free for all.",
    ),
    (
        Drop,
        80,
        r"(?i)^(?:support (?:huffpost|us\b|our (?:work|newsroom|journalism))|help keep .* free|at .{3,20}, we believe that\b|your (?:support|contribution) (?:is|will|makes)|be the first to know|get local news|this article .* originally (?:appeared|published)|(?:disclaimer|disclosure)s?\s*:|unlock (?:a world|exclusive)|waiting for your permission|we(?:’|')re sorry, this feature|the products discussed here|this newsletter may contain|(?:we|our .{3,30}) may (?:earn|receive|get) (?:a )?(?:commission|share))",
        "At The Herald, we believe that news should be free.",
    ),
    (
        Note,
        40,
        r"(?i)^(?:the|this) (?:interview|conversation|transcript|q&a) (?:has been|was) (?:\w+ )?(?:edited|shortened|condensed|translated)",
        "The interview has been shortened and edited for clarity.",
    ),
    (CutStart, ANY, r"^(?:Updated|UPDATED)\s*\|\s*", "Updated | The bridge was closed."),
    (
        Caption,
        ANY,
        r"^(?:.*\s)?1/\d{1,3}\s.*\s2/\d{1,3}\s",
        "The bridge 8 show all The bridge 1/8 It is closed Jane Doe/PA 2/8 It is open",
    ),
    (
        Caption,
        ANY,
        r"^(?:Getty Images|AP:Associated Press|EPA|Reuters|PA)\s+\p{Lu}.*(?:Getty Images|AP:Associated Press|EPA|Reuters|PA)\s+\p{Lu}",
        "Getty Images Cars were stopped Getty Images The bridge was closed",
    ),
    (
        Caption,
        80,
        r"\bin (?:this|an) (?:undated|handout|file|frame grab|combination)\b[^.]*(?:photo|image|picture|grab|video)\b[^.]*(?:released|provided|taken|supplied|by|from)\b",
        "The mayor looks at the bridge in this undated photo released by the county.",
    ),
    (
        Note,
        60,
        r"(?i)^update:?\s+this (?:article|story|post)",
        "Update: This article has been updated with new information.",
    ),
    (
        Drop,
        40,
        r"\b[Cc]lick (?:here )?to (?:read|see|view|watch|enlarge|listen|subscribe|sign|expand|tweet)\b",
        "Look back at the county's history. Click to read today's story.",
    ),
    // Ends of sections.
    (Drop, 8, r"^[\s_*.•·\-–—=~#|/\\<>«»×+^:;,…?!]+$", "___"),
    (Drop, 6, r"(?i)^(?:end|ends|-30-|\(?more\)?|\(?ends\)?|###)$", "-30-"),
    (
        Drop,
        30,
        r"(?i)^(?:thank you for (?:reading|your feedback)|was this (?:article|page|story) (?:useful|helpful)|did you (?:find|like) this|report (?:a |an )?(?:typo|error|mistake)|suggest a correction|see something wrong|our standards: |what do you think\?)",
        "Was this article useful?",
    ),
    // Notes.
    (
        Note,
        160,
        r"(?i)^\W{0,3}(?:(?:corrections?|clarifications?|editor['’]?s?['’]? notes?|ed\.? note|note to readers|anmerkung der redaktion|erratum)(?:\s*[:—–|(\]/.-]|$|\s+(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|this (?:article|story|post|report|piece|version) (?:has been|was) (?:updated|corrected|amended|revised|modified|changed|edited)|(?:an )?(?:earlier|previous|original) versions? of this|this post has been revised|due to an editing error|because of an editing error)",
        "Correction: An earlier version of this article gave the wrong year.",
    ),
    (
        Note,
        60,
        r"(?i)\b(?:(?:views|opinions) expressed (?:in|are|here|by)|this (?:article|text|content) (?:is|was) (?:an? )?(?:sponsored|paid|press release|opinion)|press release\. .*responsible)",
        "The views expressed are her own.",
    ),
];

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn every_rule_fits_its_example() {
        for (act, words, pattern, example) in RULES {
            let regex = Regex::new(&compact(pattern)).unwrap_or_else(|e| panic!("{act:?}: {e}"));
            assert!(regex.is_match(example), "{act:?} {pattern}\n{example}");
            assert!(example.split_whitespace().count() <= *words, "{example}");
        }
    }
}
