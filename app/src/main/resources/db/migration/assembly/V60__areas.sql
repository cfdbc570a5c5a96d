-- The administrative area of a congress, by its division code, and mandates its deputies hold in congresses elsewhere.
create table area (
    body text primary key references body,
    code text not null check (code ~ '^([0-9]{6}|[0-9]{9})$')
);
create table other_mandate (
    id         uuid primary key,
    mandate    uuid not null references mandate,
    code       text not null check (code ~ '^([0-9]{6}|[0-9]{9})$'),
    title      text not null default '',       -- the congress's name, as declared
    entered_at timestamptz not null,
    ended_at   timestamptz
);
create index other_mandate_mandate on other_mandate (mandate);
