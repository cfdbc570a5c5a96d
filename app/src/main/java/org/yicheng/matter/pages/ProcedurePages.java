package org.yicheng.matter.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.Procedure.Place;
import org.yicheng.matter.Procedures;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** The procedures as they are declared: drawn, listed, with the limits of each place. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class ProcedurePages {

    private final Procedures procedures;
    private final Pages pages;

    ProcedurePages(Procedures procedures, Pages pages) {
        this.procedures = procedures;
        this.pages = pages;
    }

    public record ListView(List<Procedure> all) {}

    public record ProcedureView(Procedure procedure) {

        public String diagram(Language language) {
            return ProcedureDiagram.of(procedure, language);
        }

        public List<Bilingual> states(Procedure.Transition transition) {
            return transition.from().stream()
                    .map(from -> procedure.state(from).orElseThrow().name())
                    .toList();
        }

        public List<Bilingual> actors(Procedure.Transition transition) {
            return transition.by().stream()
                    .map(by -> procedure.actor(by).orElseThrow().name())
                    .toList();
        }

        public List<Bilingual> papers(Procedure.Transition transition) {
            return transition.documents().stream()
                    .map(paper -> procedure.document(paper).orElseThrow().name())
                    .toList();
        }

        public Optional<Procedure.Term> term(Place place, Procedure.Limit limit) {
            return Optional.ofNullable(place.terms().get(limit.id()));
        }

        /** Limits that have a length somewhere. */
        public List<Procedure.Limit> limits() {
            return procedure.limits().stream()
                    .filter(limit -> procedure.places().stream()
                            .anyMatch(place -> place.terms().containsKey(limit.id())))
                    .toList();
        }
    }

    @GetMapping("/procedures")
    View all() {
        return pages.show("matter/procedures", new ListView(procedures.all()));
    }

    @GetMapping("/procedures/{procedure}")
    View one(@PathVariable String procedure) {
        return pages.show("matter/procedure", new ProcedureView(known(procedures, procedure)));
    }

    static Procedure known(Procedures procedures, String id) {
        return procedures
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("matter.procedure.unknown", "value", id)));
    }
}
