-- Which question decides what of which elections: one question may decide for several.
create table election_question (
    question uuid not null,
    election uuid not null,
    matter   text not null,
    decided  boolean not null default false,     -- declared adopted
    primary key (question, election)
);
create index election_question_election on election_question (election, matter);

-- Elections whose result needs the approval of the level above (R28), and the approval once it has come.
create table election_approval (
    election  uuid primary key,
    reference text,
    at        timestamptz,
    check ((reference is null) = (at is null))
);
