-- Resignations of persons elected by the congress, of its deputies, and of deputies to the level above that it elected.
create table resignation (
    id           uuid primary key,
    body         text not null,                -- the congress
    number       int  not null,                -- within the congress, from 1
    kind         text not null check (kind in ('OFFICE', 'DEPUTY', 'UPPER_DEPUTY')),
    office       text,                         -- of an OFFICE: whose it is
    person       text not null,                -- the name
    member       text,                         -- number in the congress (DEPUTY) or in its standing committee
    title        text not null,                -- the post resigned from, as to be printed
    written      date not null,                -- the day on the letter
    reason       text not null,
    state        text not null,
    filed_at     timestamptz not null,
    competence   text,                         -- PLENARY, COMMITTEE, ELECTING: who decides or decided
    question     uuid unique,                  -- the vote, once listed
    decision     text not null default '',     -- who accepted it and when
    decided_at   timestamptz,
    approval     text,                         -- of the level above, a chief procurator's
    approved_at  timestamptz,
    effective_at timestamptz,
    report       text,                         -- for the record: to whom and by which document
    reported_at  timestamptz,
    unique (body, number)
);
create index resignation_body on resignation (body);
