-- Elections: one row a ballot (first, by-election, pre-election, re-vote of those tied, supplementary), chained.
create table election (
    id              uuid primary key,
    body            text not null references body,
    number          int  not null,
    title_zh        text not null,
    title_en        text not null,
    office          text not null,
    occasion        text not null,
    seats           int  not null check (seats > 0),
    margin          int  check (margin >= 0),
    write_in        text not null,
    secrecy         text not null,
    new_term        boolean not null,
    members_only    boolean not null,
    method          text not null,                     -- the election method, in full
    subject         text not null,
    follows         uuid references election,
    origin          uuid not null references election,
    state           text not null,
    attempt         int  not null default 1,           -- one more after each void ballot
    sitting         text references sitting,
    due             int,                               -- N, frozen when the papers were issued
    present         int,
    issued          int,
    collected       int,
    unique (body, number)
);
create index election_subject on election (subject, number);
create unique index election_one_ballot on election (sitting) where state in ('PAPERS_ISSUED', 'VOTING', 'COLLECTED');

-- When a state was entered, and by which question it was decided. Nothing here is about a single paper.
create table election_step (
    election uuid not null references election,
    place    int  not null,
    state    text not null,
    attempt  int  not null,
    at       timestamptz not null,
    question uuid references question,
    primary key (election, place)
);

create table nomination (
    id           uuid primary key,
    election     uuid not null references election,
    source       text not null check (source in ('PRESIDIUM', 'JOINT', 'EARLIER_BALLOT')),
    person       uuid not null,
    name         text not null,
    member       text,                                 -- number in the body, if a member
    profile      text not null,                        -- 候选人情况, as those who nominate introduce the person (OL 26(4))
    first_signer uuid references mandate,
    state        text not null check (state in ('COSIGNING', 'SUBMITTED', 'WITHDRAWN'))
);
create unique index nomination_once on nomination (election, person) where state <> 'WITHDRAWN';

create table nomination_signature (
    nomination uuid not null references nomination,
    mandate    uuid not null references mandate,
    at         timestamptz not null,
    withdrawn  boolean not null default false,
    primary key (nomination, mandate)
);

-- The final list, in its order. The label is unique on a paper: the name, with the unit where two have one name.
create table candidate (
    election   uuid not null references election,
    place      int  not null,
    nomination uuid not null references nomination,
    person     uuid not null,
    label      text not null,
    primary key (election, place),
    unique (election, label)
);

create table scrutineer (
    election uuid not null references election,
    mandate  uuid not null references mandate,
    chief    boolean not null,
    primary key (election, mandate)
);

-- Who received a paper and who returned one, without time. The key answers a repeated sending; it stands in no paper.
create table ballot_roll (
    election uuid not null references election,
    attempt  int  not null,
    mandate  uuid not null references mandate,
    received boolean not null,
    returned boolean not null,
    key      text,
    primary key (election, attempt, mandate)
);

-- The electronic box while the vote runs: all papers in one row, sorted by what stands on them. Every paper put in
-- rewrites the row, so that no order, no time and no row version tells one paper's voter.
create table ballot_box (
    election uuid not null references election,
    attempt  int  not null,
    papers   text[] not null,
    primary key (election, attempt)
);

-- A bundle of papers that two tellers enter.
create table ballot_batch (
    election uuid not null references election,
    attempt  int  not null,
    number   int  not null,
    form     text not null check (form in ('PAPERS', 'COUNTS', 'SCAN')),
    size     int  not null check (size > 0),
    state    text not null check (state in ('OPEN', 'FROZEN')),
    source   text not null default '',                 -- SHA-256 of the file of a scanned batch
    primary key (election, attempt, number)
);
create unique index ballot_batch_source on ballot_batch (election, attempt, source) where source <> '';

-- What a teller read, in the bundle's order; deleted when both agree and the papers are kept.
create table ballot_entry (
    election uuid not null references election,
    attempt  int  not null,
    batch    int  not null,
    teller   text not null,
    papers   text[] not null,
    primary key (election, attempt, batch, teller),
    foreign key (election, attempt, batch) references ballot_batch
);

-- The papers: without voter, without time, under random names, so in random order.
create table ballot_paper (
    election uuid not null references election,
    attempt  int  not null,
    batch    int  not null,                            -- 0 = from the electronic box
    id       uuid not null,
    paper    text not null,
    primary key (election, attempt, id)
);

-- Who is meant by a name written in (另选他人), as the scrutineers settled it.
create table written_name (
    election uuid not null references election,
    attempt  int  not null,
    written  text not null,
    identity text not null check (identity in ('PERSON', 'UNIDENTIFIABLE', 'INELIGIBLE')),
    person   uuid,
    member   text,
    label    text not null,
    reason   text not null,
    primary key (election, attempt, written),
    check ((identity = 'PERSON') = (person is not null))
);

create table election_result (
    election       uuid not null references election,
    attempt        int  not null,
    status         text not null,
    reason         text,
    threshold      bigint not null,
    valid          bigint not null,
    invalid        bigint not null,
    blank          bigint not null,
    disregarded    bigint not null,
    unfilled       int  not null,
    next           text not null,
    explanation_zh text not null,
    explanation_en text not null,
    grounds        text[] not null,
    digest         text not null,                      -- SHA-256 over the papers, sorted
    primary key (election, attempt)
);

create table election_tally (
    election  uuid not null references election,
    attempt   int  not null,
    place     int  not null,
    person    uuid not null,
    label     text not null,
    write_in  boolean not null,
    approve   bigint not null,
    oppose    bigint not null,
    abstain   bigint not null,
    illegible bigint not null,
    elected   boolean not null,
    tied      boolean not null,
    primary key (election, attempt, place)
);
