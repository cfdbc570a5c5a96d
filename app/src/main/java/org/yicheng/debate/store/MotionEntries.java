package org.yicheng.debate.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.catalogue.Entry;
import org.yicheng.catalogue.Source;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.party.Permission;

/** What the catalogue finds of texts before an assembly: by everybody once they are open, before that by its members. */
@Component
class MotionEntries implements Source {

    private static final String PREFIX = "motion:";

    private final MotionRows rows;
    private final Debating debating;
    private final Bodies bodies;
    private final JdbcClient jdbc;

    MotionEntries(MotionRows rows, Debating debating, Bodies bodies, JdbcClient jdbc) {
        this.rows = rows;
        this.debating = debating;
        this.bodies = bodies;
        this.jdbc = jdbc;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<String> subjects() {
        return jdbc.sql("select id from debate.motion order by id")
                .query((row, _) -> PREFIX + row.getString(1))
                .list();
    }

    @Override
    public List<Entry> entries(String subject) {
        Optional<Motion> motion = rows.byId(UUID.fromString(subject.substring(PREFIX.length())));
        return motion.map(this::entry).stream().toList();
    }

    private Entry entry(Motion motion) {
        DebateRules.MotionState state = debating.rules(motion.body()).workflow().state(motion.state());
        return new Entry(
                PREFIX + motion.id(),
                PREFIX + motion.id(),
                "debate.entry",
                motion.body(),
                new Entry.Said(
                        motion.title(),
                        motion.proposer() + "\n" + String.join("\n", motion.paragraphs()),
                        List.of(),
                        List.of()),
                seen(motion, state),
                new Entry.Facts(
                        "/motions/" + motion.id(),
                        "",
                        Optional.of(motion.tabledAt()),
                        state.name(),
                        Entry.Side.NONE,
                        motion.demo()));
    }

    /** A role in a body covers the bodies that belong to it. */
    private Entry.Seen seen(Motion motion, DebateRules.MotionState state) {
        if (state.open()) {
            return Entry.Seen.everybody();
        }
        Set<String> keys = new LinkedHashSet<>(
                Entry.Seen.may(motion.body(), Permission.MEMBER_DOCUMENTS).keys());
        bodies.byId(motion.body())
                .flatMap(Body::parent)
                .ifPresent(parent -> keys.addAll(
                        Entry.Seen.may(parent, Permission.MEMBER_DOCUMENTS).keys()));
        return new Entry.Seen(keys, java.time.Instant.EPOCH);
    }
}
