package org.yicheng.assembly.pages;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Scrutiny.Batch;
import org.yicheng.assembly.Scrutiny.Identity;
import org.yicheng.assembly.Scrutiny.Settlement;
import org.yicheng.assembly.Scrutiny.WrittenName;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The scrutineers' desk: papers handed out and collected, doubtful papers, names written in, the count. */
@Controller
@Needs(Permission.BALLOT_SCRUTINISE)
public class ScrutinyPages {

    private final Elections elections;
    private final Scrutiny scrutiny;
    private final Bodies bodies;
    private final Sittings sittings;
    private final ElectionScope scope;
    private final Pages pages;

    ScrutinyPages(
            Elections elections,
            Scrutiny scrutiny,
            Bodies bodies,
            Sittings sittings,
            ElectionScope scope,
            Pages pages) {
        this.elections = elections;
        this.scrutiny = scrutiny;
        this.bodies = bodies;
        this.sittings = sittings;
        this.scope = scope;
        this.pages = pages;
    }

    /**
     * @param sitting the body's open sitting, if there is one
     * @param alike members to choose from, by written name
     * @param doubts what the device read of doubtful papers, by batch and place
     * @param against what stands against counting
     */
    public record ScrutinyView(
            Election election,
            boolean demo,
            Optional<Sitting> sitting,
            int present,
            List<Elections.Candidate> candidates,
            List<Batch> batches,
            List<WrittenName> names,
            Map<String, List<Member>> alike,
            List<Refusal> against,
            List<Refusal> reasons) {

        public String path() {
            return "/elections/" + election.id() + "/scrutiny";
        }

        public boolean is(State... states) {
            return List.of(states).contains(election.state());
        }

        public boolean onPaper() {
            return election.terms().secrecy().onPaper();
        }

        public List<Member> alike(WrittenName name) {
            return alike.getOrDefault(name.written(), List.of());
        }
    }

    @GetMapping("/elections/{id}/scrutiny")
    View desk(@PathVariable UUID id) {
        return desk(scope.election(id, Permission.BALLOT_SCRUTINISE), List.of());
    }

    private View desk(Election election, List<Refusal> reasons) {
        UUID id = election.id();
        Optional<Sitting> sitting = sittings.ofBody(election.body()).stream()
                .filter(one -> one.state() == Sitting.State.OPEN)
                .reduce((_, last) -> last);
        boolean reading = election.state().compareTo(State.BALLOT_VALID) >= 0;
        List<WrittenName> names = reading ? scrutiny.writtenNames(id) : List.of();
        Map<String, List<Member>> alike = new TreeMap<>();
        names.forEach(name -> alike.put(name.written(), scrutiny.alike(id, name.written())));
        List<Refusal> against = elections.possible(id).stream()
                .filter(possible -> possible.step() == ElectionStep.COUNT)
                .flatMap(possible -> possible.against().stream())
                .toList();
        return pages.show(
                "assembly/scrutiny",
                new ScrutinyView(
                        election,
                        bodies.byId(election.body()).orElseThrow().demo(),
                        sitting,
                        sitting.map(one -> sittings.roll(one.id()).present()).orElse(0),
                        elections.candidates(id),
                        reading ? scrutiny.batches(id) : List.of(),
                        names,
                        alike,
                        against,
                        reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    private Object answer(UUID id, Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons)
                ? desk(elections.byId(id).orElseThrow(), reasons)
                : HallPages.to("/elections/" + id + "/scrutiny");
    }

    @PostMapping("/elections/{id}/scrutiny/issue")
    Object issue(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sitting,
            @RequestParam(defaultValue = "0") int issued,
            @RequestParam(defaultValue = "") String notReceived) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return answer(id, elections.issue(id, sitting, issued, ElectionPages.numbers(notReceived)));
    }

    @PostMapping("/elections/{id}/scrutiny/collect")
    Object collect(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int collected,
            @RequestParam(defaultValue = "") String notReturned) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return answer(id, elections.collect(id, collected, ElectionPages.numbers(notReturned)));
    }

    @PostMapping("/elections/{id}/scrutiny/count")
    Object count(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return answer(id, elections.take(id, ElectionStep.COUNT));
    }

    @PostMapping("/elections/{id}/scrutiny/scan")
    Object scan(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "CSV") Scrutiny.FileFormat format,
            @RequestParam MultipartFile file)
            throws IOException {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return answer(id, scrutiny.scan(id, format, file.getBytes()));
    }

    @PostMapping("/elections/{id}/scrutiny/batches/{batch}/papers/{paper}")
    Object review(
            @PathVariable UUID id,
            @PathVariable int batch,
            @PathVariable int paper,
            @RequestParam(defaultValue = "") String marks,
            @RequestParam(defaultValue = "") String names,
            @RequestParam(defaultValue = "false") boolean unreadable) {
        Election election = scope.election(id, Permission.BALLOT_SCRUTINISE);
        return switch (TypedPaper.read(marks, names, unreadable, election.ranked())) {
            case Ruling.Refused<org.yicheng.assembly.BallotPaper> refused -> answer(id, refused);
            case Ruling.Granted<org.yicheng.assembly.BallotPaper> read ->
                answer(id, scrutiny.review(id, batch, paper, read.value()));
        };
    }

    /** {@code meant} is a member's number, {@code UNIDENTIFIABLE}, {@code INELIGIBLE}, or empty for somebody else. */
    @PostMapping("/elections/{id}/scrutiny/names")
    Object settle(
            @PathVariable UUID id,
            @RequestParam String written,
            @RequestParam(defaultValue = "") String meant,
            @RequestParam(defaultValue = "") String outsider,
            @RequestParam(defaultValue = "") String reason) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        boolean nobody = meant.equals(Identity.UNIDENTIFIABLE.name()) || meant.equals(Identity.INELIGIBLE.name());
        Identity identity = nobody ? Identity.valueOf(meant) : Identity.PERSON;
        return answer(
                id,
                scrutiny.settle(
                        id,
                        new Settlement(
                                written,
                                identity,
                                nobody || meant.isBlank() ? Optional.empty() : Optional.of(meant),
                                nobody || outsider.isBlank() || !meant.isBlank()
                                        ? Optional.empty()
                                        : Optional.of(outsider),
                                reason)));
    }
}
