-- Shared layer library: the documents of a meeting, their versions, publication, reading.
create table document (
    id         uuid primary key,
    body       text not null,                 -- whose document it is
    subject    text not null default '',      -- e.g. congress-session:sjz-npc-15-5; empty: the body's own
    kind       text not null,
    rank       int  not null,                 -- place of the kind in lists
    number     text not null default '',      -- 文号 or 期号; empty if none
    issuer     text not null,
    secrecy    text not null,
    demo       boolean not null,
    created_at timestamptz not null,
    created_by text not null
);
create index document_body on document (body, subject, rank, created_at desc);
create unique index document_number on document (body, subject, kind, number) where number <> '';

-- Uploaded files by their content: the same file is stored once.
create table attachment (
    sha256  char(64) primary key,
    type    text   not null,                  -- as found in the content, never as claimed
    size    bigint not null,
    content bytea  not null
);

-- A version never changes.
create table version (
    document   uuid not null references document,
    number     int  not null,
    title      text not null,
    text       text not null,
    attachment char(64) references attachment,
    file_name  text not null default '',
    remark     text not null default '',      -- what changed, in a line
    plain      text not null,                 -- what search compares: number, title, text and the file's text, in one form
    grams      text[] not null,               -- its character pairs and triples, for the index
    sha256     char(64) not null,             -- over title, text and the file's digest
    made_at    timestamptz not null,
    made_by    text not null,
    primary key (document, number)
);
create index version_grams on version using gin (grams);

-- To whom a version was given, from when; a recall ends it and stays written.
create table publication (
    id            uuid primary key,
    document      uuid not null,
    version       int  not null,
    audience      text[] not null,
    visible_from  timestamptz not null,
    published_at  timestamptz not null,
    published_by  text not null,
    recalled_at   timestamptz,
    recall_reason text not null default '',
    recalled_by   text not null default '',
    foreign key (document, version) references version (document, number),
    check ((recalled_at is null) = (recall_reason = ''))
);
create index publication_document on publication (document, version desc);
create index publication_audience on publication using gin (audience) where recalled_at is null;

-- Who first opened which version, when.
create table receipt (
    document uuid not null,
    version  int  not null,
    account  uuid not null,
    person   uuid,                            -- none for staff
    at       timestamptz not null,
    primary key (document, account, version),
    foreign key (document, version) references version (document, number)
);

-- A reader's own note: for nobody else, and never in the record.
create table note (
    document   uuid not null references document,
    account    uuid not null,
    text       text not null,
    changed_at timestamptz not null,
    primary key (document, account)
);
