package org.yicheng.demo.city;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Secrecy;
import org.yicheng.assembly.Sitting;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.rule.Ruling;

/** The electronic ballots of the demo session's last plenary, from their papers to the announcement. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class CourseBallots {

    private final DemoCity city;
    private final Personas personas;
    private final Bodies bodies;
    private final Elections elections;
    private final SessionElections ofSession;
    /** Papers put in, by election and member number: the same paper is not tried every second. */
    private final Set<String> voted = new HashSet<>();

    /** Ballots in which everybody has voted whom the visitor does not play. */
    private final Set<String> finished = new HashSet<>();

    CourseBallots(DemoCity city, Personas personas, Bodies bodies, Elections elections, SessionElections ofSession) {
        this.city = city;
        this.personas = personas;
        this.bodies = bodies;
        this.elections = elections;
        this.ofSession = ofSession;
    }

    /** What follows a look at the ballots. */
    enum Move {
        /** A ballot took a step. */
        STEPPED,
        /** All are counted: the plenary pauses until the presidium has decided. */
        TO_PRESIDIUM,
        /** Nothing of a ballot is to be done now. */
        GO_ON
    }

    /** The script's election and the ballot on the livelihood projects; not what a visitor drafts beside them. */
    private List<Election> of(Session session) {
        return ofSession.of(session.id()).stream()
                .filter(election -> election.terms().secrecy() == Secrecy.ELECTRONIC_UNRECORDED)
                .filter(election -> election.projects()
                        || election.title()
                                .equals(city.script().demo().later().election().title()))
                .toList();
    }

    /** Puts the scrutineers of all lists that are final to the plenary, in one vote. */
    void supervised(Session session, Sitting plenary) {
        List<UUID> listed = of(session).stream()
                .filter(election -> election.state() == State.LIST_FINAL)
                .map(Election::id)
                .toList();
        if (!listed.isEmpty()) {
            ofSession
                    .ask(session.id(), plenary.id(), ElectionMatter.SCRUTINEERS, listed)
                    .orThrow();
        }
    }

    /** The next step in the plenary that votes: one ballot after the other is counted, then all are confirmed. */
    Move step(Session session, Sitting plenary) {
        boolean last = plenary.kind() == Sitting.Kind.PLENARY
                && plenary.number() == city.script().demo().later().plenaries().size();
        List<Election> all = last ? of(session) : List.of();
        Optional<Election> open = all.stream()
                .filter(election -> election.state().compareTo(State.SCRUTINEERS_ADOPTED) >= 0
                        && election.state().compareTo(State.COUNTED) < 0)
                .findFirst();
        if (open.isPresent()) {
            vote(open.get(), plenary);
            return Move.STEPPED;
        }
        if (all.stream().anyMatch(election -> election.state() == State.COUNTED)) {
            return Move.TO_PRESIDIUM;
        }
        Optional<Election> confirmed = all.stream()
                .filter(election -> election.state() == State.VALIDITY_DECIDED)
                .findFirst();
        confirmed.ifPresent(
                election -> elections.take(election.id(), ElectionStep.ANNOUNCE).orThrow());
        return confirmed.isPresent() ? Move.STEPPED : Move.GO_ON;
    }

    private void vote(Election election, Sitting plenary) {
        UUID id = election.id();
        switch (election.state()) {
            case SCRUTINEERS_ADOPTED, VOID -> scrutineer(() -> elections.issue(id, plenary.id(), 0, List.of()));
            case PAPERS_ISSUED -> elections.take(id, ElectionStep.OPEN_VOTING).orThrow();
            case VOTING -> {
                if (finished.contains(ballot(election))) {
                    scrutineer(() -> elections.collect(id, 0, List.of()));
                }
            }
            case COLLECTED -> elections.take(id, ElectionStep.DECLARE_VALID).orThrow();
            default -> scrutineer(() -> elections.take(id, ElectionStep.COUNT));
        }
    }

    private void scrutineer(Supplier<Ruling<Election>> act) {
        personas.caller("scrutineer").run(() -> act.get().orThrow());
    }

    /** Puts the validity of what is counted to a presidium meeting; nothing if the visitor has done so. */
    void toPresidium(Session session, Sitting presidium) {
        of(session).stream()
                .filter(election -> election.state() == State.COUNTED)
                .forEach(election -> ofSession
                        .ask(session.id(), presidium.id(), ElectionMatter.VALIDITY, List.of(election.id()))
                        .orThrow());
    }

    /** Members put their papers in, as many as given. */
    void crowd(Session session, Sitting plenary, Set<UUID> visitors, Set<String> present, int many) {
        Optional<Election> open = elections
                .ofSitting(plenary.id())
                .filter(election -> election.state() == Election.State.VOTING)
                .filter(election -> election.subject().equals(session.subject()))
                .filter(election -> election.terms().secrecy() == Secrecy.ELECTRONIC_UNRECORDED);
        if (open.isEmpty()) {
            return;
        }
        Election election = open.get();
        List<Member> next = bodies.membersOf(plenary.body()).stream()
                .filter(member -> present.contains(member.number()) && !visitors.contains(member.person()))
                .filter(member -> voted.add(ballot(election) + member.number()))
                .limit(many)
                .toList();
        if (next.isEmpty()) {
            finished.add(ballot(election));
        }
        int candidates = elections.candidates(election.id()).size();
        for (Member member : next) {
            String marks = marks(election, member.number(), candidates);
            personas.caller(member)
                    .run(() -> elections.cast(
                            election.id(), member.person(), new BallotPaper(marks, List.of(), false), "demo"));
        }
    }

    private static String ballot(Election election) {
        return election.id() + "/" + election.attempt() + "/";
    }

    private static String marks(Election election, String number, int candidates) {
        int seats = election.terms().seats();
        return election.projects() ? ofProjects(number, candidates, seats) : ofPersons(number, candidates, seats);
    }

    /** The earlier a project stands on the paper, the more approve it; each paper approves as many as are chosen. */
    private static String ofProjects(String number, int projects, int choose) {
        List<Integer> liked = IntStream.range(0, projects)
                .boxed()
                .sorted(Comparator.comparingInt(at -> 8 * at + lot(number + "/project/" + at)))
                .limit(choose)
                .toList();
        StringBuilder marks = new StringBuilder();
        for (int at = 0; at < projects; at++) {
            marks.append(liked.contains(at) ? 'Y' : 'N');
        }
        return marks.toString();
    }

    /** 0 to 99, scattered: texts that differ in one place are far apart. */
    private static int lot(String text) {
        return new SplittableRandom(text.hashCode()).nextInt(100);
    }

    /** Most approve the first of the list, some the last instead of one of them. */
    private static String ofPersons(String number, int candidates, int seats) {
        int lot = Math.floorMod((number + "/ballot").hashCode(), 10);
        int approved = Math.min(seats, candidates);
        StringBuilder marks = new StringBuilder("Y".repeat(approved));
        marks.append("N".repeat(candidates - approved));
        if (lot < Math.min(2, approved) && candidates > approved) {
            marks.setCharAt(lot, 'N');
            marks.setCharAt(candidates - 1, 'Y');
        }
        return marks.toString();
    }
}
