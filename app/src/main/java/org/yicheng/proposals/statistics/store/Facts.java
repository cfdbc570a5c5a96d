package org.yicheng.proposals.statistics.store;

import org.yicheng.proposals.statistics.By;
import org.yicheng.proposals.statistics.Measure;

/** One row for each item as it stood, and what each measure asks of it. */
final class Facts {

    /** Takes :body, :before, :day, :zone, :mandates, :names, :session, :kind, :year. */
    static final String ROWS = """
            with stood as (
                select passage.filing,
                       min(passage.at) filter (where passage.state in ('SUBMITTED', 'OFFERED', 'REGISTERED')) as received,
                       (array_agg(passage.state order by passage.ordinal desc))[1] as state,
                       (array_agg(passage.outcome order by passage.ordinal desc))[1] as outcome
                  from proposals.passage join proposals.filing on filing.id = passage.filing
                 where filing.body = :body and filing.kind in ('MOTION', 'SUGGESTION', 'PROPOSAL')
                   and passage.at < :before
                 group by passage.filing),
            lead as (
                select distinct on (filing) filing, organ from proposals.assignment
                 where at < :before and (ended is null or ended >= :before) and mode <> 'ASSIST'
                 order by filing, ordinal),
            met as (
                select distinct filing from proposals.contact
                 where way in ('VISIT', 'MEETING') and held_on <= :day),
            judged as (
                select distinct on (filing) filing, attitude, result from proposals.feedback
                 where at < :before order by filing, round desc),
            classed as (
                select distinct on (filing) filing, class, outcome from proposals.reply_class
                 where at < :before order by filing, ordinal desc),
            together as (
                select filing from proposals.merger where at < :before and (undone is null or undone >= :before)),
            promise as (
                select filing, promise, due, ordinal, state = 'FULFILLED' and ended < :before as kept
                  from proposals.commitment
                 where due <= :day and made < :before and not (state = 'REPLACED' and ended < :before)),
            promised as (
                select filing, count(*) as due, count(*) filter (where kept) as kept from promise group by filing),
            signer as (
                select signature.filing, named.name
                  from proposals.signature
                  join unnest(cast(:mandates as uuid[]), cast(:names as text[])) as named (mandate, name)
                    on named.mandate = signature.mandate
                 where signature.place = 1),
            bare as (
                select filing.id, filing.kind, filing.number, filing.title, filing.demo, filing.subject as session,
                       filing.linked, stood.received, stood.state, stood.outcome as decided,
                       handling.screening, handling.screened_at < :before as screened,
                       case
                         when stood.state = 'WITHDRAWN' then 'WITHDRAWN'
                         when handling.screened_at < :before and handling.screening = 'ACCEPTED' then 'FILED'
                         when handling.screened_at < :before then 'NOT_FILED'
                         when stood.state = 'CONVERTED' then 'NOT_FILED'
                         when stood.state = 'DECIDED'
                          and stood.outcome in ('AGENDA', 'COMMITTEE_FIRST', 'AFTER_SESSION', 'FILED') then 'FILED'
                         when stood.state = 'DECIDED' then 'NOT_FILED'
                         when stood.state in ('DRAFT', 'OFFERED', 'SUBMITTED', 'REGISTERED', 'EXAMINED') then 'UNDECIDED'
                       end as fate,
                       lead.organ, handling.replied_at < :before as answered, handling.reply_in_time,
                       met.filing is not null as met, judged.attitude, judged.result,
                       classed.class, classed.outcome, together.filing is not null as together,
                       coalesce(promised.due, 0) as promises, coalesce(promised.kept, 0) as kept,
                       coalesce(signer.name, '') as grouping_name
                  from stood
                  join proposals.filing on filing.id = stood.filing
                  left join proposals.handling on handling.filing = filing.id
                  left join lead on lead.filing = filing.id
                  left join met on met.filing = filing.id
                  left join judged on judged.filing = filing.id
                  left join classed on classed.filing = filing.id
                  left join together on together.filing = filing.id
                  left join promised on promised.filing = filing.id
                  left join signer on signer.filing = filing.id
                 where stood.received is not null),
            item as (
                select bare.*, fate = 'FILED' as filed,
                       case when fate <> 'NOT_FILED' then ''
                            when screened then case screening when 'NOT_FILED' then 'NOT_ADMITTED' else screening end
                            when state = 'CONVERTED' or decided = 'TO_SUGGESTION' then 'CONVERTED'
                            else coalesce(decided, '') end as why,
                       fate = 'FILED' and organ is not null as assigned,
                       fate = 'FILED' and organ is not null and coalesce(answered, false) as replied
                  from bare),
            fact as (
                select item.*,
                       kind as by_kind, coalesce(case when assigned then organ end, '') as by_organ,
                       coalesce(case when replied then outcome end, '') as by_outcome,
                       coalesce(case when replied then class end, '') as by_class, session as by_session,
                       to_char(received at time zone :zone, 'YYYY') as by_year,
                       to_char(received at time zone :zone, 'YYYY-MM') as by_month, grouping_name as by_group
                  from item where (cast(:session as text) is null or session = :session)
                              and (cast(:kind as text) is null or kind = :kind)
                              and (cast(:year as int) is null
                                   or extract(year from received at time zone :zone) = :year))
            """;

    private Facts() {}

    static String column(By by) {
        return switch (by) {
            case KIND -> "by_kind";
            case ORGAN -> "by_organ";
            case OUTCOME -> "by_outcome";
            case CLASS -> "by_class";
            case SESSION -> "by_session";
            case YEAR -> "by_year";
            case MONTH -> "by_month";
            case GROUP -> "by_group";
        };
    }

    /** Which items a measure counts; of promises, of which it counts some. */
    static String holds(Measure measure) {
        return switch (measure) {
            case SUBMITTED -> "true";
            case FILED, NOT_FILED, WITHDRAWN, UNDECIDED -> "fate = '" + measure + "'";
            case SENT_BACK -> "fate = 'UNDECIDED' and state = 'DRAFT'";
            case RETURNED, LETTER, PUBLIC_OPINION, NOT_ADMITTED, NOT_A_MOTION, CONVERTED -> "why = '" + measure + "'";
            case FROM_MOTION -> "kind = 'SUGGESTION' and linked is not null";
            case MERGED -> "filed and together";
            case OTHER_COURSE -> "filed and not assigned and kind = 'MOTION'";
            case UNASSIGNED -> "filed and not assigned and kind <> 'MOTION'";
            case ASSIGNED -> "assigned";
            case REPLIED -> "replied";
            case UNREPLIED -> "assigned and not replied";
            case ON_TIME -> "replied and reply_in_time";
            case LATE -> "replied and not reply_in_time";
            case MET -> "assigned and met";
            case JUDGED -> "replied and result is not null";
            case SATISFIED -> "replied and attitude = 'SATISFIED' and result = 'SATISFIED'";
            case BASICALLY -> "replied and attitude <> 'NOT' and result <> 'NOT' and 'BASICALLY' in (attitude, result)";
            case DISSATISFIED -> "replied and 'NOT' in (attitude, result)";
            case CONTENT -> "replied and attitude <> 'NOT' and result <> 'NOT'";
            case ATTITUDE -> "replied and attitude <> 'NOT'";
            case RESULT -> "replied and result <> 'NOT'";
            case SOLVED -> "replied and outcome = 'SOLVED'";
            case PROMISES_DUE -> "promises > 0";
            case PROMISES_KEPT -> "kept > 0";
        };
    }

    /** The count of a measure over a set of items. */
    static String count(Measure measure) {
        return switch (measure) {
            case PROMISES_DUE -> "coalesce(sum(promises), 0)";
            case PROMISES_KEPT -> "coalesce(sum(kept), 0)";
            default -> "count(*) filter (where " + holds(measure) + ")";
        };
    }
}
