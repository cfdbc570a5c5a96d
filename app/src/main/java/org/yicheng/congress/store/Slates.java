package org.yicheng.congress.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions.Seat;
import org.yicheng.rule.Refusal;

/** The lists of a session: proposed by the secretariat, fixed by the decision that fills the office. */
@Component
class Slates {

    private static final int MOST_GROUPS = 20;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final Bodies bodies;
    private final Decisions decisions;
    private final SessionKinds kinds;

    Slates(JdbcClient jdbc, JdbcTemplate template, Bodies bodies, Decisions decisions, SessionKinds kinds) {
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.template = template;
        this.bodies = bodies;
        this.decisions = decisions;
    }

    List<Seat> of(Session session, Office office) {
        Map<String, Member> roster =
                bodies.membersOf(session.body()).stream().collect(Collectors.toMap(Member::number, member -> member));
        return jdbc.sql(
                        "select * from congress.slate where session = :id and office = :office order by grouping, place")
                .param("id", session.id())
                .param("office", office.name())
                .query((row, _) -> new Seat(
                        office,
                        row.getInt("grouping"),
                        row.getInt("place"),
                        Optional.ofNullable(roster.get(row.getString("member"))).orElseThrow()))
                .list();
    }

    boolean empty(Session session, Office office) {
        return jdbc.sql("select count(*) from congress.slate where session = :id and office = :office")
                        .param("id", session.id())
                        .param("office", office.name())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void store(Session session, Office office, int group, List<String> members) {
        jdbc.sql("delete from congress.slate where session = :id and office = :office and grouping = :group")
                .param("id", session.id())
                .param("office", office.name())
                .param("group", group)
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (String member : members) {
            rows.add(new Object[] {session.id(), office.name(), group, rows.size() + 1, member});
        }
        template.batchUpdate(
                "insert into congress.slate (session, office, grouping, place, member) values (?, ?, ?, ?, ?)", rows);
    }

    List<Refusal> faults(Session session, Office office, int group, List<String> members) {
        List<Refusal> reasons = new ArrayList<>();
        boolean grouped = office == Office.EXECUTIVE_CHAIR;
        if (grouped ? group < 1 || group > MOST_GROUPS : group != 0) {
            reasons.add(
                    Refusal.at("group", "congress.group-number", "value", group, "most", grouped ? MOST_GROUPS : 0));
        }
        // A group that is no longer wanted is emptied; every other list needs somebody.
        if (members.isEmpty() && !grouped) {
            reasons.add(Refusal.at("members", "congress.list-empty"));
        }
        if (office == Office.SECRETARY_GENERAL && members.size() > 1) {
            reasons.add(Refusal.at("members", "congress.one-secretary-general", "value", members.size()));
        }
        Decision decision = new OfficeWord(office).decidedBy();
        if (decisions.made(session.id()).contains(decision)) {
            reasons.add(Refusal.by(
                    kinds.of(session).ground(decision),
                    "congress.list-decided",
                    "office",
                    new OfficeWord(office).name()));
        }
        reasons.addAll(memberFaults(session, office, members));
        return reasons;
    }

    private List<Refusal> memberFaults(Session session, Office office, List<String> members) {
        Set<String> roster = bodies.membersOf(session.body()).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .map(Member::number)
                .collect(Collectors.toSet());
        boolean ofPresidium = office == Office.STANDING_CHAIR || office == Office.EXECUTIVE_CHAIR;
        Set<String> presidium = of(session, Office.PRESIDIUM).stream()
                .map(seat -> seat.member().number())
                .collect(Collectors.toSet());
        List<Refusal> reasons = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String number : members) {
            if (!roster.contains(number)) {
                reasons.add(Refusal.at("members", "congress.not-in-office", "value", number));
            } else if (ofPresidium && !presidium.contains(number)) {
                reasons.add(Refusal.at("members", "congress.not-of-the-presidium", "value", number));
            }
            if (!seen.add(number)) {
                reasons.add(Refusal.at("members", "congress.listed-twice", "value", number));
            }
        }
        return reasons;
    }
}
