package org.yicheng.congress.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.AssemblyEvent.ElectionMoved;
import org.yicheng.assembly.AssemblyEvent.QuestionDecided;
import org.yicheng.assembly.AssemblyEvent.QuestionPutAgain;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionGuard;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Decision;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Occasion;
import org.yicheng.document.Papers;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What a session says to the steps of its elections, and what its meetings' votes mean for them. */
@Component
class ElectionConsequences implements ElectionGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ElectionConsequences.class);

    private static final String SESSION = "congress-session:";
    private static final String QUESTION = "congress-election:";

    /** Steps that happen in the plenary, before everybody. */
    private static final Set<ElectionStep> IN_PLENARY = EnumSet.of(ElectionStep.ANNOUNCE);

    private final Sessions sessions;
    private final SessionKinds kinds;
    private final SessionElections own;
    private final Elections elections;
    private final Scrutiny scrutiny;
    private final Sittings sittings;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Papers papers;
    private final JdbcClient jdbc;

    ElectionConsequences(
            Sessions sessions,
            SessionKinds kinds,
            @org.springframework.context.annotation.Lazy SessionElections own,
            @org.springframework.context.annotation.Lazy Elections elections,
            Scrutiny scrutiny,
            Sittings sittings,
            Decisions decisions,
            Accounts accounts,
            Papers papers,
            JdbcClient jdbc) {
        this.sessions = sessions;
        this.kinds = kinds;
        this.own = own;
        this.elections = elections;
        this.scrutiny = scrutiny;
        this.sittings = sittings;
        this.decisions = decisions;
        this.accounts = accounts;
        this.papers = papers;
        this.jdbc = jdbc;
    }

    private Optional<Session> of(Election election) {
        return election.subject().startsWith(SESSION)
                ? sessions.byId(election.subject().substring(SESSION.length()))
                : Optional.empty();
    }

    @Override
    public List<Refusal> before(Election election, ElectionStep step, Optional<UUID> question) {
        return of(election)
                .map(session -> reasons(session, election, step, question))
                .orElse(List.of());
    }

    private List<Refusal> reasons(Session session, Election election, ElectionStep step, Optional<UUID> question) {
        List<Refusal> reasons = new ArrayList<>();
        boolean later = step == ElectionStep.PROCLAIM || step == ElectionStep.TAKE_OATH;
        Set<Session.State> allowed = later
                ? EnumSet.of(Session.State.IN_SESSION, Session.State.CLOSED)
                : EnumSet.of(Session.State.IN_SESSION);
        if (!allowed.contains(session.state())) {
            reasons.add(Refusal.by(
                    step.ground(election),
                    "congress.session-state",
                    "session",
                    session.shortName(),
                    "state",
                    StateWord.of(session.state()),
                    "needed",
                    StateWord.all(allowed)));
        }
        if (step == ElectionStep.ADOPT_METHOD && election.follows().isEmpty() && !election.projects()) {
            reasons.addAll(decisions.missing(session.id(), kinds.of(session), Decision.ELECTION_METHOD));
        }
        question.filter(asked -> !decides(asked, election, step))
                .ifPresent(asked -> reasons.add(Refusal.by(
                        step.ground(election), "congress.election-other-question", "title", election.title())));
        if (IN_PLENARY.contains(step) && !plenaryOpen(session)) {
            reasons.add(Refusal.by(step.ground(election), "congress.election-in-plenary", "title", election.title()));
        }
        // A result that was annulled leaves its proclamation behind; the new one needs its own: another version, not
        // issued before (papers are dated to the second).
        List<Elections.Superseded> superseded = elections.superseded(election.id());
        Instant since = superseded.stream()
                .map(Elections.Superseded::annulled)
                .reduce(Instant.EPOCH, (_, last) -> last)
                .truncatedTo(ChronoUnit.SECONDS);
        boolean proclaimed = papers.ofSubject("election:" + election.id()).stream()
                .anyMatch(paper -> paper.kind().equals("proclamation")
                        && !paper.issuedAt().isBefore(since)
                        && (paper.version() > superseded.size()
                                || paper.issuedAt().isAfter(since)));
        if (step == ElectionStep.PROCLAIM && !proclaimed) {
            reasons.add(
                    Refusal.by(step.ground(election), "congress.election-no-proclamation", "title", election.title()));
        }
        SessionElections.Approval approval = own.approval(election.id());
        if (step == ElectionStep.TAKE_OATH
                && approval.needed()
                && approval.reference().isEmpty()) {
            reasons.add(Refusal.by(
                    org.yicheng.rule.Citation.of(org.yicheng.rule.Law.ORGANIC, "11(6)"),
                    "congress.election-approval-missing",
                    "title",
                    election.title()));
        }
        return reasons;
    }

    private boolean plenaryOpen(Session session) {
        return sittings.ofSubject(session.subject()).stream()
                .anyMatch(sitting -> sitting.kind() == Sitting.Kind.PLENARY && sitting.state() == Sitting.State.OPEN);
    }

    private boolean decides(UUID question, Election election, ElectionStep step) {
        return own.asked(election.id()).stream()
                .anyMatch(asked -> asked.question().equals(question)
                        && asked.matter().step().equals(Optional.of(step)));
    }

    /** OL 29(2): the plenary decides whether the seats left are filled in this session. */
    @Override
    public List<Refusal> beforeFollowing(Election election, Occasion occasion) {
        // Whether places left are voted on again is said by the method of a ballot on projects.
        if (of(election).isEmpty() || occasion != Occasion.SUPPLEMENTARY || election.projects()) {
            return List.of();
        }
        boolean decided = jdbc.sql("""
                        select count(*) from congress.election_question
                         where election = :election and matter = 'SUPPLEMENTARY' and decided
                        """)
                        .param("election", election.id())
                        .query(Integer.class)
                        .single()
                > 0;
        return decided
                ? List.of()
                : List.of(Refusal.by(
                        ElectionMatter.SUPPLEMENTARY.ground(),
                        "congress.election-supplementary-undecided",
                        "title",
                        election.title()));
    }

    /** A vote that was void because the devices failed is taken by hands: it decides the same elections' matters. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void putAgain(QuestionPutAgain event) {
        jdbc.sql("""
                        insert into congress.election_question (question, election, matter)
                        select :again, election, matter from congress.election_question where question = :first
                        """)
                .param("again", event.again().id())
                .param("first", event.first().id())
                .update();
    }

    /** A declared vote of the right meeting takes effect on every election it was put for. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(QuestionDecided event) {
        boolean adopted = event.outcome().result() == Outcome.Result.ADOPTED;
        if (!event.question().subject().startsWith(QUESTION)) {
            return;
        }
        jdbc.sql("update congress.election_question set decided = :adopted where question = :question")
                .param("adopted", adopted)
                .param("question", event.question().id())
                .update();
        if (!adopted) {
            return;
        }
        record Row(UUID election, ElectionMatter matter) {}
        List<Row> rows = jdbc.sql("select election, matter from congress.election_question where question = :question")
                .param("question", event.question().id())
                .query((row, _) ->
                        new Row(row.getObject("election", UUID.class), ElectionMatter.valueOf(row.getString("matter"))))
                .list();
        for (Row row : rows) {
            row.matter()
                    .step()
                    .ifPresent(
                            step -> take(row.election(), step, event.question().id()));
        }
    }

    /** A step that cannot be taken any more does not hold up the declaration; the election's page says why. */
    private void take(UUID election, ElectionStep step, UUID question) {
        if (elections.decided(election, step, question) instanceof Ruling.Refused<Election>(List<Refusal> reasons)) {
            LOG.warn(
                    "election {} did not take {}: {}",
                    election,
                    step,
                    reasons.stream().map(Refusal::code).toList());
        }
    }

    /** Those adopted as scrutineers may do what scrutineers do. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(ElectionMoved event) {
        if (event.step() != ElectionStep.ADOPT_SCRUTINEERS
                || of(event.election()).isEmpty()) {
            return;
        }
        accounts.giveRoles(
                scrutiny.scrutineers(event.election().id()).stream()
                        .flatMap(one -> accounts.byPerson(one.member().person()).stream())
                        .map(Accounts.Account::id)
                        .toList(),
                Role.SCRUTINEER,
                event.election().body());
    }
}
