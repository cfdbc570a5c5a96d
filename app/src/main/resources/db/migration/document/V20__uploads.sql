-- A file between its preview and its import, for an hour.
create table upload (
    id      uuid primary key,
    purpose text not null,
    account text not null,
    at      timestamptz not null,
    content bytea not null
);
