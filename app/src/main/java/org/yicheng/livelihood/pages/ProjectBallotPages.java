package org.yicheng.livelihood.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.count.Basis;
import org.yicheng.count.projects.DeputiesBallot.Preset;
import org.yicheng.document.Output;
import org.yicheng.livelihood.Ballots;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Where clerks draft the method of the deputies' ballot, and from where they follow it through the session. */
@Controller
@Needs(Permission.LIVELIHOOD_KEEP)
public class ProjectBallotPages {

    private static final String SESSION = "congress-session:";

    private final Ballots ballots;
    private final Projects projects;
    private final CandidatesPaper explanation;
    private final LivelihoodScope scope;
    private final Pages pages;

    ProjectBallotPages(
            Ballots ballots, Projects projects, CandidatesPaper explanation, LivelihoodScope scope, Pages pages) {
        this.explanation = explanation;
        this.ballots = ballots;
        this.projects = projects;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param projects those on the list
     * @param chain the first ballot and all that follow; empty before its method is drafted
     * @param plenaries in whose session it can be held
     * @param typed of a form that was refused
     */
    public record BallotView(
            Round round,
            Body body,
            List<Taken> taken,
            List<Project> projects,
            List<Election> chain,
            List<Sitting> plenaries,
            Map<String, String> typed,
            List<Refusal> reasons) {

        /** Whether the method can still be written. */
        public boolean open() {
            return chain.isEmpty() || chain.getFirst().state() == Election.State.METHOD_DRAFTED;
        }

        /** What was typed, what the draft says, or what is usual: two projects more than are chosen. */
        public String value(String field) {
            return typed.getOrDefault(field, chain.isEmpty() ? usual(field) : drafted(field, chain.getFirst()));
        }

        private String usual(String field) {
            return switch (field) {
                case "choose" -> String.valueOf(Math.max(1, projects.size() - 2));
                case "preset" -> Preset.MAJORITY_THEN_PLURALITY.name();
                case "base" -> Basis.ALL_MEMBERS.name();
                case "secrecy" -> Secrecy.PAPER_TWO_TELLERS.name();
                default -> "";
            };
        }

        private static String drafted(String field, Election first) {
            Election.Choosing choosing = first.terms().choosing().orElseThrow();
            return switch (field) {
                case "choose" -> String.valueOf(first.terms().seats());
                case "preset" -> choosing.preset().name();
                case "base" -> choosing.base().name();
                case "secrecy" -> first.terms().secrecy().name();
                case "again" -> choosing.again() ? "1" : "";
                case "method" -> first.method();
                default -> "";
            };
        }

        /** The congress session in which the ballot is held. */
        public Optional<String> session() {
            return chain.stream()
                    .map(Election::subject)
                    .filter(subject -> subject.startsWith(SESSION))
                    .map(subject -> subject.substring(SESSION.length()))
                    .findFirst();
        }
    }

    @GetMapping("/livelihood/rounds/{id}/ballot")
    View ballot(@PathVariable UUID id) {
        return show(scope.keptRound(id), Map.of(), List.of());
    }

    /** The secretariat's explanation, once the list is fixed. */
    @GetMapping("/livelihood/rounds/{id}/candidates.{format:pdf|docx}")
    ResponseEntity<byte[]> explanation(@PathVariable UUID id, @PathVariable String format) {
        Round round = scope.keptRound(id);
        if (projects.taken(id).isEmpty()) {
            throw new RefusedException(Refusal.plain("livelihood.unlisted"));
        }
        return explanation.print(round, Output.of(format)).answer();
    }

    private View show(Round round, Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "livelihood/ballot",
                new BallotView(
                        round,
                        scope.body(round),
                        projects.taken(round.id()),
                        projects.of(round.id()).stream()
                                .filter(project -> project.state().open())
                                .toList(),
                        ballots.of(round.id()),
                        ballots.plenaries(round),
                        typed,
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    @PostMapping("/livelihood/rounds/{id}/ballot")
    Object draft(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Round round = scope.keptRound(id);
        Ballots.Plan plan = plan(typed);
        Ruling<Election> ruling = ballots.of(id).isEmpty()
                ? ballots.draft(id, typed.getOrDefault("plenary", ""), plan)
                : ballots.redraft(id, plan);
        return ruling instanceof Ruling.Refused<Election>(List<Refusal> reasons)
                ? show(round, typed, reasons)
                : "redirect:/livelihood/rounds/" + id + "/ballot";
    }

    /** A number that is none is 0, which is refused with the lawful range; a way that is none is the usual one. */
    private static Ballots.Plan plan(Map<String, String> typed) {
        String choose = typed.getOrDefault("choose", "").strip();
        return new Ballots.Plan(
                choose.matches("\\d{1,3}") ? Integer.parseInt(choose) : 0,
                named(Preset.values(), typed.getOrDefault("preset", ""), Preset.MAJORITY_THEN_PLURALITY),
                named(Basis.values(), typed.getOrDefault("base", ""), Basis.ALL_MEMBERS),
                named(Secrecy.values(), typed.getOrDefault("secrecy", ""), Secrecy.PAPER_TWO_TELLERS),
                typed.containsKey("again"),
                typed.getOrDefault("method", ""));
    }

    private static <E extends Enum<E>> E named(E[] all, String name, E usual) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(usual);
    }
}
