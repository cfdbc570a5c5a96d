package org.yicheng.debate.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.VotingMode;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Change;
import org.yicheng.debate.DebateRules;
import org.yicheng.debate.Debating;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.party.Permission;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Motions from tabling to the final text; every move locks the motion's row. */
@Component
class JdbcMotions implements Motions {

    static final Citation STATES = Citation.of(Law.PRODUCT, "debate.states");

    private final MotionRows rows;
    private final AmendmentRows amendments;
    private final Amending amending;
    private final Workflows workflows;
    private final MotionVotes votes;
    private final Texts texts;
    private final Questions questions;
    private final Debating debating;
    private final Halls halls;
    private final Acts acts;
    private final Clock clock;

    JdbcMotions(
            MotionRows rows,
            AmendmentRows amendments,
            Amending amending,
            Workflows workflows,
            MotionVotes votes,
            Texts texts,
            Questions questions,
            Debating debating,
            Halls halls,
            Acts acts,
            Clock clock) {
        this.rows = rows;
        this.amendments = amendments;
        this.amending = amending;
        this.workflows = workflows;
        this.votes = votes;
        this.texts = texts;
        this.questions = questions;
        this.debating = debating;
        this.halls = halls;
        this.acts = acts;
        this.clock = clock;
    }

    static String subject(UUID motion) {
        return "motion:" + motion;
    }

    @Override
    @Transactional
    public Ruling<Motion> table(String sitting, Tabled motion) {
        Sitting held = halls.sitting(sitting);
        List<Refusal> reasons = faults(motion.title(), motion.paragraphs());
        if (motion.proposer().isBlank() || motion.proposer().length() > 100) {
            reasons.add(Refusal.at(
                    "proposer",
                    "debate.title-length",
                    "value",
                    motion.proposer().length(),
                    "most",
                    100));
        }
        if (motion.signers() < 0 || motion.signers() > 10_000) {
            reasons.add(Refusal.at("signers", "debate.place-range", "value", motion.signers(), "most", 10_000));
        }
        if (rows.of(held.body(), held.subject()).size() >= MOST_MOTIONS) {
            reasons.add(Refusal.by(STATES, "debate.motions-full", "most", MOST_MOTIONS));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        String initial = debating.rules(held.body()).workflow().initial();
        UUID id = rows.insert(held.body(), held.subject(), motion, initial, clock.instant());
        return done(id, "debate.motion.table", "paragraphs", motion.paragraphs().size());
    }

    private static List<Refusal> faults(Bilingual title, List<String> paragraphs) {
        List<Refusal> reasons = new ArrayList<>();
        int length = title.zh().strip().length();
        if (length == 0 || length > 200) {
            reasons.add(Refusal.at("title", "debate.title-length", "value", length, "most", 200));
        }
        if (paragraphs.isEmpty() || paragraphs.size() > Change.MOST_PARAGRAPHS) {
            reasons.add(Refusal.at(
                    "text", "debate.paragraphs-many", "value", paragraphs.size(), "most", Change.MOST_PARAGRAPHS));
        }
        paragraphs.stream()
                .filter(text -> text.isBlank() || text.length() > Change.LONGEST_PARAGRAPH)
                .findFirst()
                .ifPresent(text -> reasons.add(Refusal.at(
                        "text", "debate.paragraph-length", "value", text.length(), "most", Change.LONGEST_PARAGRAPH)));
        return reasons;
    }

    @Override
    @Transactional
    public Ruling<Motion> rewrite(UUID motion, int version, Bilingual title, List<String> paragraphs) {
        Motion old = rows.locked(motion);
        List<Refusal> reasons = faults(title, paragraphs);
        DebateRules.MotionState state = debating.rules(old.body()).workflow().state(old.state());
        if (state.stage() != DebateRules.Stage.PREPARING) {
            reasons.add(Refusal.by(STATES, "debate.motion-fixed", "number", old.number(), "state", state.name()));
        }
        if (old.version() != version) {
            reasons.add(Refusal.plain("debate.item-stale", "version", old.version(), "value", version));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.rewrite(motion, title, paragraphs);
        return done(motion, "debate.motion.rewrite", "paragraphs", paragraphs.size());
    }

    @Override
    @Transactional
    public Ruling<Motion> meetingAt(UUID motion, Instant at) {
        Motion found = rows.locked(motion);
        DebateRules.Amendments rules = debating.rules(found.body()).amendment();
        Instant until = at.minus(Duration.ofMinutes(rules.noticeMinutes()));
        rows.meeting(motion, at, until);
        acts.write(
                Permission.SITTING_PREPARE,
                Optional.of(rules.noticeSource()),
                "debate.motion.meeting",
                subject(motion),
                "meeting",
                at,
                "until",
                until);
        halls.changed(found.body(), found.subject());
        return Ruling.granted(rows.known(motion));
    }

    @Override
    @Transactional
    public Ruling<Motion> move(UUID motion, String move, Saying saying) {
        rows.locked(motion);
        return workflows.byHand(motion, move, saying);
    }

    @Override
    @Transactional
    public Ruling<Question> listMove(UUID motion, String move, String sitting, Saying saying, VotingMode mode) {
        rows.locked(motion);
        return workflows.list(motion, move, halls.sitting(sitting), saying, mode);
    }

    @Override
    @Transactional
    public Ruling<Motion> divide(UUID motion, List<Range> parts) {
        Motion found = rows.locked(motion);
        Citation ground = debating.rules(found.body()).division();
        List<Refusal> reasons = new ArrayList<>();
        List<Range> sorted =
                parts.stream().sorted(Comparator.comparingInt(Range::from)).toList();
        int end = 0;
        for (Range part : sorted) {
            if (part.from() < 1
                    || part.to() < part.from()
                    || part.to() > found.paragraphs().size()) {
                reasons.add(Refusal.at(
                        "parts",
                        "debate.no-such-paragraph",
                        "value",
                        part.to(),
                        "most",
                        found.paragraphs().size()));
            } else if (part.from() <= end) {
                reasons.add(Refusal.by(ground, "debate.parts-overlap", "paragraph", part.from()));
            }
            end = Math.max(end, part.to());
        }
        if (rows.parts(motion).stream().anyMatch(part -> !part.state().equals("LISTED"))) {
            reasons.add(Refusal.by(ground, "debate.parts-decided", "number", found.number()));
        }
        reasons.addAll(votes.underWay(motion));
        if (workflows.stage(found) != DebateRules.Stage.DEBATED) {
            reasons.add(Refusal.by(
                    ground, "debate.motion-not-debated", "number", found.number(), "state", workflows.name(found)));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        rows.divide(motion, sorted);
        return done(motion, "debate.motion.divide", "parts", sorted.size());
    }

    @Override
    public List<Part> parts(UUID motion) {
        return rows.parts(motion);
    }

    @Override
    @Transactional
    public Ruling<Question> listNext(UUID motion, String sitting, VotingMode mode) {
        rows.locked(motion);
        return votes.listNext(motion, halls.sitting(sitting), mode);
    }

    @Override
    public Optional<Step> nextStep(UUID motion) {
        return workflows.stage(rows.known(motion)) == DebateRules.Stage.DEBATED
                ? texts.nextStep(motion)
                : Optional.empty();
    }

    @Override
    public Ruling<Amendment> draft(UUID motion, UUID person, Drafted amendment) {
        return amending.draft(motion, person, amendment);
    }

    @Override
    public Ruling<Amendment> sign(UUID amendment, UUID person) {
        return amending.sign(amendment, person);
    }

    @Override
    public Ruling<Amendment> unsign(UUID amendment, UUID person) {
        return amending.unsign(amendment, person);
    }

    @Override
    public Ruling<Amendment> file(UUID amendment, UUID person) {
        return amending.file(amendment, person);
    }

    @Override
    public Ruling<Amendment> fileOnPaper(UUID motion, Drafted amendment, List<String> members) {
        return amending.fileOnPaper(motion, amendment, members);
    }

    @Override
    public Ruling<Amendment> recommend(UUID motion, String proposer, Drafted change) {
        return amending.recommend(motion, proposer, change);
    }

    @Override
    public Ruling<Amendment> admit(UUID amendment, boolean yes, String consent) {
        return amending.admit(amendment, yes, consent);
    }

    @Override
    @Transactional
    public Ruling<Amendment> withdraw(UUID amendment, String consent) {
        List<Refusal> reasons = votes.underWayOn(amendment);
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Ruling<Amendment> ruling = amending.withdraw(amendment, consent);
        if (ruling instanceof Ruling.Granted<Amendment>(Amendment gone)) {
            votes.withdrawListed(gone.motion(), "debate:amendment:" + amendment);
        }
        return ruling;
    }

    @Override
    public Ruling<Amendment> place(UUID amendment, int place) {
        return amending.place(amendment, place);
    }

    @Override
    public Optional<Motion> byId(UUID motion) {
        return rows.byId(motion);
    }

    @Override
    public List<Motion> ofSitting(String sitting) {
        Sitting held = halls.sitting(sitting);
        return rows.of(held.body(), held.subject());
    }

    @Override
    public Optional<Amendment> amendment(UUID amendment) {
        return amendments.byId(amendment);
    }

    @Override
    public List<Amendment> amendments(UUID motion) {
        return amendments.of(motion);
    }

    @Override
    public List<Amendment> order(UUID motion) {
        return texts.order(motion);
    }

    @Override
    public Map<UUID, Integer> distances(UUID motion) {
        return texts.distances(motion);
    }

    @Override
    public List<Piece> finalText(UUID motion) {
        return texts.finalText(motion);
    }

    @Override
    public boolean open(Motion motion) {
        return debating.rules(motion.body()).workflow().state(motion.state()).open();
    }

    @Override
    public List<Question> questions(UUID motion) {
        return rows.questions(motion).stream()
                .map(questions::byId)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Question::sitting).thenComparingInt(Question::number))
                .toList();
    }

    private Ruling<Motion> done(UUID motion, String verb, Object... facts) {
        Motion now = rows.known(motion);
        halls.changed(now.body(), now.subject());
        acts.write(Permission.SITTING_PREPARE, verb, subject(motion), facts);
        return Ruling.granted(now);
    }
}
