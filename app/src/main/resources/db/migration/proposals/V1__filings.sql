-- What deputies file: the text, who signed which text, what became of it.
create table filing (
    id         uuid primary key,
    kind       text not null,
    subject    text not null,                  -- the session
    body       text not null,
    number     int,
    title      text not null,
    parts      text not null,                  -- JSON object: part → text
    mover      text not null,                  -- empty: deputies
    state      text not null,
    text_hash  char(64) not null,
    version    int  not null,
    created_at timestamptz not null,
    received   timestamptz,
    shortfall  text,
    opinion    text,
    opinion_reason text,
    outcome    text,
    answer     text,
    linked     uuid references filing,
    demo       boolean not null,
    unique (subject, kind, number)
);
create index filing_subject on filing (subject, received desc);
create table signature (
    filing    uuid not null references filing,
    mandate   uuid not null,
    place     int  not null,                   -- 1 = leads
    text_hash char(64) not null,
    at        timestamptz not null,
    withdrawn timestamptz,
    primary key (filing, mandate)
);
create index signature_mandate on signature (mandate);
create table invitation (
    filing  uuid not null references filing,
    mandate uuid not null,
    primary key (filing, mandate)
);
create index invitation_mandate on invitation (mandate);
-- What signers say together: reconsideration, not satisfied.
create table voice (
    filing  uuid not null references filing,
    mandate uuid not null,
    what    text not null,
    primary key (filing, mandate, what)
);
-- The running number of a kind in a session, without gaps.
create table counter (
    subject text not null,
    kind    text not null,
    last    int  not null,
    primary key (subject, kind)
);
