-- 代表团意见汇总 as issued to the presidium: the paper is frozen, the number runs within the session.
create table opinions_digest (
    session     text not null references session,
    number      int  not null,                  -- from 1
    paper       uuid not null,                  -- the document's id
    notes       int  not null,
    delegations int  not null,                  -- that had handed notes in
    issued_at   timestamptz not null,
    issued_by   text not null,                  -- the name on the paper
    recalled_at timestamptz,
    because     text not null default '',
    primary key (session, number)
);
