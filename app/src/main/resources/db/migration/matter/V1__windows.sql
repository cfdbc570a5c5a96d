-- Within which time matters of a kind may be filed with a body.
create table filing_window (
    subject text not null,
    kind    text not null,
    body    text not null,
    starts  timestamptz not null,
    ends    timestamptz,                       -- inclusive; null until decided
    primary key (subject, kind)
);
create index filing_window_body on filing_window (body, kind, starts desc);
