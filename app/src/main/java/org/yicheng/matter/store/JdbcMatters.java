package org.yicheng.matter.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Matter;
import org.yicheng.matter.MatterEvent;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedure.Transition;
import org.yicheng.matter.Procedures;
import org.yicheng.matter.Task;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Matters in PostgreSQL. */
@Component
class JdbcMatters implements Matters {

    private static final Citation LETTERS = Citation.of(Law.PRODUCT, "matter.correspondence");
    private static final Citation OPENING = Citation.of(Law.PRODUCT, "matter.procedure");
    private static final int LONGEST = 500;
    private static final int LONGEST_TEXT = 20_000;

    private final Procedures procedures;
    private final MatterRows rows;
    private final DeadlineBook book;
    private final Tasks tasks;
    private final LinkBook links;
    private final Standstill standstill;
    private final MatterActs acts;
    private final ApplicationEventPublisher events;

    JdbcMatters(
            Procedures procedures,
            MatterRows rows,
            DeadlineBook book,
            Tasks tasks,
            LinkBook links,
            Standstill standstill,
            MatterActs acts,
            ApplicationEventPublisher events) {
        this.procedures = procedures;
        this.rows = rows;
        this.book = book;
        this.tasks = tasks;
        this.links = links;
        this.standstill = standstill;
        this.acts = acts;
        this.events = events;
    }

    @Override
    @Transactional
    public Ruling<Matter> open(Matter.Opening opening) {
        Optional<Procedure> declared = procedures.byId(opening.procedure());
        List<Refusal> reasons = refusals(opening, declared);
        if (declared.isEmpty() || !reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Procedure procedure = declared.get();
        Instant now = acts.now();
        UUID id = UUID.randomUUID();
        rows.insert(id, opening, procedure.start().id(), now);
        rows.parties(id, opening.parties(), now);
        rows.step(id, step(now, "", "", procedure.start().id(), "", OPENING.key(), Map.of()));
        Matter opened = rows.byId(id).orElseThrow();
        tasks.settle(opened, procedure, now);
        events.publishEvent(new MatterEvent.MatterMoved(
                id,
                opening.subject(),
                opening.procedure(),
                "",
                "",
                procedure.start().id()));
        acts.write(
                "matter.open",
                id,
                Optional.of(OPENING),
                Permission.MATTER_HANDLE,
                Map.of("procedure", opening.procedure(), "place", opening.place(), "subject", opening.subject()));
        return Ruling.granted(opened);
    }

    private List<Refusal> refusals(Matter.Opening opening, Optional<Procedure> procedure) {
        if (procedure.isEmpty()) {
            return List.of(Refusal.at("procedure", "matter.procedure-unknown", "value", opening.procedure()));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (procedure.get().place(opening.place()).isEmpty()) {
            List<String> places =
                    procedure.get().places().stream().map(Procedure.Place::id).toList();
            reasons.add(Refusal.at("place", "matter.place-unknown", "value", opening.place(), "places", places));
        }
        if (opening.title().isBlank() || opening.title().length() > LONGEST) {
            reasons.add(Refusal.at("title", "matter.title-missing", "most", LONGEST));
        }
        if (opening.series().isBlank() || opening.series().length() > LONGEST) {
            reasons.add(Refusal.at("series", "matter.series-missing", "most", LONGEST));
        }
        if (opening.parties().isEmpty()) {
            reasons.add(Refusal.at("parties", "matter.parties-missing"));
        }
        if (rows.bySubject(opening.subject()).isPresent()) {
            reasons.add(Refusal.at("subject", "matter.subject-twice", "value", opening.subject()));
        }
        Matter none = new Matter(
                new UUID(0, 0),
                opening.procedure(),
                opening.place(),
                "",
                "",
                Optional.empty(),
                "",
                procedure.get().start().id(),
                List.of(),
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                false);
        reasons.addAll(new MoveRules(procedure.get(), none, List.of(), acts.today(), acts.now())
                .parties(opening.parties(), OPENING));
        return reasons;
    }

    private static Matter.Step step(
            Instant at,
            String transition,
            String from,
            String to,
            String reason,
            String ground,
            Map<String, String> documents) {
        Caller caller = Caller.current();
        return new Matter.Step(
                0,
                at,
                caller.actor(),
                caller.roleFor(Permission.MATTER_HANDLE),
                transition,
                from,
                to,
                reason,
                ground,
                documents);
    }

    @Override
    @Transactional
    public Ruling<Matter> move(UUID id, Matter.Move move) {
        return move(id, move, false);
    }

    @Override
    @Transactional
    public Ruling<Matter> carry(UUID id, Matter.Move move) {
        return move(id, move, true);
    }

    private Ruling<Matter> move(UUID id, Matter.Move move, boolean decided) {
        Optional<Matter> found = rows.locked(id);
        if (found.isEmpty()) {
            return unknown(id);
        }
        Matter matter = found.get();
        MoveRules rules = rules(matter);
        Procedure procedure = rules.procedure();
        List<Refusal> reasons = rules.against(move, decided);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Transition transition = procedure.transition(move.transition()).orElseThrow();
        Instant now = acts.now();
        Optional<Integer> number = transition.numbers() && matter.number().isEmpty()
                ? Optional.of(rows.next(matter.series()))
                : Optional.empty();
        rows.move(id, procedure.state(transition.to()).orElseThrow(), number, now);
        rows.parties(id, move.parties(), now);
        rows.step(
                id,
                step(
                        now,
                        transition.id(),
                        matter.state(),
                        transition.to(),
                        move.reason().strip(),
                        transition.ground().key(),
                        move.documents()));
        limits(rules, transition, move, now);
        Matter moved = rows.byId(id).orElseThrow();
        tasks.settle(moved, procedure, now);
        events.publishEvent(new MatterEvent.MatterMoved(
                id, matter.subject(), matter.procedure(), transition.id(), matter.state(), transition.to()));
        acts.write(
                "matter.move",
                id,
                Optional.of(transition.ground()),
                procedure.actor(transition.by().iterator().next()).orElseThrow().permission(),
                Map.of("procedure", matter.procedure(), "transition", transition.id()));
        return Ruling.granted(moved);
    }

    private void limits(MoveRules rules, Transition transition, Matter.Move move, Instant now) {
        UUID id = rules.matter().id();
        Set<String> actors = rows.byId(id).orElseThrow().parties().stream()
                .map(Matter.Party::actor)
                .collect(Collectors.toSet());
        for (Procedure.Limit limit : rules.procedure().limits()) {
            if (limit.ends().contains(transition.id())) {
                book.end(id, limit.id(), Deadline.Ending.MET, now, rules.today());
            }
            boolean started = rules.isStarted(limit, transition);
            // Where a place starts it by a later step, a new assignment still ends what ran for the former one.
            if (started || limit.starts().contains(transition.id())) {
                book.end(id, limit.id(), Deadline.Ending.RESTARTED, now, rules.today());
            }
            // Nobody's limit does not run: without an assisting organ there is no opinion to wait for.
            if (started && actors.contains(limit.actor())) {
                LocalDate starts = move.starts().getOrDefault(limit.id(), rules.today());
                book.start(id, limit, rules.term(limit).orElseThrow(), starts, now);
            } else if (limit.resumes().contains(transition.id())) {
                standstill.resume(id, limit.id(), move.reason().strip(), now, rules.today());
            } else if (limit.suspends().contains(transition.id())) {
                standstill.suspend(id, limit.id(), move.reason().strip(), transition.ground(), now, rules.today());
            }
        }
        if (rules.procedure().state(transition.to()).orElseThrow().end()) {
            book.dropAll(id, now);
        }
        standstill.endWithLimits(id, now, rules.today());
    }

    private static <T> Ruling<T> unknown(UUID id) {
        return Ruling.refused(Refusal.plain("matter.unknown", "value", id.toString()));
    }

    @Override
    public List<Refusal> against(UUID id, Matter.Move move, boolean decided) {
        return rows.byId(id)
                .map(matter -> rules(matter).against(move, decided))
                .orElseGet(() -> List.of(Refusal.plain("matter.unknown", "value", id.toString())));
    }

    private MoveRules rules(Matter matter) {
        Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
        return new MoveRules(procedure, matter, book.of(matter.id()), acts.today(), acts.now());
    }

    @Override
    public Map<UUID, Matter> byIds(Collection<UUID> ids) {
        return rows.byIds(ids);
    }

    @Override
    public Map<UUID, String> states(Collection<UUID> ids) {
        return rows.states(ids);
    }

    @Override
    public List<Matter.Link> standingLinks(Collection<UUID> ids) {
        return rows.standingLinks(ids);
    }

    @Override
    public Optional<Matter> byId(UUID id) {
        return rows.byId(id);
    }

    @Override
    public Optional<Matter> bySubject(String subject) {
        return rows.bySubject(subject);
    }

    @Override
    public Optional<Matter> byNumber(String series, int number) {
        return rows.byNumber(series, number);
    }

    @Override
    public List<Matter.Step> history(UUID id) {
        return rows.steps(id);
    }

    @Override
    public boolean visible(Matter matter) {
        Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
        return procedure.actors().stream().anyMatch(actor -> MatterActs.actsAs(matter, actor))
                || matter.parties().stream()
                        .filter(party -> party.holder().kind() == Matter.Holder.Kind.BODY)
                        .anyMatch(party -> Caller.current().mayIn(party.holder().id(), Permission.MATTER_EXAMINE));
    }

    @Override
    public List<Transition> possible(Matter matter) {
        Procedure procedure = procedures.byId(matter.procedure()).orElseThrow();
        MoveRules rules = new MoveRules(procedure, matter, List.of(), acts.today(), acts.now());
        return procedure.from(matter.state(), matter.place()).stream()
                .filter(rules::mayDo)
                .toList();
    }

    @Override
    @Transactional
    public Ruling<Matter.Link> link(UUID from, Matter.LinkType type, UUID to, String reason) {
        return links.link(from, type, to, reason);
    }

    @Override
    @Transactional
    public Ruling<Matter.Link> unlink(UUID from, UUID link, String reason) {
        return links.unlink(from, link, reason);
    }

    @Override
    public List<Matter.Link> links(UUID id) {
        return rows.links(id);
    }

    @Override
    @Transactional
    public Ruling<Matter.Letter> write(UUID id, Matter.Letter letter) {
        if (rows.locked(id).isEmpty()) {
            return unknown(id);
        }
        List<Refusal> reasons = new ArrayList<>();
        if (letter.with().isBlank() || letter.with().length() > LONGEST) {
            reasons.add(Refusal.at("with", LETTERS, "matter.with-missing", "most", LONGEST));
        }
        if (letter.subject().isBlank() || letter.subject().length() > LONGEST) {
            reasons.add(Refusal.at("subject", LETTERS, "matter.title-missing", "most", LONGEST));
        }
        if (letter.text().length() > LONGEST_TEXT) {
            reasons.add(Refusal.at("text", LETTERS, "matter.text-too-long", "most", LONGEST_TEXT));
        }
        if (letter.on().isAfter(acts.today())) {
            reasons.add(Refusal.at(
                    "on", LETTERS, "matter.letter-future", "value", letter.on().toString()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Matter.Letter kept = new Matter.Letter(
                UUID.randomUUID(),
                acts.now(),
                letter.direction(),
                letter.way(),
                letter.on(),
                letter.with().strip(),
                letter.subject().strip(),
                letter.text().strip());
        rows.letter(id, kept, Caller.current().actor());
        acts.write(
                "matter.letter",
                id,
                Optional.of(LETTERS),
                Permission.MATTER_HANDLE,
                Map.of("direction", kept.direction().name(), "means", kept.way().name()));
        return Ruling.granted(kept);
    }

    @Override
    public List<Matter.Letter> correspondence(UUID id) {
        return rows.letters(id);
    }

    @Override
    public List<Task> tasks(int most) {
        return tasks.ofCaller(most);
    }
}
