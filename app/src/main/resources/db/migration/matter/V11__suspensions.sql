-- Limits in hours run from an instant to an instant; their days stand beside them.
alter table deadline add column starts_at timestamptz;
alter table deadline add column due_at timestamptz;
alter table deadline add constraint deadline_hours check (due_at is null or starts_at is not null);

-- When a limit stood still. While it does, it has no last day.
create table suspension (
    deadline   uuid not null references deadline,
    from_day   date not null,                  -- itself not counted
    from_at    timestamptz not null,
    until_day  date,                           -- itself counted; null while it stands still
    until_at   timestamptz,
    by         text not null,
    reason     text not null,
    ground     text not null,
    resumed_by text,
    ordinal    bigint generated always as identity primary key,
    check ((until_at is null) = (until_day is null)),
    check ((until_at is null) = (resumed_by is null)),
    check (until_day >= from_day and until_at >= from_at)
);
create index suspension_deadline on suspension (deadline, ordinal);
create unique index suspension_open on suspension (deadline) where until_at is null;
create trigger suspension_stays before delete on suspension for each row execute function never_changes();

alter table deadline_change drop constraint deadline_change_cause_check;
alter table deadline_change add constraint deadline_change_cause_check
    check (cause in ('EXTENDED', 'START_MOVED', 'HOLIDAYS', 'SUSPENDED', 'RESUMED'));
