-- Words as in the design: article, version, story, revision, statement.

-- How many steps were committed: one row.
CREATE TABLE position (steps INTEGER NOT NULL);
INSERT INTO position VALUES (0);

CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    head TEXT NOT NULL,             -- StoryHead as JSON
    activity INTEGER NOT NULL,      -- the three that lists are ordered by
    articles INTEGER NOT NULL,
    created INTEGER NOT NULL
);
CREATE INDEX story_activity ON story (activity DESC, id);

-- Stories that are no more.
CREATE TABLE redirect (gone INTEGER PRIMARY KEY, target INTEGER NOT NULL);

CREATE TABLE article (
    number INTEGER PRIMARY KEY,     -- in order of arrival
    id TEXT NOT NULL UNIQUE,
    newest TEXT NOT NULL,           -- sha256 of its newest text
    story INTEGER REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
    outlet TEXT NOT NULL,
    dated TEXT,                     -- when that text was last changed or published
    day TEXT                        -- the day of publication
);
CREATE INDEX article_story ON article (story);

-- Every text that an article ever had.
CREATE TABLE version (
    article INTEGER NOT NULL REFERENCES article (number),
    sha256 TEXT NOT NULL,
    at TEXT NOT NULL,
    body BLOB NOT NULL,             -- Article as JSON, packed
    PRIMARY KEY (article, sha256)
);

CREATE TABLE article_key (
    key TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (number)
) WITHOUT ROWID;

-- Append-only.
CREATE TABLE revision (
    story INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    news INTEGER NOT NULL,
    cause TEXT NOT NULL,            -- Cause as JSON
    base INTEGER NOT NULL,          -- the revision that the body is packed against; itself for none
    body BLOB NOT NULL,             -- Briefing as JSON, packed
    PRIMARY KEY (story, number)
);

CREATE TABLE reason (number INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE article_reason (
    article INTEGER NOT NULL REFERENCES article (number),
    reason INTEGER NOT NULL REFERENCES reason (number),
    PRIMARY KEY (article, reason)
) WITHOUT ROWID;

-- What gathering remembers.
CREATE TABLE memory (key TEXT PRIMARY KEY, value BLOB NOT NULL);

-- The statements of the newest revisions.
CREATE TABLE statement (
    number INTEGER PRIMARY KEY,
    story INTEGER NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    outlets TEXT NOT NULL,          -- one a line
    day TEXT,
    UNIQUE (story, id)
);

-- Words only: the texts stand above.
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_words USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
