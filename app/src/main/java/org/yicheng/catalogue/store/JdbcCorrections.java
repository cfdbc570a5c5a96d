package org.yicheng.catalogue.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Correction;
import org.yicheng.catalogue.Corrections;
import org.yicheng.finding.Organ;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.record.ActDraft;
import org.yicheng.record.Journal;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Corrections and organs in PostgreSQL. */
@Component
class JdbcCorrections implements Corrections {

    private static final int PAGE = 1_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DUTY = 100;

    private final JdbcClient jdbc;
    private final Entries entries;
    private final Readers readers;
    private final Router router;
    private final Judged judged;
    private final Journal journal;
    private final Clock clock;

    JdbcCorrections(
            JdbcClient jdbc,
            Entries entries,
            Readers readers,
            Router router,
            Judged judged,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.readers = readers;
        this.router = router;
        this.judged = judged;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Correction> judge(String text, String entry, boolean same, String note) {
        List<Refusal> faults = faults(text, note);
        Optional<Entries.Read> read = Optional.ofNullable(
                entries.readable(List.of(entry), readers.current()).get(entry));
        if (read.isEmpty()) {
            faults.add(Refusal.at("entry", "catalogue.entry-not-there", "value", entry));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        Correction.Kind kind = same ? Correction.Kind.SAME : Correction.Kind.DIFFERENT;
        String title = read.map(found -> found.line().title().zh()).orElse("");
        return Ruling.granted(keep(kind, text, title, entry, kind.name(), note));
    }

    @Override
    @Transactional
    public Ruling<Correction> organ(String text, String organ, String note) {
        List<Refusal> faults = faults(text, note);
        if (router.organs().stream().noneMatch(known -> known.name().equals(organ))) {
            faults.add(Refusal.at("organ", "catalogue.organ-not-there", "value", organ));
        }
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        String proposed = router.route(text).organs().stream()
                .filter(one -> !one.decided())
                .findFirst()
                .map(Catalogue.Proposed::organ)
                .orElse("");
        return Ruling.granted(keep(Correction.Kind.ORGAN, text, proposed, "", organ, note));
    }

    private static List<Refusal> faults(String text, String note) {
        List<Refusal> faults = new ArrayList<>();
        if (text.isBlank() || text.length() > Catalogue.LONGEST_TEXT) {
            faults.add(Refusal.at(
                    "text", "catalogue.text-length", "value", text.length(), "most", Catalogue.LONGEST_TEXT));
        }
        if (note.length() > LONGEST_NOTE) {
            faults.add(Refusal.at("note", "catalogue.note-length", "value", note.length(), "most", LONGEST_NOTE));
        }
        return faults;
    }

    private Correction keep(
            Correction.Kind kind, String text, String proposed, String entry, String answer, String note) {
        Caller caller = Caller.current();
        Instant now = clock.instant();
        long number = jdbc.sql("""
                        insert into catalogue.correction (at, actor, role, kind, text, proposed, entry, answer, note)
                        values (:at, :actor, :role, :kind, :text, :proposed, :entry, :answer, :note) returning number
                        """)
                .param("at", Rows.stamp(now))
                .param("actor", caller.actor())
                .param("role", caller.roleFor(Permission.MATTER_EXAMINE))
                .param("kind", kind.name())
                .param("text", Judged.form(text))
                .param("proposed", proposed)
                .param("entry", entry)
                .param("answer", answer)
                .param("note", note.strip().replace("\u0000", ""))
                .query(Long.class)
                .single();
        act("catalogue.correct", "correction:" + number, Map.of("kind", kind.name()));
        return judged.after(number - 1, 1).getFirst();
    }

    private void act(String verb, String subject, Map<String, String> facts) {
        Caller caller = Caller.current();
        journal.append(new ActDraft(
                clock.instant(),
                caller.actor(),
                caller.roleFor(Permission.MATTER_EXAMINE),
                verb,
                subject,
                Optional.empty(),
                facts));
    }

    @Override
    public List<Correction> after(long number) {
        return judged.after(number, PAGE);
    }

    @Override
    public List<Organ> organs() {
        return router.organs();
    }

    @Override
    @Transactional
    public Ruling<List<Organ>> replace(List<Organ> organs) {
        List<Refusal> faults = faults(organs);
        if (!faults.isEmpty()) {
            return Ruling.refused(faults);
        }
        jdbc.sql("delete from catalogue.organ").update();
        for (int place = 0; place < organs.size(); place++) {
            jdbc.sql("""
                            insert into catalogue.organ (name, place, duties)
                            values (:name, :place, string_to_array(:duties, E'\\n'))
                            """)
                    .param("name", organs.get(place).name())
                    .param("place", place)
                    .param("duties", Rows.joined(organs.get(place).duties()))
                    .update();
        }
        act("catalogue.organs", "catalogue", Map.of("organs", "" + organs.size()));
        return Ruling.granted(router.organs());
    }

    private static List<Refusal> faults(List<Organ> organs) {
        List<Refusal> faults = new ArrayList<>();
        if (organs.size() > MOST_ORGANS) {
            faults.add(Refusal.at("organs", "catalogue.organs-many", "value", organs.size(), "most", MOST_ORGANS));
        }
        Set<String> names = new HashSet<>();
        for (Organ organ : organs) {
            if (organ.name().isBlank() || organ.name().length() > LONGEST_NAME) {
                faults.add(Refusal.at("organ", "catalogue.organ-name", "value", organ.name(), "most", LONGEST_NAME));
            } else if (!names.add(organ.name())) {
                faults.add(Refusal.at("organ", "catalogue.organ-twice", "value", organ.name()));
            }
            if (organ.duties().isEmpty() || organ.duties().size() > MOST_DUTIES) {
                faults.add(Refusal.at(
                        "duties",
                        "catalogue.duties-many",
                        "organ",
                        organ.name(),
                        "value",
                        organ.duties().size(),
                        "most",
                        MOST_DUTIES));
            }
            organ.duties().stream()
                    .filter(duty -> duty.isBlank() || duty.length() > LONGEST_DUTY || duty.contains("\u0000"))
                    .forEach(duty -> faults.add(Refusal.at(
                            "duties", "catalogue.duty-length", "value", duty.length(), "most", LONGEST_DUTY)));
        }
        return faults;
    }
}
