package org.yicheng.debate.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.DebateRules.When;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Moves motions along the workflow that their body's rules declare. */
@Component
class Workflows {

    private final MotionRows rows;
    private final MotionVotes votes;
    private final Debating debating;
    private final Halls halls;
    private final Acts acts;
    private final Clock clock;

    Workflows(MotionRows rows, MotionVotes votes, Debating debating, Halls halls, Acts acts, Clock clock) {
        this.rows = rows;
        this.votes = votes;
        this.debating = debating;
        this.halls = halls;
        this.acts = acts;
        this.clock = clock;
    }

    DebateRules.Stage stage(Motion motion) {
        return debating.rules(motion.body()).workflow().state(motion.state()).stage();
    }

    Bilingual name(Motion motion) {
        return debating.rules(motion.body()).workflow().state(motion.state()).name();
    }

    Ruling<Motion> byHand(UUID id, String move, Motions.Saying saying) {
        Motion motion = rows.known(id);
        DebateRules rules = debating.rules(motion.body());
        Optional<DebateRules.Move> declared = rules.workflow().move(move).filter(each -> each.when() == When.HAND);
        List<Refusal> reasons = faults(motion, declared, move, saying);
        reasons.addAll(votes.underWay(id));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        String said = saying.consent().isBlank() ? saying.reason() : saying.consent() + "　" + saying.reason();
        return Ruling.granted(take(motion, declared.orElseThrow(), said.strip(), Permission.SITTING_PREPARE));
    }

    private List<Refusal> faults(
            Motion motion, Optional<DebateRules.Move> declared, String move, Motions.Saying saying) {
        List<Refusal> reasons = new ArrayList<>();
        if (declared.isEmpty()) {
            reasons.add(Refusal.at("move", "debate.move-unknown", "value", move));
            return reasons;
        }
        DebateRules.Move way = declared.get();
        if (!way.from().contains(motion.state())) {
            reasons.add(Refusal.by(
                    way.source(),
                    "debate.move-not-from-here",
                    "move",
                    way.name(),
                    "number",
                    motion.number(),
                    "state",
                    name(motion)));
        }
        for (DebateRules.Need need : way.needs()) {
            switch (need) {
                case REASON -> {
                    if (saying.reason().isBlank() || saying.reason().length() > 1_000) {
                        reasons.add(Refusal.at("reason", "debate.reason-missing", "move", way.name()));
                    }
                }
                case CONSENT -> {
                    if (saying.consent().isBlank() || saying.consent().length() > 200) {
                        reasons.add(Refusal.at("consent", "debate.consent-missing"));
                    }
                }
                case RECONSIDERATION -> reasons.addAll(reconsiderationFaults(motion, saying.signers()));
            }
        }
        return reasons;
    }

    /** More than half of the signers, and in time before the meeting. */
    private List<Refusal> reconsiderationFaults(Motion motion, int signers) {
        DebateRules.Reconsideration rule = debating.rules(motion.body()).reconsideration();
        List<Refusal> reasons = new ArrayList<>();
        long required = rule.share().threshold(motion.signers());
        if (signers < required || signers > motion.signers()) {
            reasons.add(Refusal.by(
                    rule.share().source(),
                    "debate.reconsideration-signers",
                    "all",
                    motion.signers(),
                    "required",
                    required,
                    "actual",
                    signers));
        }
        Instant now = clock.instant();
        motion.meetingAt()
                .map(at -> at.minus(Duration.ofMinutes(rule.minutes())))
                .filter(now::isAfter)
                .ifPresent(until -> reasons.add(Refusal.by(
                        rule.share().source(),
                        "debate.reconsideration-late",
                        "hours",
                        rule.minutes() / 60,
                        "seconds",
                        Math.max(1, Duration.between(until, now).toSeconds()))));
        return reasons;
    }

    Ruling<Question> list(UUID id, String move, Sitting sitting, Motions.Saying saying, VotingMode mode) {
        Motion motion = rows.known(id);
        Optional<DebateRules.Move> declared =
                debating.rules(motion.body()).workflow().move(move).filter(each -> each.when() == When.VOTE);
        List<Refusal> reasons = faults(motion, declared, move, saying);
        reasons.addAll(votes.listFaults(motion, sitting));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        return Ruling.granted(votes.listMove(motion, declared.orElseThrow(), sitting, saying.reason(), mode));
    }

    /** A question about the whole motion moved on: the workflow follows, where it declares a move. */
    void follow(UUID id, When when) {
        Motion motion = rows.locked(id);
        debating.rules(motion.body()).workflow().from(motion.state(), when).stream()
                .findFirst()
                .ifPresent(move -> take(motion, move, "", Permission.QUESTION_MOVE));
    }

    /** The vote on a move was carried. */
    void carried(UUID id, String move) {
        Motion motion = rows.locked(id);
        debating.rules(motion.body())
                .workflow()
                .move(move)
                .filter(declared -> declared.from().contains(motion.state()))
                .ifPresent(declared -> take(motion, declared, motion.reason(), Permission.QUESTION_MOVE));
    }

    private Motion take(Motion motion, DebateRules.Move move, String said, Permission as) {
        rows.state(motion.id(), move.to(), said);
        if (debating.rules(motion.body()).workflow().state(move.to()).stage() == DebateRules.Stage.ENDED
                && move.when() != When.REJECTED) {
            // What is no longer before the assembly can't be voted on.
            votes.withdrawListed(motion.id(), "debate:");
        }
        halls.changed(motion.body(), motion.subject());
        acts.write(
                as,
                Optional.of(move.source()),
                "debate.motion.move",
                JdbcMotions.subject(motion.id()),
                "move",
                move.id(),
                "from",
                motion.state(),
                "to",
                move.to());
        return rows.known(motion.id());
    }
}
