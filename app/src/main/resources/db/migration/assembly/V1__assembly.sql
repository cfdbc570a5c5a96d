-- Kernel assembly: bodies, members, cards, sittings, sign-in, questions, votes.

create table body (
    id       text primary key check (id ~ '^[a-z0-9-]{1,80}$'),
    kind     text not null,
    name_zh  text not null,
    name_en  text not null,
    short_zh text not null,
    short_en text not null,
    rule_set text not null,
    parent   text references body,
    demo     boolean not null
);

create table member_group (
    body     text not null references body,
    code     text not null,
    name     text not null,
    position int  not null,
    primary key (body, code)
);

create table mandate (
    id             uuid primary key,
    body           text not null references body,
    number         text not null,
    person         uuid not null,
    group_code     text not null,
    electing_unit  text not null,
    status         text not null check (status in ('IN_OFFICE', 'SUSPENDED', 'TERMINATED')),
    valid_from     date not null,
    valid_to       date,
    effective_from timestamptz not null,          -- from this instant the mandate counts in N
    ended_at       timestamptz,                   -- from this instant it does not
    replaces       text,
    seat           text not null,
    unique (body, number),
    check ((status = 'TERMINATED') = (ended_at is not null))
);
create unique index mandate_one_in_office on mandate (body, person) where status <> 'TERMINATED';
create index mandate_person on mandate (person);

create table credential (
    code       text primary key,
    person     uuid not null,
    status     text not null check (status in ('ISSUED', 'ACTIVE', 'LOST', 'REVOKED')),
    changed_at timestamptz not null
);
create unique index credential_one_active on credential (person) where status = 'ACTIVE';

create table sitting (
    id           text primary key check (id ~ '^[a-z0-9-]{1,120}$'),
    body         text not null references body,
    subject      text not null,
    kind         text not null,
    number       int  not null,
    name_zh      text not null,
    name_en      text not null,
    hall         text not null,
    presiding    text not null default '',
    planned_at   timestamptz not null,
    state        text not null,
    sign_in_from timestamptz,
    opened_at    timestamptz,
    closed_at    timestamptz
);
create index sitting_subject on sitting (subject, planned_at);

create table leave (
    sitting    text not null references sitting,
    mandate    uuid not null references mandate,
    reason     text not null,
    granted_at timestamptz not null,
    primary key (sitting, mandate)
);

-- Every event a gate ever sent, also those without effect: nothing is lost, nothing is counted twice.
create table attendance (
    sitting       text not null references sitting,
    event_id      text not null,
    at            timestamptz not null,
    credential    text not null,
    direction     text not null check (direction in ('IN', 'OUT')),
    device        text not null,
    sequence      bigint not null,
    received_at   timestamptz not null,
    arrival       bigint generated always as identity,
    effect        text not null check (effect in ('COUNTED', 'NO_EFFECT', 'REJECTED')),
    refusal       text,                             -- code of the refusal of a rejected event
    mandate       uuid references mandate,
    manual_reason text,
    primary key (sitting, event_id),
    check ((effect = 'REJECTED') = (refusal is not null))
);
create index attendance_order on attendance (sitting, mandate, at, sequence, arrival) where effect <> 'REJECTED';
create index attendance_log on attendance (sitting, arrival desc);

-- The latest accepted event of each member: the live roll, always equal to the replay of attendance.
create table presence (
    sitting  text not null references sitting,
    mandate  uuid not null references mandate,
    present  boolean not null,
    at       timestamptz not null,
    sequence bigint not null,
    primary key (sitting, mandate)
);

create table question (
    id           uuid primary key,
    sitting      text not null references sitting,
    number       int  not null,
    kind         text not null,
    title_zh     text not null,
    title_en     text not null,
    content      text not null,
    subject      text not null,
    mode         text not null,
    state        text not null,
    members_due  int,
    put_at       timestamptz,
    opened_at    timestamptz,
    closed_at    timestamptz,
    declared_at  timestamptz,
    present      int,                               -- at closing, also those who pressed and left
    unique (sitting, number)
);
-- Two votes never run in one sitting.
create unique index question_one_vote on question (sitting) where state = 'VOTING';

-- While a vote runs: the mark under a pseudonym. The key is deleted when the vote closes, and so are the rows of an
-- unrecorded vote: after that nothing stored links a mark to its member.
create table ballot_key (
    question uuid primary key references question,
    key      bytea not null
);
create table press (
    question uuid  not null references question,
    voter    bytea not null,                        -- HMAC-SHA256(ballot key, mandate)
    mark     text  not null check (mark in ('FOR', 'AGAINST', 'ABSTAIN')),
    keys     text[] not null,                       -- idempotency keys already answered
    at       timestamptz not null,
    primary key (question, voter)
);
-- Who has pressed, without time and without mark.
create table participation (
    question uuid not null references question,
    mandate  uuid not null references mandate,
    primary key (question, mandate)
);
-- The papers of a closed unrecorded vote, in random order, without voter and time.
create table paper (
    question uuid not null references question,
    place    int  not null,
    mark     text not null,
    primary key (question, place)
);
-- The marks of a recorded vote, by name.
create table named_mark (
    question uuid not null references question,
    mandate  uuid not null references mandate,
    mark     text not null,
    primary key (question, mandate)
);

create table hands (
    question    uuid not null references question,
    teller      text not null,
    votes_for   int  not null,
    against     int  not null,
    abstain     int  not null,
    not_pressed int  not null,
    entered_at  timestamptz not null,
    primary key (question, teller)
);

-- Outcomes: version 1 is computed at closing; a recorded act adds the next one and keeps the old.
create table outcome (
    question        uuid not null references question,
    version         int  not null,
    result          text not null,
    reason          text,
    due             int  not null,
    present         int  not null,
    required        int  not null,
    votes_for       int  not null,
    against         int  not null,
    abstain         int  not null,
    not_pressed     int  not null,
    announcement_zh text not null,
    announcement_en text not null,
    explanation_zh  text not null,
    explanation_en  text not null,
    grounds         text[] not null,
    decided_at      timestamptz not null,
    because         text not null default '',
    primary key (question, version)
);
