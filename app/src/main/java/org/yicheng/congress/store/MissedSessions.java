package org.yicheng.congress.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Duties;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Absences;
import org.yicheng.congress.LeaveRequests;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.rule.Bilingual;

/** Counts the closed sessions that a member never attended and had no leave for. */
@Component
class MissedSessions implements Absences {

    private static final int ENDS_THE_MANDATE = 2;

    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Duties duties;
    private final LeaveRequests leave;
    private final Bodies bodies;

    MissedSessions(Sessions sessions, SessionKinds kinds, Duties duties, LeaveRequests leave, Bodies bodies) {
        this.sessions = sessions;
        this.kinds = kinds;
        this.duties = duties;
        this.leave = leave;
        this.bodies = bodies;
    }

    @Override
    public List<Absence> of(String body) {
        Map<String, List<Bilingual>> missed = new LinkedHashMap<>();
        sessions.all().stream()
                .filter(session -> session.body().equals(body))
                .filter(session -> kinds.of(session).congress())
                .filter(session -> session.state() == Session.State.CLOSED || session.state() == Session.State.ARCHIVED)
                .sorted(Comparator.comparing(Session::opening))
                .forEach(session -> missing(session)
                        .forEach(member -> missed.computeIfAbsent(member, _ -> new ArrayList<>())
                                .add(session.shortName())));
        List<Absence> absences = new ArrayList<>();
        missed.forEach((number, names) -> inOffice(body, number)
                .ifPresent(member -> absences.add(new Absence(
                        member, names, names.size() >= ENDS_THE_MANDATE ? Level.PROPOSAL : Level.WARNING))));
        absences.sort(Comparator.comparing((Absence one) -> one.level() == Level.WARNING)
                .thenComparing(one -> one.member().number()));
        return absences;
    }

    private Optional<Member> inOffice(String body, String number) {
        return bodies.memberByNumber(body, number).filter(member -> member.status() != Member.MandateStatus.TERMINATED);
    }

    private List<String> missing(Session session) {
        Set<String> excused = leave.of(session.id()).stream()
                .filter(request -> request.state() == LeaveRequests.State.APPROVED
                        && request.sitting().isEmpty())
                .map(LeaveRequests.Request::member)
                .collect(Collectors.toSet());
        return duties.of(session.body(), session.subject()).stream()
                .filter(figures ->
                        figures.sittings() > 0 && figures.attended() == 0 && figures.onLeave() < figures.sittings())
                .map(Duties.Figures::member)
                .filter(member -> !excused.contains(member))
                .toList();
    }
}
