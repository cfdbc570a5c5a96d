package org.yicheng.assembly.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Question.State;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Weight;
import org.yicheng.party.Permission;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** Votes by name and questions decided without a count. */
@Component
class JdbcVoices implements Voices {

    private static final Citation LIFE = Citation.of(Law.PRODUCT, "question.states");
    private static final Citation BY_NAME = Citation.of(Law.PRODUCT, "vote.by-name");
    private static final Citation CONSENT = Citation.of(Law.ROBERTS, "4:58");
    private static final Citation DIVISION = Citation.of(Law.ROBERTS, "29:1");

    private final JdbcClient jdbc;
    private final JdbcQuestions questions;
    private final JdbcBodies bodies;
    private final NamedVotes named;
    private final Acts acts;
    private final Floor floor;

    JdbcVoices(JdbcClient jdbc, JdbcQuestions questions, JdbcBodies bodies, NamedVotes named, Acts acts, Floor floor) {
        this.jdbc = jdbc;
        this.questions = questions;
        this.bodies = bodies;
        this.named = named;
        this.acts = acts;
        this.floor = floor;
    }

    /** The question, its row share-locked so that closing waits, or locked when it is moved. */
    private Optional<Question> locked(UUID id, boolean moving) {
        String lock = moving ? "for update" : "for share";
        return jdbc.sql("select 1 from assembly.question where id = :id " + lock)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .flatMap(_ -> questions.byId(id));
    }

    private static Refusal unknown(UUID id) {
        return Refusal.plain("assembly.question.unknown", "value", id);
    }

    @Override
    @Transactional
    public Ruling<Voice> cast(UUID id, UUID person, String number, Instruction instruction) {
        Optional<Question> question = locked(id, false);
        if (question.isEmpty()) {
            return Ruling.refused(unknown(id));
        }
        String body = question.get().body();
        Optional<Member> own = bodies.memberOf(body, person);
        Optional<Member> target = bodies.memberByNumber(body, number);
        List<Refusal> reasons = openFaults(question.get(), VotingMode.ELECTRONIC_RECORDED);
        if (own.isEmpty()) {
            reasons.add(Refusal.by(BY_NAME, "assembly.no-mandate", "question", id));
        } else if (own.get().status() != MandateStatus.IN_OFFICE) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
        }
        own.filter(_ -> target.isPresent())
                .ifPresent(
                        me -> standingFaults(question.get(), me, target.get()).forEach(reasons::add));
        return voiced(question.get(), target, number, instruction, own.orElse(null), reasons);
    }

    /** The own mandate needs the own presence; another one a proxy in force and its giver away. */
    private List<Refusal> standingFaults(Question question, Member me, Member target) {
        Set<UUID> present = named.present(question.sitting());
        if (!present.contains(me.mandate())) {
            return List.of(Refusal.by(Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.9"), "assembly.not-signed-in"));
        }
        if (me.mandate().equals(target.mandate())) {
            return List.of();
        }
        UUID holder = named.represented(question.body(), question.sitting()).get(target.mandate());
        return me.mandate().equals(holder)
                ? List.of()
                : List.of(Refusal.by(
                        BY_NAME, "assembly.no-proxy-in-force", "giver", target.number(), "holder", me.number()));
    }

    @Override
    @Transactional
    public Ruling<Voice> answer(UUID id, String number, Instruction instruction) {
        Optional<Question> question = locked(id, false);
        if (question.isEmpty()) {
            return Ruling.refused(unknown(id));
        }
        Optional<Member> target = bodies.memberByNumber(question.get().body(), number);
        List<Refusal> reasons = openFaults(question.get(), VotingMode.ROLL_CALL);
        target.filter(member -> !there(question.get(), member))
                .ifPresent(_ -> reasons.add(Refusal.by(BY_NAME, "assembly.not-there", "number", number)));
        return voiced(question.get(), target, number, instruction, null, reasons);
    }

    private boolean there(Question question, Member member) {
        return named.present(question.sitting()).contains(member.mandate())
                || named.represented(question.body(), question.sitting()).containsKey(member.mandate());
    }

    private static List<Refusal> openFaults(Question question, VotingMode needed) {
        List<Refusal> reasons = new ArrayList<>();
        if (question.state() != State.VOTING) {
            reasons.add(Refusal.by(LIFE, "assembly.vote-not-open", "state", StateWord.of(question.state())));
        }
        if (question.mode() != needed) {
            reasons.add(Refusal.by(
                    BY_NAME,
                    "assembly.voice-mode",
                    "mode",
                    ModeWord.of(question.mode()),
                    "needed",
                    ModeWord.of(needed)));
        }
        return reasons;
    }

    private Ruling<Voice> voiced(
            Question question,
            Optional<Member> target,
            String number,
            Instruction instruction,
            @Nullable Member by,
            List<Refusal> reasons) {
        RuleSet rules = named.rules(question);
        if (!rules.byName() && question.mode() != VotingMode.ROLL_CALL) {
            reasons.add(Refusal.by(BY_NAME, "assembly.votes-by-keys", "rules", rules.name()));
        }
        if (target.isEmpty()) {
            reasons.add(Refusal.at("member", "assembly.member.unknown", "value", number));
            return Ruling.refused(reasons);
        }
        if (target.get().status() != MandateStatus.IN_OFFICE) {
            reasons.add(Refusal.by(Citation.of(Law.DEPUTIES, 61), "assembly.mandate-suspended"));
        }
        Weight carried = named.weight(target.get().mandate());
        Parts parts = switch (instruction) {
            case Instruction.Whole(Mark mark) -> Parts.whole(carried, mark);
            case Instruction.Split(Parts given) -> given;
        };
        reasons.addAll(splitFaults(rules, instruction, carried, parts));
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        named.store(question.id(), target.get().mandate(), carried, parts, by == null ? null : by.mandate());
        floor.rollChanged(question.sitting());
        // Who voted, and for whom: never how, while the vote is open.
        acts.write(
                by == null ? Permission.HANDS_ENTER : Permission.VOTE,
                BY_NAME,
                by == null ? "assembly.voice.answer" : "assembly.voice.cast",
                "question:" + question.id(),
                "member",
                number,
                "by",
                by == null ? "" : by.number());
        return Ruling.granted(of(question).stream()
                .filter(voice -> voice.member().equals(number))
                .findFirst()
                .orElseThrow());
    }

    private static List<Refusal> splitFaults(RuleSet rules, Instruction instruction, Weight carried, Parts parts) {
        if (instruction instanceof Instruction.Whole) {
            return List.of();
        }
        List<Refusal> reasons = new ArrayList<>();
        if (!rules.split()) {
            reasons.add(Refusal.by(BY_NAME, "assembly.no-split", "rules", rules.name()));
        }
        Weight left = carried;
        for (Weight part : List.of(parts.votesFor(), parts.against(), parts.abstain())) {
            if (part.compareTo(left) > 0) {
                reasons.add(Refusal.at("parts", "assembly.split-above-weight", "weight", carried, "parts", sum(parts)));
                break;
            }
            left = left.minus(part);
        }
        return reasons;
    }

    private static String sum(Parts parts) {
        return parts.votesFor() + " + " + parts.against() + " + " + parts.abstain();
    }

    @Override
    public List<Standing> standings(UUID id, UUID person) {
        Optional<Question> question = questions.byId(id);
        Optional<Member> own = question.flatMap(one -> bodies.memberOf(one.body(), person));
        if (own.isEmpty()) {
            return List.of();
        }
        List<Standing> standings = new ArrayList<>();
        List<UUID> mandates = new ArrayList<>();
        mandates.add(own.get().mandate());
        named.represented(question.get().body(), question.get().sitting()).forEach((giver, holder) -> {
            if (holder.equals(own.get().mandate())) {
                mandates.add(giver);
            }
        });
        Map<UUID, Member> members = bodies.byMandates(Set.copyOf(mandates));
        List<Voice> voices = of(question.get());
        for (UUID mandate : mandates) {
            Optional.ofNullable(members.get(mandate))
                    .ifPresent(member -> standings.add(
                            standing(member, mandate.equals(own.get().mandate()), voices)));
        }
        return standings;
    }

    private Standing standing(Member member, boolean own, List<Voice> voices) {
        return new Standing(
                member.number(),
                member.name(),
                named.weight(member.mandate()),
                own,
                voices.stream()
                        .filter(voice -> voice.member().equals(member.number()))
                        .findFirst());
    }

    @Override
    public List<Standing> called(UUID id) {
        return questions
                .byId(id)
                .map(question -> {
                    Set<UUID> present = named.present(question.sitting());
                    present.addAll(named.represented(question.body(), question.sitting())
                            .keySet());
                    List<Voice> voices = of(question);
                    return bodies.membersOf(question.body()).stream()
                            .filter(member -> present.contains(member.mandate()))
                            .map(member -> standing(member, true, voices))
                            .toList();
                })
                .orElse(List.of());
    }

    @Override
    public List<Voice> of(UUID id) {
        return questions
                .byId(id)
                .filter(question -> question.state() == State.DECLARED)
                .map(this::of)
                .orElse(List.of());
    }

    private List<Voice> of(Question question) {
        Map<UUID, NamedVotes.Row> rows = named.of(question.id());
        Set<UUID> mandates = new java.util.HashSet<>(rows.keySet());
        rows.values().forEach(row -> row.by().ifPresent(mandates::add));
        Map<UUID, Member> members = bodies.byMandates(mandates);
        List<Voice> voices = new ArrayList<>();
        for (NamedVotes.Row row : rows.values()) {
            Member member = members.get(row.mandate());
            if (member != null) {
                String by = row.by().map(members::get).map(Member::number).orElse("");
                voices.add(new Voice(
                        member.number(), member.name(), member.groupName(), row.carried(), row.parts(), by, row.at()));
            }
        }
        voices.sort(java.util.Comparator.comparing(Voice::member));
        return voices;
    }

    @Override
    @Transactional
    public Ruling<Question> object(UUID id, UUID person) {
        Optional<Question> question = locked(id, true);
        if (question.isEmpty()) {
            return Ruling.refused(unknown(id));
        }
        List<Refusal> reasons = uncountedFaults(question.get());
        Optional<Member> member = bodies.memberOf(question.get().body(), person);
        if (member.isEmpty()) {
            reasons.add(Refusal.by(LIFE, "assembly.no-mandate", "question", id));
        } else if (!named.present(question.get().sitting())
                .contains(member.get().mandate())) {
            reasons.add(Refusal.by(Citation.of(Law.CONFERENCE_SYSTEMS, "12.2.9"), "assembly.not-signed-in"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        VotingMode counted = counted(question.get().body());
        named.forget(id);
        jdbc.sql("delete from assembly.ballot_key where question = :id")
                .param("id", id)
                .update();
        jdbc.sql("""
                        update assembly.question set state = 'PUT', mode = :mode, opened_at = null, members_due = null
                         where id = :id
                        """).param("mode", counted.name()).param("id", id).update();
        floor.changed(question.get().sitting());
        acts.write(
                Permission.VOTE,
                question.get().mode() == VotingMode.ACCLAMATION ? DIVISION : CONSENT,
                "assembly.question.object",
                "question:" + id,
                "from",
                question.get().mode(),
                "to",
                counted);
        return Ruling.granted(questions.byId(id).orElseThrow());
    }

    private static List<Refusal> uncountedFaults(Question question) {
        List<Refusal> reasons = new ArrayList<>();
        if (question.state() != State.VOTING) {
            reasons.add(Refusal.by(LIFE, "assembly.vote-not-open", "state", StateWord.of(question.state())));
        }
        if (!question.mode().uncounted()) {
            reasons.add(Refusal.by(CONSENT, "assembly.counted-anyway", "mode", ModeWord.of(question.mode())));
        }
        return reasons;
    }

    /** How a body counts once somebody asks for it: the first of its modes that counts. */
    private VotingMode counted(String body) {
        Set<VotingMode> modes = bodies.rules(body).modes();
        return java.util.stream.Stream.of(
                        VotingMode.SHOW_OF_HANDS,
                        VotingMode.ELECTRONIC_RECORDED,
                        VotingMode.ELECTRONIC_UNRECORDED,
                        VotingMode.ROLL_CALL)
                .filter(modes::contains)
                .findFirst()
                .orElse(VotingMode.SHOW_OF_HANDS);
    }

    @Override
    @Transactional
    public Ruling<Question> hear(UUID id, boolean carried) {
        Optional<Question> question = locked(id, true);
        if (question.isEmpty()) {
            return Ruling.refused(unknown(id));
        }
        List<Refusal> reasons = uncountedFaults(question.get());
        if (question.get().mode() == VotingMode.UNANIMOUS_CONSENT) {
            reasons.add(Refusal.by(CONSENT, "assembly.consent-not-heard"));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        named.hear(id, carried);
        floor.changed(question.get().sitting());
        acts.write(Permission.QUESTION_MOVE, LIFE, "assembly.question.hear", "question:" + id, "carried", carried);
        return Ruling.granted(question.get());
    }

    @Override
    public Optional<Boolean> heard(UUID id) {
        return named.heard(id);
    }

    @Override
    @Transactional
    public Ruling<Question> decideBy(UUID id, String special) {
        Optional<Question> question = locked(id, true);
        if (question.isEmpty()) {
            return Ruling.refused(unknown(id));
        }
        List<Refusal> reasons = new ArrayList<>();
        RuleSet rules = bodies.rules(question.get().body());
        if (!Set.of(State.LISTED, State.PUT).contains(question.get().state())) {
            reasons.add(Refusal.by(
                    LIFE,
                    "assembly.question-state",
                    "number",
                    question.get().number(),
                    "state",
                    StateWord.of(question.get().state()),
                    "needed",
                    StateWord.ofQuestions(Set.of(State.LISTED, State.PUT))));
        }
        if (!special.isEmpty() && !rules.special().containsKey(special)) {
            reasons.add(Refusal.at(
                    "special",
                    "assembly.special-unknown",
                    "value",
                    special,
                    "known",
                    List.copyOf(rules.special().keySet())));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("delete from assembly.special_rule where question = :id")
                .param("id", id)
                .update();
        if (!special.isEmpty()) {
            jdbc.sql("insert into assembly.special_rule (question, key) values (:id, :key)")
                    .param("id", id)
                    .param("key", special)
                    .update();
        }
        floor.rollChanged(question.get().sitting());
        acts.write(Permission.SITTING_PREPARE, "assembly.question.decide-by", "question:" + id, "rule", special);
        return Ruling.granted(question.get());
    }

    @Override
    public Optional<String> decidedBy(UUID id) {
        return named.special(id);
    }

    @Override
    public Optional<Weighed> weighed(UUID id) {
        return named.weighed(id);
    }
}
