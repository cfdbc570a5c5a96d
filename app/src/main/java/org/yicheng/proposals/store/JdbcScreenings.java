package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Bodies;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filing.State;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Place;
import org.yicheng.proposals.Screenings;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Place settings, and what goes back to its author; each step in one transaction with its act. */
@Component
class JdbcScreenings implements Screenings {

    private static final int LONGEST_REASON = 500;
    static final int LONGEST_CONTACT = 100;

    private final JdbcClient jdbc;
    private final FilingRows rows;
    private final FilingRules rules;
    private final PlaceRows places;
    private final Bodies bodies;
    private final Windows windows;
    private final FilingActs acts;
    private final Clock clock;

    JdbcScreenings(
            JdbcClient jdbc,
            FilingRows rows,
            FilingRules rules,
            PlaceRows places,
            Bodies bodies,
            Windows windows,
            FilingActs acts,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.rules = rules;
        this.places = places;
        this.bodies = bodies;
        this.windows = windows;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Place place(String body) {
        return places.of(body);
    }

    @Override
    @Transactional
    public Ruling<Place> change(String body, Place place) {
        List<Refusal> against = new ArrayList<>();
        if (place.monthsBefore() < 0 || place.monthsBefore() > Place.MOST_MONTHS) {
            against.add(within("monthsBefore", place.monthsBefore(), Place.MOST_MONTHS));
        }
        if (place.examiners() < 0 || place.examiners() > Place.MOST_EXAMINERS) {
            against.add(within("examiners", place.examiners(), Place.MOST_EXAMINERS));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        places.put(body, place);
        acts.write(
                "body:" + body,
                Permission.MATTER_EXAMINE,
                "proposals.place",
                Citation.of(Law.PRODUCT, "proposal.place"),
                "months",
                place.monthsBefore(),
                "examiners",
                place.examiners(),
                "items",
                place.lists().size());
        return Ruling.granted(place);
    }

    private static Refusal within(String field, int value, int most) {
        return Refusal.at(field, "proposals.place-range", "value", value, "most", most);
    }

    @Override
    @Transactional
    public Ruling<Filing> sendBack(UUID id, Because because, String reason) {
        Optional<Filing> found = rows.byId(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        Filing filing = found.get();
        List<Refusal> against = new ArrayList<>(rules.inState(filing, State.SUBMITTED));
        against.addAll(reasonFaults(reason));
        // Only before the deadline: what comes again later could no longer be a motion.
        windows.of(filing.subject(), Window.MOTION)
                .filter(window -> filing.kind().untilDeadline() && !window.openAt(clock.instant()))
                .ifPresent(window -> against.add(Refusal.by(
                        Citation.of(Law.SHANGHAI_MOTIONS, 9),
                        "proposals.send-back-late",
                        "until",
                        window.until().orElseThrow())));
        if (filing.signatures().isEmpty()) {
            against.add(Refusal.plain("proposals.send-back-nobody"));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", State.DRAFT.name());
        columns.put("received", null);
        rows.set(id, columns);
        note(id, because.name(), null, reason);
        acts.write(
                id,
                Permission.MATTER_EXAMINE,
                "proposals.send-back",
                because == Because.SEVERAL_MATTERS
                        ? FilingRules.oneMatter(filing.kind())
                        : filing.kind().ground(),
                "reason",
                because);
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }

    private static List<Refusal> reasonFaults(String reason) {
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? List.of(Refusal.at(
                        "reason", "proposals.reason-length", "value", reason.length(), "most", LONGEST_REASON))
                : List.of();
    }

    private void note(UUID id, @Nullable String because, @Nullable String inadmissible, String reason) {
        jdbc.sql("""
                        insert into proposals.returned (filing, place, because, inadmissible, reason, at)
                        select :filing, coalesce(max(place), 0) + 1, :because, :inadmissible, :reason, :at
                          from proposals.returned where filing = :filing
                        """)
                .param("filing", id)
                .param("because", because)
                .param("inadmissible", inadmissible)
                .param("reason", reason.strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @Transactional
    public Ruling<Filing> decline(UUID id, Outcome outcome, Inadmissible inadmissible, String reason) {
        Optional<Filing> found = rows.byId(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        Filing filing = found.get();
        Optional<Citation> source = inadmissible.source(places.of(filing.body()).lists());
        List<Refusal> against = new ArrayList<>(rules.inState(filing, State.SUBMITTED));
        if (filing.kind() != Kind.SUGGESTION) {
            against.add(
                    Refusal.plain("proposals.suggestions-only", "kind", Phrase.of("proposals.kind-" + filing.kind())));
        }
        if (!Outcome.of(Kind.SUGGESTION).contains(outcome)) {
            against.add(Refusal.at("outcome", "proposals.outcome-not-here", "value", outcome));
        }
        if (source.isEmpty()) {
            against.add(Refusal.at(
                    "inadmissible",
                    "proposals.reason-not-listed",
                    "value",
                    Phrase.of("proposals.inadmissible-" + inadmissible)));
        }
        against.addAll(reasonFaults(reason));
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        rows.set(
                id,
                Map.of(
                        "state", State.DECIDED.name(),
                        "outcome", outcome.name(),
                        "opinion", outcome.name(),
                        "opinion_reason", reason.strip()));
        note(id, null, inadmissible.name(), reason);
        acts.write(
                id,
                Permission.MATTER_EXAMINE,
                "proposals.decline",
                source.orElseThrow(),
                "outcome",
                outcome,
                "reason",
                inadmissible);
        return Ruling.granted(rows.byId(id, false).orElseThrow());
    }

    @Override
    @Transactional
    public Ruling<Filing> contact(UUID id, String contact) {
        Optional<Filing> found = rows.byId(id, true);
        if (found.isEmpty()) {
            return Ruling.refused(Refusal.plain("proposals.unknown", "value", id));
        }
        Filing filing = found.get();
        List<Refusal> against = new ArrayList<>(rules.inState(filing, State.DRAFT));
        boolean leads = Caller.current()
                .person()
                .flatMap(person -> bodies.memberOf(filing.body(), person))
                .filter(member -> !filing.signatures().isEmpty()
                        && filing.signatures().getFirst().mandate().equals(member.mandate()))
                .isPresent();
        if (!leads) {
            against.add(Refusal.plain("proposals.not-lead"));
        }
        if (contact.isBlank() || contact.length() > LONGEST_CONTACT) {
            against.add(Refusal.at(
                    "contact", "proposals.contact-length", "value", contact.length(), "most", LONGEST_CONTACT));
        }
        if (!against.isEmpty()) {
            return Ruling.refused(against);
        }
        places.contact(id, contact.strip());
        acts.write(id, Permission.MATTER_FILE, "proposals.reach", Citation.of(Law.BEIJING_SUGGESTIONS, 9));
        return Ruling.granted(filing);
    }

    @Override
    public Optional<String> contact(UUID id) {
        return places.contact(id);
    }

    @Override
    public Optional<Note> note(UUID id) {
        return jdbc.sql("select * from proposals.returned where filing = :filing order by place desc limit 1")
                .param("filing", id)
                .query((row, _) -> new Note(
                        Optional.ofNullable(row.getString("because")).map(Because::valueOf),
                        Optional.ofNullable(row.getString("inadmissible")).map(Inadmissible::valueOf),
                        row.getString("reason")))
                .optional();
    }
}
