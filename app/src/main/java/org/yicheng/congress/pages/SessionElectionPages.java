package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The elections of a session: where each stands, what its meetings still have to decide, the proclamations. */
@Controller
public class SessionElectionPages {

    private final SessionElections own;
    private final Elections elections;
    private final Sittings sittings;
    private final Papers papers;
    private final SessionScope scope;
    private final Pages pages;

    SessionElectionPages(
            SessionElections own,
            Elections elections,
            Sittings sittings,
            Papers papers,
            SessionScope scope,
            Pages pages) {
        this.own = own;
        this.elections = elections;
        this.sittings = sittings;
        this.papers = papers;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * An election on the list.
     *
     * @param proclamation its 公告, once issued
     */
    public record Line(Election election, SessionElections.Approval approval, Optional<Papers.Paper> proclamation) {}

    /** What a meeting can be asked about which elections. */
    public record Due(ElectionMatter matter, List<Election> elections, List<Sitting> meetings) {}

    /** @param typed the draft's form, when it was refused */
    public record ElectionsView(
            Session session,
            boolean clerk,
            List<Line> lines,
            List<Due> due,
            Map<String, String> typed,
            List<Refusal> reasons) {

        public String path() {
            return "/sessions/" + session.id() + "/elections";
        }

        public String value(String field, String usual) {
            return typed.getOrDefault(field, usual);
        }
    }

    @GetMapping("/sessions/{id}/elections")
    @Needs(Permission.MEMBER_DOCUMENTS)
    View list(@PathVariable String id) {
        return list(scope.session(id, Permission.MEMBER_DOCUMENTS), Map.of(), List.of());
    }

    private View list(Session session, Map<String, String> typed, List<Refusal> reasons) {
        boolean clerk = Caller.current().mayIn(session.body(), Permission.SITTING_PREPARE);
        List<Election> all = own.of(session.id());
        List<Line> lines = all.stream()
                .map(election -> new Line(
                        election,
                        own.approval(election.id()),
                        papers.ofSubject("election:" + election.id()).stream().findFirst()))
                .toList();
        return pages.show(
                "congress/elections",
                new ElectionsView(session, clerk, lines, clerk ? due(session, all) : List.of(), typed, reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    private List<Due> due(Session session, List<Election> all) {
        List<Due> due = new ArrayList<>();
        for (ElectionMatter matter : ElectionMatter.values()) {
            List<Election> ready =
                    all.stream().filter(election -> ready(election, matter)).toList();
            List<Sitting> meetings = sittings.ofSubject(session.subject()).stream()
                    .filter(sitting -> sitting.kind() == matter.meeting())
                    .filter(sitting -> sitting.closedAt().isEmpty() && sitting.state() != Sitting.State.POSTPONED)
                    .toList();
            if (!ready.isEmpty()) {
                due.add(new Due(matter, ready, meetings));
            }
        }
        return due;
    }

    private boolean ready(Election election, ElectionMatter matter) {
        if (matter.step().isEmpty()) {
            return !election.projects()
                    && election.state().compareTo(Election.State.VALIDITY_DECIDED) >= 0
                    && election.outcome()
                            .filter(result -> result.next().equals("SUPPLEMENTARY"))
                            .isPresent()
                    && elections.chain(election.id()).stream()
                            .noneMatch(next -> next.follows().equals(Optional.of(election.id())));
        }
        ElectionStep step = matter.step().get();
        return step.from().contains(election.state())
                && elections.possible(election.id()).stream()
                        .filter(possible -> possible.step() == step)
                        .allMatch(possible -> possible.against().isEmpty());
    }

    @PostMapping("/sessions/{id}/elections")
    @Needs(Permission.SITTING_PREPARE)
    Object draft(@PathVariable String id, @RequestParam Map<String, String> typed) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        List<Refusal> reasons = new ArrayList<>();
        int seats = number("seats", typed, reasons).orElse(0);
        Optional<Integer> margin = number("margin", typed, reasons);
        if (!reasons.isEmpty()) {
            return list(session, typed, reasons);
        }
        Office office = Office.valueOf(typed.getOrDefault("office", Office.DEPUTY.name()));
        String title = typed.getOrDefault("title", "").strip();
        String english = typed.getOrDefault("english", "").strip();
        Ruling<Election> ruling = own.draft(
                id,
                new Bilingual(title, english.isEmpty() ? title : english),
                Occasion.valueOf(typed.getOrDefault("occasion", Occasion.FIRST.name())),
                new Election.Terms(
                        office,
                        seats,
                        margin,
                        WriteInRule.valueOf(typed.getOrDefault("writeIn", WriteInRule.ONLY_WITH_OPPOSITION.name())),
                        Secrecy.valueOf(typed.getOrDefault("secrecy", Secrecy.PAPER_TWO_TELLERS.name())),
                        typed.containsKey("newTerm"),
                        typed.containsKey("membersOnly") || office == Office.STANDING_COMMITTEE_MEMBER),
                typed.getOrDefault("method", ""),
                typed.containsKey("approvalAbove"));
        return switch (ruling) {
            case Ruling.Refused<Election>(List<Refusal> why) -> list(session, typed, why);
            case Ruling.Granted<Election>(Election election) -> DeskPages.seeOther("/elections/" + election.id());
        };
    }

    /** A number of the form; empty where nothing was typed. */
    private static Optional<Integer> number(String field, Map<String, String> typed, List<Refusal> reasons) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,4}")) {
            reasons.add(Refusal.at(field, "congress.election-number", "value", text));
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }

    @PostMapping("/sessions/{id}/elections/questions")
    @Needs(Permission.SITTING_PREPARE)
    Object ask(
            @PathVariable String id,
            @RequestParam ElectionMatter matter,
            @RequestParam String sitting,
            @RequestParam Map<String, String> typed) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        List<UUID> chosen = typed.keySet().stream()
                .filter(key -> key.startsWith("election-"))
                .flatMap(key -> uuid(key.substring("election-".length())))
                .toList();
        Ruling<Question> ruling = own.ask(id, sitting, matter, chosen, typed.getOrDefault("reason", ""));
        return ruling instanceof Ruling.Refused<Question>(List<Refusal> reasons)
                ? list(session, new HashMap<>(), reasons)
                : DeskPages.seeOther("/sessions/" + id + "/elections");
    }

    private static Stream<UUID> uuid(String text) {
        return text.matches("[0-9a-f-]{36}") ? Stream.of(UUID.fromString(text)) : Stream.empty();
    }

    @PostMapping("/sessions/{id}/elections/{election}/proclamation")
    @Needs(Permission.SITTING_PREPARE)
    Object proclaim(@PathVariable String id, @PathVariable UUID election) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        Ruling<Papers.Paper> ruling = own.proclaim(scope.election(id, election).id());
        return ruling instanceof Ruling.Refused<Papers.Paper>(List<Refusal> reasons)
                ? list(session, Map.of(), reasons)
                : DeskPages.seeOther("/sessions/" + id + "/elections");
    }

    @PostMapping("/sessions/{id}/elections/{election}/approval")
    @Needs(Permission.SITTING_PREPARE)
    Object approve(
            @PathVariable String id, @PathVariable UUID election, @RequestParam(defaultValue = "") String reference) {
        Session session = scope.session(id, Permission.SITTING_PREPARE);
        Ruling<SessionElections.Approval> ruling =
                own.approve(scope.election(id, election).id(), reference);
        return ruling instanceof Ruling.Refused<SessionElections.Approval>(List<Refusal> reasons)
                ? list(session, Map.of(), reasons)
                : DeskPages.seeOther("/sessions/" + id + "/elections");
    }
}
