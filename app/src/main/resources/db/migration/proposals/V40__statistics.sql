-- When a filing came to each of its states: what figures as of a day are counted from.
create table passage (
    filing  uuid not null references filing,
    state   text not null,
    outcome text,
    at      timestamptz not null,
    ordinal bigint generated always as identity primary key
);
create index passage_filing on passage (filing, ordinal desc) include (state, outcome, at);
create trigger passage_only_grows before update or delete on passage for each row execute function never_changes();

-- What was filed before this table existed: when it was received, and the last act on it.
insert into passage (filing, state, at)
select id, 'SUBMITTED', received from filing where received is not null order by received;
insert into passage (filing, state, outcome, at)
select id, state, outcome,
       coalesce((select max(act.at) from record.act
                  where act.subject = 'filing:' || filing.id and act.verb like 'proposals.%'), received)
  from filing where received is not null and state <> 'SUBMITTED';

-- Which filing is handled together with which, from when until when.
create table merger (
    filing  uuid not null references filing,
    lead    uuid not null references filing,
    at      timestamptz not null,
    undone  timestamptz,
    ordinal bigint generated always as identity primary key
);
create unique index merger_once on merger (filing) where undone is null;
insert into merger (filing, lead, at, undone)
select follower.filing, leader.filing, link.at, link.undone_at
  from matter.link
  join handling follower on follower.matter = link.from_matter
  join handling leader on leader.matter = link.to_matter
 where link.type = 'MERGED' order by link.ordinal;

alter table handling add column screened_at timestamptz;
alter table handling add column replied_at timestamptz;      -- the first answer of every organ that has to
alter table handling add column reply_in_time boolean;
update handling set screened_at =
       (select min(step.at) from matter.step
         where step.matter = handling.matter and step.transition in ('accept', 'return', 'as-letter', 'refuse'));
update handling set replied_at =
       (select min(step.at) from matter.step where step.matter = handling.matter and step.transition = 'reply');
update handling set reply_in_time = exists
       (select 1 from matter.deadline
         where deadline.matter = handling.matter and deadline.limit_id = 'reply' and deadline.ending = 'MET')
 where replied_at is not null;
