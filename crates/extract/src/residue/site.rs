//! Rows for what a site says about itself: times of the page, advertising,
//! sign-up and consent, rights, sharing, comments.

use super::table::{
    ANY,
    Act::{CutAll, CutEnd, CutStart, Drop},
    Rule,
};

/// Tried before the rows for stories.
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
    // What templates and forms are filled with.
    (Drop, ANY, r"(?i)^lorem ipsum\b", "Lorem ipsum dolor sit amet"),
    (
        Drop,
        20,
        r"(?i)^this field is (?:for validation purposes|hidden when viewing)",
        "This field is for validation purposes and should be left unchanged.",
    ),
    // Advertising, paywalls, consent, sign-up.
    (
        Drop,
        6,
        r"(?i)^\W{0,3}(?:advertisements?|advertising|advert|ad|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|annons|sponsored(?: content)?|promoted(?: content)?|paid post|partner content|loading\W*|story continues(?: below)?|article continues(?: below)?(?: advertisement)?|continue reading(?: below)?)\W*$",
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
        r"(?i)^(?:share (?:this|on|via|it|your|with)(?: [\w-]+){0,5}\W*$|share$|tweet(?: this)?$|(?:print|email|e-mail|save|copy link|listen|bookmark|pin it|post|reprints?|whatsapp|facebook|twitter|linkedin|reddit|pinterest|messenger|flipboard|telegram)(?:\W+(?:share|tweet|print|email|e-mail|save|facebook|twitter|whatsapp|linkedin|reddit|copy|link|pinterest|telegram|this|article|page))*\W*$|read or share this story|print this page|e-?mail to a friend|text size)",
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
];
