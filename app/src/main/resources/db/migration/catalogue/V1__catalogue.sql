-- Kernel catalogue: everything that may be found. The index on disk is made from these tables.
create table entry (
    id           text primary key,
    subject      text    not null,             -- what it belongs to in the record, e.g. document:…
    kind         text    not null,             -- key of its word, e.g. library.entry
    place        text    not null default '',  -- the body
    title        text    not null,
    title_en     text    not null,
    words        text    not null default '',  -- what full text searches beside the title
    gist         text[]  not null default '{}',-- further texts it is compared by, beside the title
    names        text[]  not null default '{}',-- persons, found also by pinyin
    audience     text[]  not null,             -- who may find it: whoever holds one of these keys
    visible_from timestamptz not null,
    href         text    not null,
    number       text    not null default '',
    happened_at  timestamptz,
    state        text    not null default '',  -- what became of it
    state_en     text    not null default '',
    side         text    not null default '',  -- DEMAND or SUPPLY, for matching
    demo         boolean not null,
    digest       char(64) not null,            -- over all of the above: what did not change is not written
    removed      boolean not null default false, -- its texts are emptied then
    tx           xid8    not null default pg_current_xact_id() -- the transaction that changed it last: what an index follows
);
create index entry_tx on entry (tx);
create index entry_subject on entry (subject);
create index entry_kind on entry (kind) where not removed;

-- The vectors of an entry's texts, by the model that made them.
create table vector (
    entry text  not null references entry on delete cascade,
    place int   not null,                      -- 0 the title, then the gist
    model text  not null,
    value real[] not null,
    primary key (entry, place)
);

-- How far the record has been followed; generation changes when the entries are made anew.
create table progress (
    one        boolean primary key default true check (one),
    act        bigint  not null,
    generation uuid    not null
);

-- The organs and their duties, for routing.
create table organ (
    name   text primary key,
    place  int    not null,
    duties text[] not null
);

-- What people said about a proposal of the machine; kept as examples to learn from, never changed.
create table correction (
    number   bigint generated always as identity primary key,
    at       timestamptz not null,
    actor    text not null,
    role     text not null,
    kind     text not null check (kind in ('SAME', 'DIFFERENT', 'ORGAN')),
    text     text not null,                    -- what the machine was asked about
    proposed text not null,                    -- what it said: an entry's title, an organ
    entry    text not null default '',         -- the entry it is about, if it is one
    answer   text not null,                    -- what is right
    note     text not null default ''
);
create index correction_text on correction (kind, text);
