-- Official papers: every version stays; a recalled one says so.
create table paper (
    id        uuid primary key,
    kind      text not null,
    subject   text not null,
    version   int  not null,
    number    text not null,
    issuer    text not null,
    title     text not null,
    body      text not null,
    signed_by text not null,
    form      text not null,
    audience  text not null,
    demo      boolean not null,
    issued_at timestamptz not null,
    code      text not null unique,          -- verification code as printed
    sha256    char(64) not null,
    recalled  boolean not null default false,
    unique (kind, subject, version)
);
create index paper_subject on paper (subject, issued_at);
