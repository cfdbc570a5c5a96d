package org.yicheng.matter.pages;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

        public String states(Procedure.Transition transition, Language language) {
            return listed(
                    transition.from(),
                    from -> procedure.state(from).orElseThrow().name(),
                    language);
        }

        public String actors(Procedure.Transition transition, Language language) {
            return listed(
                    transition.by(), by -> procedure.actor(by).orElseThrow().name(), language);
        }

        public String papers(Procedure.Transition transition, Language language) {
            return listed(
                    transition.documents(),
                    paper -> procedure.document(paper).orElseThrow().name(),
                    language);
        }

        private static String listed(Collection<String> ids, Function<String, Bilingual> name, Language language) {
            return ids.stream().map(id -> name.apply(id).in(language)).collect(Collectors.joining(comma(language)));
        }

        /** What stands between the names of a list. */
        public static String comma(Language language) {
            return language == Language.ZH ? "、" : ", ";
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
