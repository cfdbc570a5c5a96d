package org.yicheng.congress.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.home.PlatformClock;
import org.yicheng.party.Permission;

/**
 * What the catalogue finds of congresses: sessions by everybody; deputies, also by the pinyin of their names, by those who
 * may read the roster. A deputy leads to the page in the body's newest session.
 */
@Component
class SessionEntries implements Source {

    private static final String PREFIX = "congress-session:";

    private final Sessions sessions;
    private final Bodies bodies;

    SessionEntries(Sessions sessions, Bodies bodies) {
        this.sessions = sessions;
        this.bodies = bodies;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> subjects() {
        return sessions.all().stream().map(Session::subject).toList();
    }

    @Override
    public List<Entry> entries(String subject) {
        List<Entry> entries = new ArrayList<>();
        sessions.byId(subject.substring(PREFIX.length())).ifPresent(session -> {
            entries.add(entry(session));
            entries.addAll(members(session.body()));
        });
        return entries;
    }

    private static Entry entry(Session session) {
        return new Entry(
                session.subject(),
                session.subject(),
                "congress.entry-session",
                session.body(),
                new Entry.Said(session.name(), session.place(), List.of(), List.of()),
                Entry.Seen.everybody(),
                new Entry.Facts(
                        "/sessions/" + session.id() + "/public",
                        "",
                        Optional.of(session.opening()
                                .atStartOfDay(PlatformClock.SHANGHAI)
                                .toInstant()),
                        Entry.Facts.NOTHING,
                        Entry.Side.NONE,
                        session.demo()));
    }

    /** The deputies of a body, under the body's own subject. */
    List<Entry> members(String body) {
        Optional<Session> newest = sessions.all().stream()
                .filter(session -> session.body().equals(body))
                .reduce((one, other) -> other.opening().isAfter(one.opening()) ? other : one);
        return newest.stream()
                .flatMap(session -> bodies.membersOf(body).stream().map(member -> entry(member, session)))
                .toList();
    }

    private static Entry entry(Member member, Session session) {
        return new Entry(
                "member:" + member.mandate(),
                "body:" + member.body(),
                "congress.entry-member",
                member.body(),
                new Entry.Said(
                        new org.yicheng.rule.Bilingual(member.name(), member.name()),
                        member.groupName() + "\n" + member.electingUnit(),
                        List.of(),
                        List.of(member.name())),
                Entry.Seen.may(member.body(), Permission.ROSTER_READ),
                new Entry.Facts(
                        "/sessions/" + session.id() + "/members/" + member.number(),
                        member.number(),
                        Optional.empty(),
                        Entry.Facts.NOTHING,
                        Entry.Side.NONE,
                        member.demo()));
    }
}
