package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Nominations;
import org.yicheng.assembly.Nominations.Nomination;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** An election on a delegate's phone: nominate and sign, read who stands, fill in the paper, check it, put it in. */
@Controller
@Needs(Permission.VOTE)
public class ElectionPhonePages {

    private final Elections elections;
    private final Nominations nominations;
    private final Bodies bodies;
    private final Sittings sittings;
    private final ElectionScope scope;
    private final Pages pages;

    ElectionPhonePages(
            Elections elections,
            Nominations nominations,
            Bodies bodies,
            Sittings sittings,
            ElectionScope scope,
            Pages pages) {
        this.elections = elections;
        this.nominations = nominations;
        this.bodies = bodies;
        this.sittings = sittings;
        this.scope = scope;
        this.pages = pages;
    }

    /** @param own the nominations this member has signed */
    public record NominateView(
            Election election,
            boolean demo,
            int required,
            String ground,
            List<Nomination> nominations,
            List<UUID> own,
            String number,
            List<Refusal> reasons) {}

    @GetMapping("/elections/{id}/nominate")
    View nominate(@PathVariable UUID id) {
        return nominate(scope.election(id, Permission.VOTE), List.of());
    }

    private View nominate(Election election, List<Refusal> reasons) {
        UUID person = ElectionApi.person(election.id());
        String number = bodies.memberOf(election.body(), person)
                .map(member -> member.number())
                .orElse("");
        Nominations.JointRule rule = nominations.jointRule(election);
        List<Nomination> all = nominations.of(election.id());
        List<UUID> own = all.stream()
                .filter(one -> nominations.signatures(one.id()).stream()
                        .anyMatch(signature -> signature.member().equals(number) && signature.counts()))
                .map(Nomination::id)
                .toList();
        return pages.show(
                "assembly/nominate",
                new NominateView(
                        election,
                        bodies.byId(election.body()).orElseThrow().demo(),
                        rule.signers(),
                        rule.source().key(),
                        all,
                        own,
                        number,
                        reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    @PostMapping("/elections/{id}/nominate")
    Object begin(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String nominee,
            @RequestParam(defaultValue = "") String profile) {
        Election election = scope.election(id, Permission.VOTE);
        boolean member = bodies.memberByNumber(election.body(), nominee.strip()).isPresent();
        return nominated(
                election,
                nominations.begin(
                        id,
                        ElectionApi.person(id),
                        new Nominations.Nominee(
                                member ? Optional.of(nominee.strip()) : Optional.empty(),
                                member ? Optional.empty() : Optional.of(nominee.strip()),
                                profile)));
    }

    private Object nominated(Election election, Ruling<Nomination> ruling) {
        return ruling instanceof Ruling.Refused<Nomination>(List<Refusal> reasons)
                ? nominate(election, reasons)
                : HallPages.to("/elections/" + election.id() + "/nominate");
    }

    @PostMapping("/elections/{id}/nominate/{nomination}")
    Object sign(@PathVariable UUID id, @PathVariable UUID nomination, @RequestParam("do") String act) {
        Election election = scope.election(id, Permission.VOTE);
        UUID person = ElectionApi.person(id);
        return nominated(
                election,
                switch (act) {
                    case "sign" -> nominations.sign(nomination, person);
                    case "unsign" -> nominations.unsign(nomination, person);
                    case "submit" -> nominations.submit(nomination, person);
                    default -> throw new IllegalArgumentException("no such act: " + act);
                });
    }

    /**
     * A paper on the phone.
     *
     * @param marks chosen so far, one letter a candidate
     * @param names written in so far, one a line
     * @param checking whether this is the page on which the paper is checked before it goes into the box
     */
    public record PaperView(
            Election election,
            List<Elections.Candidate> candidates,
            String marks,
            String names,
            boolean checking,
            boolean voted,
            boolean signedIn,
            String key,
            List<Refusal> reasons) {

        public boolean open() {
            return election.state() == Election.State.VOTING
                    && !election.terms().secrecy().onPaper()
                    && !voted;
        }

        /** The number given to a project; 0 for none. */
        public int number(int place) {
            return BallotPaper.number(mark(place));
        }

        /** The numbers that can be given. */
        public List<Integer> numbers() {
            return IntStream.rangeClosed(1, election.terms().seats()).boxed().toList();
        }

        /** What is numbered, in its order. */
        public List<Elections.Candidate> ranking() {
            return candidates.stream()
                    .filter(candidate -> number(candidate.place()) > 0)
                    .sorted(java.util.Comparator.comparing(candidate -> number(candidate.place())))
                    .toList();
        }

        public List<Elections.Candidate> unranked() {
            return candidates.stream()
                    .filter(candidate -> number(candidate.place()) == 0)
                    .toList();
        }

        /** How the paper is to be filled in. */
        public String rule() {
            if (election.ranked()) {
                return "assembly.number-at-most";
            }
            if (!election.projects()) {
                return "assembly.choose-at-most";
            }
            return election.terms().margin().orElse(0) == 0
                    ? "assembly.choose-each"
                    : "assembly.choose-at-most-projects";
        }

        public char mark(int place) {
            return place <= marks.length() ? marks.charAt(place - 1) : 'A';
        }

        /** for, against, abstain: icon and colour of a mark. */
        public static String kind(char mark) {
            return switch (mark) {
                case 'Y' -> "for";
                case 'N' -> "against";
                default -> "abstain";
            };
        }

        public List<String> written() {
            return new BallotPaper("", ElectionView.lines(names), false).writeIns();
        }

        /** Which words stand below: in the box, not signed in, on paper, not open, over. */
        public String word() {
            if (voted) {
                return "in-box";
            }
            if (election.terms().secrecy().onPaper()) {
                return "on-paper";
            }
            if (election.state() != Election.State.VOTING) {
                boolean over = election.state().compareTo(Election.State.VOTING) > 0
                        && election.state() != Election.State.VOID;
                return over ? "over" : "not-open";
            }
            return signedIn ? "fill-in" : "not-signed-in";
        }
    }

    @GetMapping("/elections/{id}/ballot")
    View ballot(@PathVariable UUID id) {
        return paper(scope.election(id, Permission.VOTE), "", "", false, List.of());
    }

    private View paper(Election election, String marks, String names, boolean checking, List<Refusal> reasons) {
        UUID person = ElectionApi.person(election.id());
        return pages.show(
                "assembly/paperballot",
                new PaperView(
                        election,
                        elections.candidates(election.id()),
                        marks,
                        names,
                        checking,
                        elections.voted(election.id(), person),
                        election.ballot()
                                .sitting()
                                .filter(sitting -> sittings.present(sitting, person))
                                .isPresent(),
                        UUID.randomUUID().toString(),
                        reasons),
                reasons.isEmpty() ? 200 : 409);
    }

    /** Nothing is stored here: the paper goes with the page until it is put in. */
    @PostMapping("/elections/{id}/ballot")
    View check(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Election election = scope.election(id, Permission.VOTE);
        List<Elections.Candidate> candidates = elections.candidates(id);
        StringBuilder marks = new StringBuilder();
        for (Elections.Candidate candidate : candidates) {
            String mark = typed.getOrDefault("mark-" + candidate.place(), "A");
            marks.append(mark.matches(election.ranked() ? "[1-9a-z]" : "[YN]") ? mark : "A");
        }
        String names = typed.getOrDefault("names", "");
        boolean back = typed.containsKey("back");
        List<Refusal> reasons = new ArrayList<>();
        if (!back) {
            reasons.addAll(
                    elections.wouldRefuse(id, new BallotPaper(marks.toString(), ElectionView.lines(names), false)));
        }
        return paper(election, marks.toString(), names, !back && reasons.isEmpty(), reasons);
    }

    @PostMapping("/elections/{id}/ballot/box")
    Object cast(
            @PathVariable UUID id,
            @RequestParam String marks,
            @RequestParam(defaultValue = "") String names,
            @RequestParam String key) {
        Election election = scope.election(id, Permission.VOTE);
        Ruling<Elections.InBox> ruling =
                elections.cast(id, ElectionApi.person(id), ElectionApi.paper(marks, ElectionView.lines(names)), key);
        return ruling instanceof Ruling.Refused<Elections.InBox>(List<Refusal> reasons)
                ? paper(election, marks, names, false, reasons)
                : HallPages.to("/elections/" + id + "/ballot");
    }
}
