-- Weights are exact decimals with six places; nothing is ever rounded.
alter table mandate add column weight numeric(19, 6) not null default 1 check (weight >= 0);

-- A member represented by another one; one proxy in force a giver.
create table proxy (
    id           uuid primary key,
    body         text not null references body,
    sitting      text references sitting,          -- null: every sitting until it is withdrawn
    giver        uuid not null references mandate,
    holder       uuid not null references mandate,
    document     text not null,
    given_at     timestamptz not null,
    withdrawn_at timestamptz,
    check (giver <> holder)
);
create unique index proxy_one_in_force on proxy (giver) where withdrawn_at is null;
create index proxy_body on proxy (body);

-- What a question needs instead of the ordinary majority, by the rule set's key.
create table special_rule (
    question uuid primary key references question,
    key      text not null
);

-- A vote by name: parts of the weight carried.
create table voice (
    question  uuid not null references question,
    mandate   uuid not null references mandate,
    carried   numeric(19, 6) not null,
    votes_for numeric(19, 6) not null check (votes_for >= 0),
    against   numeric(19, 6) not null check (against >= 0),
    abstain   numeric(19, 6) not null check (abstain >= 0),
    given_by  uuid references mandate,              -- null: answered in a roll call
    at        timestamptz not null,
    primary key (question, mandate),
    check (votes_for + against + abstain <= carried)
);

-- The weight of all members is frozen when a vote opens; the rest is counted when it closes.
create table weighing (
    question  uuid primary key references question,
    all_weight numeric(19, 6) not null,
    present   numeric(19, 6),
    votes_for numeric(19, 6),
    against   numeric(19, 6),
    abstain   numeric(19, 6)
);

-- What the chair heard when a vote was taken by voice.
create table acclamation (
    question uuid primary key references question,
    carried  boolean not null,
    at       timestamptz not null
);
