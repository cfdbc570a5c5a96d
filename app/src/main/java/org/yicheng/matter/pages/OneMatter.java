package org.yicheng.matter.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Scopes;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.web.Option;
import org.yicheng.web.Pages;
import org.yicheng.web.Shell;

/** The page of one matter, with every form that the caller may use. */
@Component
public class OneMatter {

    private final Matters matters;
    private final Deadlines deadlines;
    private final Procedures procedures;
    private final List<Scopes> bodies;
    private final MatterScope scope;
    private final Pages pages;
    private final Clock clock;

    OneMatter(
            Matters matters,
            Deadlines deadlines,
            Procedures procedures,
            List<Scopes> bodies,
            MatterScope scope,
            Pages pages,
            Clock clock) {
        this.matters = matters;
        this.deadlines = deadlines;
        this.procedures = procedures;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param other the matter at the other end, if the caller may see it */
    public record Linked(Matter.Link link, Optional<Matter> other) {}

    /** One change of one of its limits. */
    public record Changed(Deadline limit, Deadlines.Change change) {}

    /**
     * @param elsewhere the page of the service that carries it out
     * @param examines may link, extend and count from another day
     */
    public record MatterView(
            Matter matter,
            Procedure procedure,
            List<Deadline> limits,
            List<Changed> changes,
            List<Matter.Step> history,
            List<Linked> links,
            List<Matter.Letter> letters,
            List<Procedure.Transition> possible,
            List<Scopes.Scope> bodies,
            Optional<String> elsewhere,
            boolean examines,
            LocalDate today,
            Typed typed) {

        public Bilingual state(String id) {
            return procedure.state(id).map(Procedure.State::name).orElse(new Bilingual("—", "—"));
        }

        public Bilingual actor(String id) {
            return procedure.actor(id).orElseThrow().name();
        }

        public Bilingual limit(Deadline one) {
            return procedure.limit(one.limit()).orElseThrow().name();
        }

        public Bilingual step(Matter.Step step) {
            return procedure
                    .transition(step.transition())
                    .map(Procedure.Transition::name)
                    .orElse(new Bilingual("开立", "Opened"));
        }

        public Citation ground(Matter.Step step) {
            return Citation.parse(step.ground());
        }

        public List<Procedure.Paper> papers(Procedure.Transition transition) {
            return transition.documents().stream()
                    .map(paper -> procedure.document(paper).orElseThrow())
                    .toList();
        }

        /** The limits that a transition starts here. */
        public List<Procedure.Limit> starts(Procedure.Transition transition) {
            Map<String, Procedure.Term> terms =
                    procedure.place(matter.place()).orElseThrow().terms();
            return procedure.limits().stream()
                    .filter(limit -> Optional.ofNullable(terms.get(limit.id()))
                            .filter(term -> !term.period().inHours())
                            .filter(term -> term.starts().orElse(limit.starts()).contains(transition.id()))
                            .isPresent())
                    .toList();
        }

        public Bilingual day(LocalDate day) {
            return OfficialDate.dayWithWeekday(day);
        }

        public Bilingual paper(String id) {
            return procedure.document(id).orElseThrow().name();
        }

        /** Running limits that can be extended here. */
        public List<Deadline> extendable() {
            return running().stream()
                    .filter(_ -> elsewhere.isEmpty())
                    .filter(one -> one.longest().isPresent() && !one.suspended())
                    .toList();
        }

        /** Running limits that can be counted from another day here. */
        public List<Deadline> movable() {
            return running().stream()
                    .filter(_ -> elsewhere.isEmpty())
                    .filter(one -> !one.suspended() && !one.period().inHours())
                    .toList();
        }

        public List<Deadline> running() {
            return limits.stream().filter(one -> one.ended().isEmpty()).toList();
        }

        public List<Option> ways(Shell shell) {
            return options(shell, "web.fact-means-", Matter.Letter.Way.values());
        }

        public List<Option> directions(Shell shell) {
            return options(shell, "web.fact-direction-", Matter.Letter.Direction.values());
        }

        public List<Option> linkTypes(Shell shell) {
            return options(
                    shell,
                    "web.fact-type-",
                    Arrays.stream(Matter.LinkType.values())
                            .filter(this::mayLink)
                            .toArray(Matter.LinkType[]::new));
        }

        /** Whether links of a type are made and undone here. */
        public boolean mayLink(Matter.LinkType type) {
            return examines && (elsewhere.isEmpty() || !type.handling());
        }

        public List<Option> units(Shell shell) {
            return options(shell, "matter.unit-", Unit.values());
        }

        public List<Option> actors(Shell shell) {
            return procedure.actors().stream()
                    .map(actor -> new Option(actor.id(), shell.say(actor.name())))
                    .toList();
        }

        private static <E extends Enum<E>> List<Option> options(Shell shell, String words, E[] values) {
            List<Option> options = new ArrayList<>();
            for (E value : values) {
                options.add(new Option(value.name(), shell.say(words + value.name())));
            }
            return options;
        }
    }

    /** What a length is typed in. */
    public enum Unit {
        M,
        D,
        WD,
        H
    }

    private List<Scopes.Scope> scopes() {
        return bodies.stream().flatMap(each -> each.all().stream()).distinct().toList();
    }

    /** As its body is called; its key if nobody knows it. */
    String nameOf(Matter.Holder holder) {
        return scopes().stream()
                .filter(scope -> holder.equals(Matter.Holder.body(scope.id())))
                .map(scope -> scope.name().zh())
                .findFirst()
                .orElse(holder.key());
    }

    View show(Matter matter, Typed typed) {
        List<Linked> links = matters.links(matter.id()).stream()
                .map(link -> new Linked(
                        link,
                        matters.byId(link.from().equals(matter.id()) ? link.to() : link.from())
                                .filter(matters::visible)))
                .toList();
        List<Deadline> limits = deadlines.of(matter.id());
        List<Changed> changes = limits.stream()
                .flatMap(limit -> deadlines.changes(limit.id()).stream().map(change -> new Changed(limit, change)))
                .toList();
        Optional<String> elsewhere = scope.elsewhere(matter);
        return pages.show(
                "matter/matter",
                new MatterView(
                        matter,
                        procedures.byId(matter.procedure()).orElseThrow(),
                        limits,
                        changes,
                        matters.history(matter.id()).reversed(),
                        links,
                        matters.correspondence(matter.id()),
                        elsewhere.isEmpty() ? matters.possible(matter) : List.of(),
                        scopes(),
                        elsewhere,
                        MatterScope.examines(matter),
                        LocalDate.now(clock),
                        typed),
                typed.reasons().isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }
}
