-- Service budgeting: elections that somebody uploaded. One that is withdrawn stays as a row without its ballots.
create table election (
    id         text primary key,
    title      text not null,
    title_en   text not null,
    content    text not null,              -- the .pb file as it was read; emptied when withdrawn
    sha256     char(64) not null,          -- over the content: the same file is kept once
    projects   int  not null,
    voters     int  not null,
    demo       boolean not null,
    kept_at    timestamptz not null,
    kept_by    text not null,
    withdrawn  boolean not null default false
);
create unique index election_content on election (sha256) where not withdrawn;
