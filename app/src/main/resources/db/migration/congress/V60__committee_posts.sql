-- What a member of a standing committee is in it, by the member's number there; no row: an ordinary member.
create table committee_post (
    committee text not null,
    number    text not null,
    post      text not null check (post in ('CHAIR', 'VICE_CHAIR', 'SECRETARY_GENERAL')),
    primary key (committee, number)
);
