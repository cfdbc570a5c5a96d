package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Arrivals;
import org.yicheng.congress.Arrivals.Arrival;
import org.yicheng.congress.Session;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Pages;

/** 报到: deputies report in at their residence, once for the session. */
@Controller
public class RegistrationPages {

    private static final int LATEST = 20;
    private static final int MOST_FOUND = 20;

    private final Arrivals arrivals;
    private final Bodies bodies;
    private final SessionScope scope;
    private final Pages pages;

    RegistrationPages(Arrivals arrivals, Bodies bodies, SessionScope scope, Pages pages) {
        this.arrivals = arrivals;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    /** @param found deputies that answer to the question; {@code asked} is empty before one was asked */
    public record RegistrationView(
            Session session,
            String asked,
            List<Member> found,
            Map<String, Arrival> arrived,
            List<OfGroup> groups,
            List<Latest> latest,
            int due)
            implements OfSession {

        public int total() {
            return arrived.size();
        }

        public int documents() {
            return (int) arrived.values().stream().filter(Arrival::documents).count();
        }

        public int cards() {
            return (int) arrived.values().stream().filter(Arrival::card).count();
        }
    }

    /** How many of a delegation have reported in. */
    public record OfGroup(Group group, int due, int arrived) {}

    /** One arrival with its deputy. */
    public record Latest(Member member, Arrival arrival) {}

    @GetMapping("/sessions/{id}/registration")
    @Needs(Permission.ROSTER_READ)
    View registration(@PathVariable String id, @RequestParam(defaultValue = "") String q) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        List<Member> due = bodies.membersOf(session.body()).stream()
                .filter(member -> member.status() != Member.MandateStatus.TERMINATED)
                .toList();
        Map<String, Member> byNumber = due.stream().collect(Collectors.toMap(Member::number, Function.identity()));
        List<Arrival> all = arrivals.of(id).stream()
                .filter(arrival -> byNumber.containsKey(arrival.member()))
                .toList();
        Map<String, Arrival> arrived = new HashMap<>();
        all.forEach(arrival -> arrived.put(arrival.member(), arrival));
        List<Latest> latest = new ArrayList<>();
        for (Arrival arrival : all.subList(0, Math.min(LATEST, all.size()))) {
            Optional.ofNullable(byNumber.get(arrival.member()))
                    .ifPresent(member -> latest.add(new Latest(member, arrival)));
        }
        return pages.show(
                "congress/registration",
                new RegistrationView(
                        session,
                        q.strip(),
                        found(session, due, q.strip()),
                        arrived,
                        groups(session, due, arrived),
                        latest,
                        due.size()));
    }

    private List<Member> found(Session session, List<Member> due, String q) {
        if (q.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> cards = bodies.activeCards(session.body());
        return due.stream()
                .filter(member -> member.number().equalsIgnoreCase(q)
                        || member.name().contains(q)
                        || cards.getOrDefault(member.person(), "").equalsIgnoreCase(q))
                .limit(MOST_FOUND)
                .toList();
    }

    private List<OfGroup> groups(Session session, List<Member> due, Map<String, Arrival> arrived) {
        return bodies.groupsOf(session.body()).stream()
                .map(group -> {
                    List<Member> of = due.stream()
                            .filter(member -> member.group().equals(group.code()))
                            .toList();
                    int here = (int) of.stream()
                            .filter(member -> arrived.containsKey(member.number()))
                            .count();
                    return new OfGroup(group, of.size(), here);
                })
                .toList();
    }

    @PostMapping("/sessions/{id}/registration")
    @Needs(Permission.SIGN_IN_MANUAL)
    ResponseEntity<Void> arrive(
            @PathVariable String id,
            @RequestParam String member,
            @RequestParam(defaultValue = "false") boolean documents,
            @RequestParam(defaultValue = "false") boolean card,
            @RequestParam(defaultValue = "") String room) {
        scope.session(id, Permission.SIGN_IN_MANUAL);
        arrivals.arrive(id, member, documents, card, room.strip()).orThrow();
        return DeskPages.seeOther("/sessions/" + id + "/registration?q=" + member);
    }
}
