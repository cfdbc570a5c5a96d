-- How many duties and open matters there are of each kind the supervisor's board tells apart (ADR 0032). A statement
-- that changes duties adds rows with the difference, so writers never wait for each other; the sum over all rows of a
-- kind is its number at any moment. fold_tallies() writes one row for each kind again.
create table duty_tally (
    holder    text not null,
    name      text not null,
    procedure text not null,
    limit_id  text not null,
    starts    date not null,
    due       date,
    starts_at timestamptz,
    due_at    timestamptz,
    suspended boolean not null,
    bodies    text[] not null,
    n         bigint not null,
    folded    boolean not null default false
);

create table open_matter (
    matter    uuid primary key references matter,
    procedure text not null,
    bodies    text[] not null
);

create table open_tally (
    procedure text not null,
    bodies    text[] not null,
    n         bigint not null,
    folded    boolean not null default false
);

-- For bodies that take part in few of many.
create index duty_bodies on duty using gin (bodies);

-- Written again below, and tallied then.
delete from duty;

create function tally_new_duties() returns trigger language plpgsql as $$
begin
    insert into matter.duty_tally
        (holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, n)
    select holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, count(*)
      from new_rows group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
end $$;

create function tally_gone_duties() returns trigger language plpgsql as $$
begin
    insert into matter.duty_tally
        (holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, n)
    select holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, -count(*)
      from old_rows group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
    return null;
end $$;

create function tally_new_matters() returns trigger language plpgsql as $$
begin
    insert into matter.open_tally (procedure, bodies, n)
    select procedure, bodies, count(*) from new_rows group by 1, 2;
    return null;
end $$;

create function tally_gone_matters() returns trigger language plpgsql as $$
begin
    insert into matter.open_tally (procedure, bodies, n)
    select procedure, bodies, -count(*) from old_rows group by 1, 2;
    return null;
end $$;

-- Whether the matters given are open, with the bodies that take part, written anew; then their duties.
create function write_matters(whose uuid[]) returns void language plpgsql as $$
begin
    -- One writer a matter: what another wrote meanwhile is seen by the statements that follow.
    perform 1 from matter.matter m join unnest(whose) w (id) on w.id = m.id order by m.id for no key update of m;
    delete from matter.open_matter o using unnest(whose) w (id) where o.matter = w.id;
    insert into matter.open_matter (matter, procedure, bodies)
    select m.id, m.procedure,
           array(select distinct b.holder from matter.party b
                  where b.matter = m.id and b.until is null and b.holder like 'body:%' order by 1)
      from unnest(whose) w (id)
      join matter.matter m on m.id = w.id and not m.ended;
    perform matter.write_duties(whose);
end $$;

-- The duties of the matters given, written anew.
create or replace function write_duties(whose uuid[]) returns void language plpgsql as $$
begin
    perform 1 from matter.matter m join unnest(whose) w (id) on w.id = m.id order by m.id for no key update of m;
    delete from matter.duty d using unnest(whose) w (id) where d.matter = w.id;
    insert into matter.duty
        (deadline, holder, name, matter, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, ordinal)
    select d.id, coalesce(o.holder, ''), coalesce(o.name, ''), m.matter, m.procedure, d.limit_id,
           d.starts, d.due, d.starts_at, d.due_at,
           exists (select 1 from matter.suspension s where s.deadline = d.id and s.until_at is null),
           m.bodies, d.ordinal
      from unnest(whose) w (id)
      join matter.open_matter m on m.matter = w.id
      join matter.deadline d on d.matter = m.matter and d.ending is null and d.kind = 'DUTY'
      left join matter.party o on o.matter = m.matter and o.until is null and o.actor = d.actor;
end $$;

create function matters_of_parties() returns trigger language plpgsql as $$
begin
    perform matter.write_matters(array(select distinct matter from new_rows));
    return null;
end $$;

create function new_matters() returns trigger language plpgsql as $$
begin
    perform matter.write_matters(array(select id from new_rows));
    return null;
end $$;

create or replace function duties_of_changed_matters() returns trigger language plpgsql as $$
declare
    whose uuid[] := array(
        select n.id from new_rows n join old_rows o on o.id = n.id where n.ended <> o.ended);
begin
    if cardinality(whose) > 0 then
        perform matter.write_matters(whose);
    end if;
    return null;
end $$;

-- One row a kind again. Whoever comes while another folds leaves it to him; readers see the rows before or after.
create function fold_tallies() returns void language plpgsql as $$
begin
    if not pg_try_advisory_xact_lock(hashtext('matter.fold_tallies')) then
        return;
    end if;
    with gone as (delete from matter.duty_tally returning *)
    insert into matter.duty_tally
        (holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, n, folded)
    select holder, name, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, sum(n), true
      from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(n) <> 0;
    with gone as (delete from matter.open_tally returning *)
    insert into matter.open_tally (procedure, bodies, n, folded)
    select procedure, bodies, sum(n), true from gone group by 1, 2 having sum(n) <> 0;
end $$;

create trigger tally_new_duties after insert on duty
    referencing new table as new_rows for each statement execute function tally_new_duties();
create trigger tally_gone_duties after delete on duty
    referencing old table as old_rows for each statement execute function tally_gone_duties();
create trigger tally_new_matters after insert on open_matter
    referencing new table as new_rows for each statement execute function tally_new_matters();
create trigger tally_gone_matters after delete on open_matter
    referencing old table as old_rows for each statement execute function tally_gone_matters();
drop trigger duties_of_new_parties on party;
drop trigger duties_of_changed_parties on party;
create trigger matters_of_new_parties after insert on party
    referencing new table as new_rows for each statement execute function matters_of_parties();
create trigger matters_of_changed_parties after update on party
    referencing new table as new_rows for each statement execute function matters_of_parties();
create trigger new_matters after insert on matter
    referencing new table as new_rows for each statement execute function new_matters();

select write_matters(array(select id from matter where not ended));
select fold_tallies();
