//! Rows for what stands around the text of a story: links to others, pictures
//! and players, posts, credits and bylines, ends, notes.

use super::table::{
    ANY,
    Act::{Appeal, Caption, CutStart, Drop, Note, Quotation},
    Rule,
};

/// Tried after the rows for the site.
pub const RULES: &[Rule] = &[
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
    (
        Caption,
        90,
        r"^(?:\d\s?/\s?\d|\d{1,3}\s?/\s?\d{2,3})\s+[^\p{Ll}]",
        "5/30 The bridge from above Herald",
    ),
    (
        Caption,
        120,
        r"(?i)^(?:file\s*(?:[-–—:]|photo)|(?:in )?this (?:(?-i:\p{Lu}\w+\.?,? )*(?:\d+, )?(?:\d+,? )?(?:undated |file |handout |satellite |aerial )*(?:photo|image|picture|frame grab|combination (?:of )?(?:\w+ )?(?:photo|image|picture)s?)\b)|an? undated (?:\w+ )?(?:photo|image|picture)|(?:(?:gallery|image|photo|picture|main|hero|video)\s)?(?:photos?|images?|picture|photograph|caption|graphic|chart|map|video|credit|credits)\s*:\s|pictured:|\d+ of \d+\b)",
        "FILE - In this Nov. 2, 2017 file photo, the bridge is open.",
    ),
    (
        Caption,
        70,
        r"(?:\((?:Photo|Image|Photograph|Picture|Video|Credit|Graphic|Source|Courtesy|Foto)\b[^()]*\)\.?|\[Photo[^\]]*\]|\((?:[^()]+/)(?:AP|AFP|Getty|Getty Images|Reuters|REUTERS|EPA|PA|Bloomberg|Associated Press|AFP/Getty Images|Pool|Agence France-Presse|The [A-Z][\w ]+)[^()]*\)\.?|\((?:file photo|stock image|file image)\)\.?|(?:Photograph|Photographer|Photo|PHOTO|Picture|Credit|Image|Foto|Fotografie)s?(?: by)?\s*:\s*[^.]+|(?:^|[.!?”’)] )Credit \p{Lu}[\p{L}.'-]+ [^.]+|©\s?\p{Lu}[^.]+)$",
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
        r"(?i)^\W{0,3}(?:(?:additional reporting|with (?:reporting|assistance|files|contributions))\b[^.]*? (?:by|from)|(?:reporting|writing|editing|compiled|edited|produced|reported|photography|graphics?|research)(?:(?:,| and| &| from| in) [\w-]+){0,4} by)\b[^.]+\.?\)?$",
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
        Appeal,
        70,
        r"(?i)\b(?:contribute|give|donate|support (?:us|our \w+)|contributing|giving|your (?:contribution|donation|gift))\b.*\b(?:as little as|from just)\s?[$£€]\d",
        "Contribute as little as $2 to keep our news free for all.",
    ),
    // Appeals for money.
    (
        Appeal,
        60,
        r"(?i)(?:\bplease consider (?:supporting|making a|a (?:donation|contribution|subscription))|^for (?:less than )?the price of a (?:cup of )?coffee\b|\b(?:monthly|recurring) (?:or one-time )?(?:contributions|donations)\b|\bcontributions are (?:not )?tax[- ]deductible\b|^our (?:\d{4} )?(?:coverage|newsroom|reporting) needs you|\b(?:help|helps) (?:us |to )?(?:keep|secure|sustain|fund) (?:our|the future of) (?:journalism|newsroom|reporting)\b)",
        "Please consider supporting our work with a monthly contribution.",
    ),
    (
        Appeal,
        80,
        r"(?i)^(?:support (?:us\b|our (?:work|newsroom|journalism))|help keep .* free|at .{3,20}, we believe that .*\b(?:journalism|news|reporting)\b|your (?:support|contribution) (?:is|will|makes))",
        "At The Herald, we believe that news should be free.",
    ),
    (
        Drop,
        80,
        r"(?i)^(?:be the first to know|get local news|this article .* originally (?:appeared|published)|(?:disclaimer|disclosure)s?\s*:|unlock (?:a world|exclusive)|waiting for your permission|we(?:’|')re sorry, this feature|the products discussed here|this newsletter may contain|(?:we|our .{3,30}) may (?:earn|receive|get) (?:a )?(?:commission|share))",
        "Get local news in your inbox.",
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
    // Polls.
    (
        Drop,
        40,
        r"(?i)(?:^|\? )(?:(?:vote|cast your vote)(?: now| here| below| in our poll)?|(?:take|join|answer) (?:our|the) (?:poll|survey|quiz)|have your say)\W*$",
        "Should the bridge be closed? Vote now",
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
