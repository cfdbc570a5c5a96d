-- Which matters are still open, for whoever supervises them.
alter table matter add column ended boolean not null default false;
update matter set ended = true
 where procedure = 'suggestion'
       and state in ('RETURNED', 'LETTER', 'NOT_FILED', 'WITHDRAWN', 'FULFILLED', 'EXPLAINED', 'CLOSED')
    or procedure = 'motion'
       and state in ('PASSED', 'REJECTED', 'TERMINATED', 'CONVERTED_TO_SUGGESTION', 'WITHDRAWN', 'CLOSED');
create index matter_open on matter (id) include (procedure) where not ended;
create index party_now on party (matter) include (actor, holder, name) where until is null;
create index party_holder on party (holder, matter) where until is null;
create index deadline_duty on deadline (matter) include (limit_id, actor, starts, due)
    where ending is null and kind = 'DUTY';
