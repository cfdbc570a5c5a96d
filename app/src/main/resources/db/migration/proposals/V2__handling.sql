-- How a filed suggestion is handled, from its screening to the promise kept.

-- What a body's rules are: whose limits, which classes of replies, who gets the reply.
create table setting (
    body             text primary key,
    place            text not null,
    scheme           text not null,
    every_signer     boolean not null,
    government_check boolean not null
);

-- Filings whose author asked that nobody but the assigning office know who filed them (QDS 18).
create table concealed (
    filing uuid primary key references filing,
    reason text not null,
    at     timestamptz not null
);

create table handling (
    filing        uuid primary key references filing,
    matter        uuid not null unique,
    screening     text,                        -- null until screened
    screen_reason text not null default '',
    key_at        timestamptz,                 -- chosen for close supervision (重点督办)
    key_reason    text not null default '',
    key_committee text not null default ''
);

create table assignment (
    id       uuid primary key,
    filing   uuid not null references filing,
    organ    text not null,
    mode     text not null check (mode in ('LEAD', 'ASSIST', 'SEPARATE')),
    part     text not null,                    -- what it answers, for SEPARATE
    at       timestamptz not null,
    received timestamptz,
    opinion  text,                             -- of an assisting organ
    opined   timestamptz,
    ended    timestamptz,                      -- assigned anew
    ordinal  bigint generated always as identity
);
create index assignment_filing on assignment (filing, ordinal);
create index assignment_organ on assignment (organ) where ended is null;

create table objection (
    filing  uuid not null references filing,
    organ   text not null,
    at      timestamptz not null,
    reason  text not null,
    verdict text check (verdict in ('ACCEPTED', 'REFUSED')),
    answer  text not null default '',
    ordinal bigint generated always as identity primary key
);

create table contact (
    filing  uuid not null references filing,
    letter  uuid not null,                     -- in the matter's correspondence
    organ   text not null,
    way     text not null,
    held_on date not null,
    person  text not null,                     -- who of the organ
    head    boolean not null,                  -- the head of the organ in person
    text    text not null,
    ordinal bigint generated always as identity primary key
);
create index contact_filing on contact (filing);

-- Every version of a reply stays.
create table reply (
    id            uuid primary key,
    filing        uuid not null references filing,
    organ         text not null,
    round         int  not null,               -- 1, after "not satisfied" 2
    version       int  not null,
    stage         text not null check (stage in ('DRAFT', 'OFFICE', 'HEAD', 'GOVERNMENT', 'SEALED', 'REPLACED')),
    number        text not null,               -- 发文字号
    points        text not null,               -- JSON list of {asked, answered}
    class         text not null,
    promised      date,
    promise       text not null,
    contact       text not null,
    public        boolean not null,
    public_reason text not null,
    drafted_by    text not null,
    drafter       text not null,
    drafted_at    timestamptz not null,
    signer        text not null default '',
    sealed        timestamptz,
    sha256        text not null,
    ordinal       bigint generated always as identity,
    unique (filing, organ, round, version)
);

create table review (
    reply   uuid not null references reply,
    stage   text not null,
    organ   text not null,
    passed  boolean not null,
    by      text not null,
    name    text not null,
    remark  text not null,
    at      timestamptz not null,
    ordinal bigint generated always as identity primary key
);
create index review_reply on review (reply);

create table feedback (
    filing   uuid not null references filing,
    round    int  not null,
    attitude text not null check (attitude in ('SATISFIED', 'BASICALLY', 'NOT')),
    result   text not null check (result in ('SATISFIED', 'BASICALLY', 'NOT')),
    reason   text not null,
    by       uuid not null,                    -- the mandate
    at       timestamptz not null,
    primary key (filing, round)
);

-- The class of a filing's reply over time: first as sealed, later raised with evidence.
create table reply_class (
    filing   uuid not null references filing,
    at       timestamptz not null,
    class    text not null,
    outcome  text not null,
    promised date,
    evidence text not null,
    by       text not null,
    ordinal  bigint generated always as identity primary key
);
create index reply_class_filing on reply_class (filing, ordinal);

create table commitment (
    id       uuid primary key,
    filing   uuid not null references filing,
    organ    text not null,
    promise  text not null,
    due      date not null,
    made     timestamptz not null,
    state    text not null check (state in ('OPEN', 'FULFILLED', 'EXPLAINED', 'REPLACED')),
    evidence text not null default '',
    ended    timestamptz,
    ordinal  bigint generated always as identity
);
create index commitment_filing on commitment (filing);
create index commitment_due on commitment (due) where state = 'OPEN';

create table extension (
    filing  uuid not null references filing,
    organ   text not null,
    at      timestamptz not null,
    reason  text not null,
    granted boolean,                           -- null while nobody decided
    answer  text not null default '',
    ordinal bigint generated always as identity primary key
);

create function never_changes() returns trigger language plpgsql as $$
begin
    raise exception '% only grows', tg_table_name;
end $$;
create trigger review_only_grows before update or delete on review for each row execute function never_changes();
create trigger contact_only_grows before update or delete on contact for each row execute function never_changes();
create trigger feedback_only_grows before update or delete on feedback for each row execute function never_changes();
create trigger reply_class_only_grows before update or delete on reply_class
    for each row execute function never_changes();
create trigger reply_stays before delete on reply for each row execute function never_changes();
