package org.yicheng.library.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.library.Audience;
import org.yicheng.library.Documents.Held;
import org.yicheng.library.Documents.OfGroup;
import org.yicheng.library.Documents.Waiting;
import org.yicheng.library.Publication;
import org.yicheng.party.Role;

/** Who has opened what: per delegation, over those a version was given to by publications that stand. */
@Component
class Receipts {

    private final JdbcClient jdbc;
    private final Bodies bodies;

    Receipts(JdbcClient jdbc, Bodies bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    List<OfGroup> readBy(Held held, int version) {
        Set<UUID> expected = new HashSet<>();
        Set<Audience> audiences = new HashSet<>();
        held.publications().stream()
                .filter(publication ->
                        publication.version() == version && publication.recall().isEmpty())
                .map(Publication::audience)
                .forEach(audiences::addAll);
        Map<UUID, Member> members = new LinkedHashMap<>();
        for (String body : bodiesOf(held.document().body(), audiences)) {
            for (Member member : bodies.membersOf(body)) {
                if (member.status() == Member.MandateStatus.IN_OFFICE) {
                    members.putIfAbsent(member.person(), member);
                    if (audiences.stream().anyMatch(audience -> holds(audience, member))) {
                        expected.add(member.person());
                    }
                }
            }
        }
        return lines(members, expected, readers(held.document().id(), version));
    }

    /** The document's own body first: its delegations are the lines of the statistics. */
    private static List<String> bodiesOf(String own, Set<Audience> audiences) {
        List<String> found = new ArrayList<>(List.of(own));
        for (Audience audience : audiences) {
            String body = switch (audience) {
                case Audience.Everybody _ -> own;
                case Audience.Members(String its) -> its;
                case Audience.OfGroup(String its, String _) -> its;
                case Audience.Holders(String its, Role _) -> its;
            };
            if (!found.contains(body)) {
                found.add(body);
            }
        }
        return found;
    }

    private static boolean holds(Audience audience, Member member) {
        return switch (audience) {
            case Audience.Everybody _ -> false;
            case Audience.Members(String body) -> body.equals(member.body());
            case Audience.OfGroup(String body, String group) ->
                body.equals(member.body()) && group.equals(member.group());
            case Audience.Holders(String body, Role role) -> role == Role.MEMBER && body.equals(member.body());
        };
    }

    private Set<UUID> readers(UUID document, int version) {
        return new HashSet<>(jdbc.sql("""
                        select person from library.receipt
                         where document = :document and version = :version and person is not null
                        """)
                .param("document", document)
                .param("version", version)
                .query(UUID.class)
                .list());
    }

    private static List<OfGroup> lines(Map<UUID, Member> members, Set<UUID> expected, Set<UUID> readers) {
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        members.values().stream()
                .filter(member -> expected.contains(member.person()))
                .forEach(member -> groups.computeIfAbsent(member.groupName(), _ -> new ArrayList<>())
                        .add(member));
        List<OfGroup> lines = new ArrayList<>();
        groups.forEach((group, its) -> {
            List<Waiting> waiting = its.stream()
                    .filter(member -> !readers.contains(member.person()))
                    .map(member -> new Waiting(member.number(), member.name(), member.demo()))
                    .toList();
            lines.add(new OfGroup(group, its.size(), its.size() - waiting.size(), waiting));
        });
        return lines;
    }
}
