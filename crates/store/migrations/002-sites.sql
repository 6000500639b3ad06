-- What is known of the lines that recur on a site: the newest only.
CREATE TABLE site (
    host TEXT PRIMARY KEY,
    lines BLOB NOT NULL             -- as throughline-extract keeps them; of fixed size at most
) WITHOUT ROWID;
