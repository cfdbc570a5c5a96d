-- Every running duty of an open matter, once for each holder who is to do it (ADR 0032): what the supervisor's board
-- counts and lists. Kept by the triggers below, whoever changes a limit, a party or a matter; never written otherwise.
create table duty (
    deadline  uuid not null references deadline,
    holder    text not null,                   -- '' while nobody is named
    name      text not null,
    matter    uuid not null,
    procedure text not null,
    limit_id  text not null,
    starts    date not null,
    due       date,                            -- null while it stands still or a holiday table is missing
    starts_at timestamptz,
    due_at    timestamptz,
    suspended boolean not null,
    bodies    text[] not null,                 -- holders among the matter's parties that are bodies
    ordinal   bigint not null,                 -- the limit's own
    primary key (deadline, holder)
);
create index duty_matter on duty (matter);
create index duty_due on duty (due, ordinal, holder);
create index duty_holder on duty (holder, due, ordinal);

create function write_duties(whose uuid[]) returns void language plpgsql as $$
begin
    -- One writer a matter: what another wrote meanwhile is seen by the statements that follow.
    perform 1 from matter.matter m join unnest(whose) w (id) on w.id = m.id order by m.id for no key update of m;
    delete from matter.duty d using unnest(whose) w (id) where d.matter = w.id;
    insert into matter.duty
        (deadline, holder, name, matter, procedure, limit_id, starts, due, starts_at, due_at, suspended, bodies, ordinal)
    select d.id, coalesce(o.holder, ''), coalesce(o.name, ''), m.id, m.procedure, d.limit_id,
           d.starts, d.due, d.starts_at, d.due_at,
           exists (select 1 from matter.suspension s where s.deadline = d.id and s.until_at is null),
           array(select distinct b.holder from matter.party b
                  where b.matter = m.id and b.until is null and b.holder like 'body:%'),
           d.ordinal
      from unnest(whose) w (id)
      join matter.matter m on m.id = w.id and not m.ended
      join matter.deadline d on d.matter = m.id and d.ending is null and d.kind = 'DUTY'
      left join matter.party o on o.matter = m.id and o.until is null and o.actor = d.actor;
end $$;

create function duties_of_new_rows() returns trigger language plpgsql as $$
begin
    perform matter.write_duties(array(select distinct matter from new_rows));
    return null;
end $$;

create function duties_of_changed_deadlines() returns trigger language plpgsql as $$
declare
    whose uuid[] := array(
        select distinct n.matter from new_rows n join old_rows o on o.id = n.id
         where (o.starts, o.due, o.starts_at, o.due_at, o.ending, o.actor)
               is distinct from (n.starts, n.due, n.starts_at, n.due_at, n.ending, n.actor));
begin
    if cardinality(whose) > 0 then
        perform matter.write_duties(whose);
    end if;
    return null;
end $$;

create function duties_of_changed_matters() returns trigger language plpgsql as $$
declare
    whose uuid[] := array(
        select n.id from new_rows n join old_rows o on o.id = n.id where n.ended <> o.ended);
begin
    if cardinality(whose) > 0 then
        perform matter.write_duties(whose);
    end if;
    return null;
end $$;

create function duties_of_suspensions() returns trigger language plpgsql as $$
begin
    perform matter.write_duties(array(
        select distinct d.matter from new_rows n join matter.deadline d on d.id = n.deadline));
    return null;
end $$;

create trigger duties_of_new_deadlines after insert on deadline
    referencing new table as new_rows for each statement execute function duties_of_new_rows();
create trigger duties_of_changed_deadlines after update on deadline
    referencing old table as old_rows new table as new_rows
    for each statement execute function duties_of_changed_deadlines();
create trigger duties_of_new_parties after insert on party
    referencing new table as new_rows for each statement execute function duties_of_new_rows();
create trigger duties_of_changed_parties after update on party
    referencing new table as new_rows for each statement execute function duties_of_new_rows();
create trigger duties_of_changed_matters after update on matter
    referencing old table as old_rows new table as new_rows
    for each statement execute function duties_of_changed_matters();
create trigger duties_of_new_suspensions after insert on suspension
    referencing new table as new_rows for each statement execute function duties_of_suspensions();
create trigger duties_of_changed_suspensions after update on suspension
    referencing new table as new_rows for each statement execute function duties_of_suspensions();

select write_duties(array(select id from matter where not ended));

drop index deadline_duty;
drop index matter_open;
create index matter_open on matter (id) where not ended;
