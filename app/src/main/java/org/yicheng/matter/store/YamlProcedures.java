package org.yicheng.matter.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every file {@code procedures/*.yml}; a faulty one stops the start. */
@Component
public class YamlProcedures implements Procedures {

    private record StateText(
            String id, Bilingual name, @Nullable String turn, boolean end) {
        Procedure.State read() {
            return new Procedure.State(id, name, Optional.ofNullable(turn), end);
        }
    }

    private record LimitText(
            String id,
            Bilingual name,
            String actor,
            List<String> starts,
            List<String> ends,
            @Nullable List<String> suspends,
            @Nullable List<String> resumes,
            Procedure.@Nullable LimitKind kind) {
        Procedure.Limit read() {
            Procedure.LimitKind read = kind == null ? Procedure.LimitKind.DUTY : kind;
            return new Procedure.Limit(
                    id, name, actor, Set.copyOf(starts), Set.copyOf(ends), set(suspends), set(resumes), read);
        }

        private static Set<String> set(@Nullable List<String> given) {
            return given == null ? Set.of() : Set.copyOf(given);
        }
    }

    private record TransitionText(
            String id,
            Bilingual name,
            List<String> from,
            String to,
            List<String> by,
            boolean numbers,
            boolean reason,
            @Nullable List<String> documents,
            @Nullable String within,
            @Nullable List<String> places,
            String ground) {
        Procedure.Transition read() {
            return new Procedure.Transition(
                    id,
                    name,
                    new LinkedHashSet<>(from),
                    to,
                    new LinkedHashSet<>(by),
                    numbers,
                    reason,
                    documents == null ? List.of() : documents,
                    Optional.ofNullable(within),
                    places == null ? Set.of() : Set.copyOf(places),
                    Citation.parse(ground));
        }
    }

    private record TermText(
            String period,
            @Nullable String longest,
            @Nullable List<String> starts,
            String ground) {
        Procedure.Term read() {
            return new Procedure.Term(
                    period(period),
                    Optional.ofNullable(longest).map(TermText::period),
                    Optional.ofNullable(starts).map(Set::copyOf),
                    Citation.parse(ground));
        }

        private static StatutoryPeriod period(String text) {
            return StatutoryPeriod.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("a term is P3M, P10D, P7WD or PT24H, got " + text));
        }
    }

    private record PlaceText(String id, Bilingual name, boolean checkLocally, Map<String, TermText> terms) {
        Procedure.Place read() {
            Map<String, Procedure.Term> read = new LinkedHashMap<>();
            terms.forEach((limit, term) -> read.put(limit, term.read()));
            return new Procedure.Place(id, name, checkLocally, read);
        }
    }

    private record MergerText(List<String> undoneIn, String ground) {
        Procedure.Merger read() {
            return new Procedure.Merger(new LinkedHashSet<>(undoneIn), Citation.parse(ground));
        }
    }

    private record ProcedureText(
            String id,
            Bilingual name,
            List<Procedure.Actor> actors,
            List<Procedure.Paper> documents,
            List<StateText> states,
            List<LimitText> limits,
            List<TransitionText> transitions,
            List<PlaceText> places,
            @Nullable MergerText merger) {
        Procedure read() {
            return new Procedure(
                    id,
                    name,
                    actors,
                    documents,
                    states.stream().map(StateText::read).toList(),
                    limits.stream().map(LimitText::read).toList(),
                    transitions.stream().map(TransitionText::read).toList(),
                    places.stream().map(PlaceText::read).toList(),
                    Optional.ofNullable(merger).map(MergerText::read));
        }
    }

    private final Map<String, Procedure> byId = new LinkedHashMap<>();

    public YamlProcedures() {
        List<Procedure> read = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:procedures/*.yml")) {
                try (InputStream in = file.getInputStream()) {
                    read.add(read(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the procedures", e);
        }
        read.sort(Comparator.comparing(Procedure::id));
        for (Procedure procedure : read) {
            if (byId.put(procedure.id(), procedure) != null) {
                throw new IllegalArgumentException("a procedure is declared once, got " + procedure.id() + " again");
            }
        }
    }

    /**
     * Reads one declaration.
     *
     * @throws IllegalArgumentException if it names what it does not declare
     */
    static Procedure read(InputStream in) {
        Procedure procedure = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(in, ProcedureText.class)
                .read();
        List<String> faults = faults(procedure);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("procedure " + procedure.id() + ": " + faults);
        }
        return procedure;
    }

    private static List<String> faults(Procedure procedure) {
        List<String> faults = new ArrayList<>();
        Set<String> transitions = new HashSet<>();
        procedure.transitions().forEach(one -> transitions.add(one.id()));
        for (Procedure.State state : procedure.states()) {
            boolean turn = state.turn().flatMap(procedure::actor).isPresent();
            if (turn == state.end()) {
                faults.add("state " + state.id() + " needs a declared turn, or is an end");
            }
        }
        for (Procedure.Transition one : procedure.transitions()) {
            one.from().stream()
                    .filter(from -> procedure.state(from).isEmpty())
                    .forEach(from -> faults.add(one.id() + " from " + from));
            known(procedure.state(one.to()).isPresent(), one.id() + " to " + one.to(), faults);
            one.by().forEach(by -> known(procedure.actor(by).isPresent(), one.id() + " by " + by, faults));
            one.documents()
                    .forEach(
                            paper -> known(procedure.document(paper).isPresent(), one.id() + " with " + paper, faults));
            one.within()
                    .ifPresent(
                            limit -> known(procedure.limit(limit).isPresent(), one.id() + " within " + limit, faults));
            one.places().forEach(place -> known(procedure.place(place).isPresent(), one.id() + " at " + place, faults));
        }
        for (Procedure.Limit limit : procedure.limits()) {
            known(procedure.actor(limit.actor()).isPresent(), limit.id() + " of " + limit.actor(), faults);
            known(transitions.containsAll(limit.starts()), limit.id() + " starts " + limit.starts(), faults);
            known(transitions.containsAll(limit.ends()), limit.id() + " ends " + limit.ends(), faults);
            known(transitions.containsAll(limit.suspends()), limit.id() + " suspends " + limit.suspends(), faults);
            known(transitions.containsAll(limit.resumes()), limit.id() + " resumes " + limit.resumes(), faults);
            known(
                    limit.suspends().isEmpty() == limit.resumes().isEmpty(),
                    limit.id() + " is suspended and never resumed, or the reverse",
                    faults);
        }
        procedure
                .merger()
                .ifPresent(merger -> merger.undoneIn()
                        .forEach(state ->
                                known(procedure.state(state).isPresent(), "merger undone in " + state, faults)));
        for (Procedure.Place place : procedure.places()) {
            place.terms().forEach((limit, term) -> {
                known(procedure.limit(limit).isPresent(), place.id() + " limit " + limit, faults);
                known(transitions.containsAll(term.starts().orElse(Set.of())), place.id() + " starts " + limit, faults);
            });
        }
        return faults;
    }

    private static void known(boolean known, String what, List<String> faults) {
        if (!known) {
            faults.add(what);
        }
    }

    @Override
    public List<Procedure> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public Optional<Procedure> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
