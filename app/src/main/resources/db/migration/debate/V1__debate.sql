-- Kernel debate: the agenda as a tree, speakers and their time, motions with amendments, boards in the hall.
-- Bodies, sittings, members and questions are assembly's: named here by their ids.

create table motion (
    id               uuid primary key,
    body             text not null,
    subject          text not null,
    number           int  not null,
    title_zh         text not null,
    title_en         text not null,
    proposer         text not null,
    mover            uuid,                              -- the person who may ask for its withdrawal
    signers          int  not null,
    state            text not null,
    reason           text not null default '',          -- of the last move
    meeting_at       timestamptz,                       -- the meeting that precedes the vote
    amendments_until timestamptz,
    demo             boolean not null,
    tabled_at        timestamptz not null,
    version          int  not null default 1,
    unique (body, subject, number)
);
create table paragraph (
    motion  uuid not null references motion,
    number  int  not null check (number >= 1),
    content text not null,
    primary key (motion, number)
);

create table item (
    id            uuid primary key,
    body          text not null,
    subject       text not null,
    parent        uuid references item,
    position      int  not null,
    kind          text not null,
    title_zh      text not null,
    title_en      text not null,
    content       text not null default '',
    state         text not null,
    minutes       int  not null default 0 check (minutes between 0 and 1440),
    note          text not null default '',
    consent       boolean not null default false,
    taken_out     text not null default '',
    motion        uuid references motion,
    list_closed   boolean not null default false,
    group_minutes int  not null default 0 check (group_minutes between 0 and 1440),
    version       int  not null default 1
);
create index item_agenda on item (body, subject, position);

create table speech (
    id            uuid primary key,
    item          uuid not null references item,
    sitting       text not null,
    kind          text not null,
    side          text not null,
    person        uuid not null,
    member        text not null,
    name          text not null,
    demo          boolean not null,
    group_code    text not null,
    group_name    text not null,
    state         text not null check (state in ('WAITING', 'SPEAKING', 'DONE', 'WITHDRAWN')),
    turn          int  not null,
    place         int  not null default 0,
    arrival       bigint generated always as identity,
    asked_at      timestamptz not null,
    limit_ms      bigint not null default 0,
    used_ms       bigint not null default 0,
    running_since timestamptz,
    started_at    timestamptz,
    about         text not null default '',
    ruling        text not null default '',
    appeal        uuid
);
-- One has the floor; a point of order may interrupt.
create unique index speech_one_floor on speech (sitting, (kind = 'POINT_OF_ORDER')) where state = 'SPEAKING';
create unique index speech_waits_once on speech (item, person, kind) where state = 'WAITING';
create index speech_item on speech (item, arrival);

create table amendment (
    id         uuid primary key,
    motion     uuid not null references motion,
    number     int  not null,
    parent     uuid references amendment,               -- second degree: an amendment to an amendment
    kind       text not null check (kind in ('AMENDMENT', 'RECOMMENDATION')),
    proposer   text not null,
    person     uuid,
    change     text not null check (change in ('REPLACE', 'INSERT_AFTER', 'DELETE')),
    from_par   int  not null,
    to_par     int  not null,
    content    text[] not null,
    reason     text not null,
    state      text not null,
    because    text not null default '',
    place      int  not null default 0,
    drafted_at timestamptz not null,
    filed_at   timestamptz,
    unique (motion, number)
);
create table signature (
    amendment uuid not null references amendment,
    person    uuid not null,
    member    text not null,
    name      text not null,
    signed_at timestamptz not null,
    primary key (amendment, person)
);

-- Division of a question: paragraphs voted separately.
create table part (
    motion   uuid not null references motion,
    number   int  not null,
    from_par int  not null,
    to_par   int  not null,
    state    text not null,
    primary key (motion, number)
);

-- What each question listed by this module is about; the kernel below knows only its subject.
create table asked (
    question uuid primary key,
    motion   uuid references motion,
    about    text not null
);
create table consent (
    question uuid not null,
    item     uuid not null references item,
    primary key (question, item)
);

create table board (
    sitting      text not null,
    code         text not null check (code ~ '^[a-z0-9-]{1,40}$'),
    name         text not null,
    slide        text not null,
    ref          text not null default '',
    content      text not null default '',
    message      text not null default '',
    timer_title  text not null default '',
    timer_ms     bigint not null default 0,
    timer_used   bigint not null default 0,
    timer_since  timestamptz,
    primary key (sitting, code)
);
create table slide (
    id       uuid primary key,
    sitting  text not null,
    board    text not null,
    position bigint generated always as identity,
    slide    text not null,
    ref      text not null,
    content  text not null,
    foreign key (sitting, board) references board on delete cascade
);
