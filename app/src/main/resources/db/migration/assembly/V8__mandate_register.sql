-- The register of mandates: every change with its ground, who decided it, and from when it counts.
create table mandate_change (
    id           uuid primary key,
    body         text not null references body,
    mandate      uuid not null references mandate,
    status       text not null,
    ground       text,
    decision     text not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    successor    uuid references mandate
);
create index mandate_change_body on mandate_change (body, recorded_at desc);
create index mandate_change_mandate on mandate_change (mandate);
