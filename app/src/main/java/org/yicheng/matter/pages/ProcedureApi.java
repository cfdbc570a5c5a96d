package org.yicheng.matter.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;

/** The declared procedures over REST. */
@RestController
@RequestMapping("/api/v1/procedures")
@Needs(Permission.PUBLIC_READ)
@Tag(name = "procedures", description = "办理程序：状态、步骤、期限、依据 Procedures: states, transitions, limits, grounds")
class ProcedureApi {

    private final Procedures procedures;

    ProcedureApi(Procedures procedures) {
        this.procedures = procedures;
    }

    record Summary(String id, Bilingual name) {}

    /** @param period as {@code P3M}; {@code ground} as {@code DL:51(2)} */
    record Term(String period, Optional<String> longest, String ground) {}

    record Place(String id, Bilingual name, boolean checkLocally, Map<String, Term> terms) {
        static Place of(Procedure.Place place) {
            Map<String, Term> terms = new TreeMap<>();
            place.terms()
                    .forEach((limit, term) -> terms.put(
                            limit,
                            new Term(
                                    term.period().toString(),
                                    term.longest().map(StatutoryPeriod::toString),
                                    term.ground().key())));
            return new Place(place.id(), place.name(), place.checkLocally(), terms);
        }
    }

    record Transition(
            String id,
            Bilingual name,
            List<String> from,
            String to,
            List<String> by,
            List<String> documents,
            boolean reason,
            String ground) {
        static Transition of(Procedure.Transition one) {
            return new Transition(
                    one.id(),
                    one.name(),
                    List.copyOf(one.from()),
                    one.to(),
                    List.copyOf(one.by()),
                    one.documents(),
                    one.reason(),
                    one.ground().key());
        }
    }

    record Whole(
            String id,
            Bilingual name,
            List<Procedure.Actor> actors,
            List<Procedure.State> states,
            List<Procedure.Limit> limits,
            List<Transition> transitions,
            List<Place> places) {}

    @Operation(summary = "办理程序 The procedures")
    @GetMapping
    List<Summary> all() {
        return procedures.all().stream()
                .map(one -> new Summary(one.id(), one.name()))
                .toList();
    }

    @Operation(summary = "一个程序的声明 A procedure as it is declared")
    @GetMapping("/{procedure}")
    Whole one(@PathVariable String procedure) {
        Procedure one = ProcedurePages.known(procedures, procedure);
        return new Whole(
                one.id(),
                one.name(),
                one.actors(),
                one.states(),
                one.limits(),
                one.transitions().stream().map(Transition::of).toList(),
                one.places().stream().map(Place::of).toList());
    }

    @Operation(summary = "程序的图 A procedure drawn as SVG")
    @GetMapping(path = "/{procedure}/diagram.svg", produces = "image/svg+xml")
    String diagram(@PathVariable String procedure, @RequestParam(defaultValue = "zh-CN") String lang) {
        Language language = lang.startsWith("zh") ? Language.ZH : Language.EN;
        return ProcedureDiagram.of(ProcedurePages.known(procedures, procedure), language);
    }
}
