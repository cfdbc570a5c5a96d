package org.yicheng.demo.city;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Outcome;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Committees;
import org.yicheng.congress.Committees.NewSeat;
import org.yicheng.congress.Committees.Post;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Evaluations;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.ResidentRatings.Stars;
import org.yicheng.rule.Bilingual;

/**
 * What was said of last year's projects, invented: an appraisal that a meeting of the standing committee really holds, a
 * deadline that it moves, and residents of two communities with their slips.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoEvaluation {

    private static final String SITTING = "sjz-npc-15-standing-committee-demo";
    private static final List<String> MEMBERS = List.of(
            "S0401", "S0402", "S0403", "S0404", "S0405", "S0407", "S0408", "S0409", "S0410", "S0411", "S0412", "S0413",
            "S0414");
    /** One is absent, two are not wholly content, one not at all. */
    private static final List<Grade> GRADES = List.of(
            Grade.SATISFIED,
            Grade.SATISFIED,
            Grade.BASICALLY,
            Grade.SATISFIED,
            Grade.SATISFIED,
            Grade.SATISFIED,
            Grade.NOT_SATISFIED,
            Grade.SATISFIED,
            Grade.BASICALLY,
            Grade.SATISFIED,
            Grade.SATISFIED,
            Grade.SATISFIED);

    private static final int[] STARS = {5, 4, 5, 3, 5, 4, 4, 5, 2, 5, 4, 5};

    private final Committees committees;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Evaluations evaluations;
    private final Appraisals appraisals;
    private final ResidentRatings ratings;
    private final Questions questions;
    private final Deliveries deliveries;
    private final Personas personas;
    private final Clock clock;

    DemoEvaluation(
            Committees committees,
            Bodies bodies,
            Sittings sittings,
            Evaluations evaluations,
            Appraisals appraisals,
            ResidentRatings ratings,
            Questions questions,
            Deliveries deliveries,
            Personas personas,
            Clock clock) {
        this.committees = committees;
        this.bodies = bodies;
        this.sittings = sittings;
        this.evaluations = evaluations;
        this.appraisals = appraisals;
        this.ratings = ratings;
        this.questions = questions;
        this.deliveries = deliveries;
        this.personas = personas;
        this.clock = clock;
    }

    /** The accepted project is rated by the committee and by residents, another one gets more time. */
    void rate(UUID round, UUID project, UUID late) {
        personas.caller("secretariat").run(() -> {
            open(formed());
            evaluations.prepare(round, SITTING, Form.ELECTRONIC).orThrow();
        });
        String committee = committees.of(Personas.BODY).orElseThrow().id();
        UUID appraisal = evaluations.ofRound(round).getFirst().id();
        personas.caller("chair", committee).run(() -> appraisals.open(appraisal).orThrow());
        for (int i = 0; i < GRADES.size(); i++) {
            Member member = bodies.memberByNumber(committee, MEMBERS.get(i)).orElseThrow();
            List<Grade> paper = List.of(GRADES.get(i));
            personas.caller(member)
                    .run(() ->
                            appraisals.cast(appraisal, member.person(), paper).orThrow());
        }
        personas.caller("chair", committee).run(() -> {
            appraisals.close(appraisal).orThrow();
            appraisals.declare(appraisal).orThrow();
            adopt();
            sittings.close(SITTING).orThrow();
        });
        personas.caller("secretariat").run(() -> {
            postpone(late);
            residents(round, project);
        });
    }

    private String formed() {
        List<NewSeat> seats = new ArrayList<>();
        for (String number : MEMBERS) {
            seats.add(new NewSeat(
                    number, seats.isEmpty() ? Post.CHAIR : seats.size() == 1 ? Post.VICE_CHAIR : Post.MEMBER));
        }
        return committees.form(Personas.BODY, seats).orThrow().id();
    }

    private void open(String committee) {
        Instant now = clock.instant();
        sittings.schedule(new Sittings.NewSitting(
                SITTING,
                committee,
                "demo:livelihood-evaluation",
                Sitting.Kind.PLENARY,
                1,
                new Bilingual("常委会会议（演示）", "Committee meeting (demo)"),
                "演示会议室",
                now));
        sittings.namePresiding(
                        SITTING,
                        bodies.memberByNumber(committee, MEMBERS.getFirst())
                                .orElseThrow()
                                .name())
                .orThrow();
        sittings.openSignIn(SITTING).orThrow();
        sittings.signIn(
                SITTING,
                IntStream.range(0, GRADES.size())
                        .mapToObj(i -> new SignInEvent(
                                SITTING + "-" + i,
                                now,
                                card(committee, MEMBERS.get(i)),
                                SignInEvent.Direction.IN,
                                "GATE-1",
                                i))
                        .toList());
        sittings.open(SITTING).orThrow();
    }

    private String card(String committee, String number) {
        UUID person = bodies.memberByNumber(committee, number).orElseThrow().person();
        return bodies.activeCardOf(person).orElseThrow().code();
    }

    /** By show of hands, all for it. */
    private void adopt() {
        Question question = questions.list(new Questions.NewQuestion(
                SITTING,
                Question.Kind.RESOLUTION,
                new Bilingual("延长新建公交候车亭项目的完成时限（演示）", "Another deadline for bus shelters (demo)"),
                "演示文本",
                "demo:livelihood-evaluation",
                VotingMode.SHOW_OF_HANDS));
        questions.put(question.id()).orThrow();
        questions.open(question.id()).orThrow();
        Outcome.Votes all = new Outcome.Votes(GRADES.size(), 0, 0, 0);
        for (String teller : List.of("teller1", "teller2")) {
            questions
                    .enterHands(
                            question.id(),
                            personas.account(teller).orElseThrow().id().toString(),
                            all)
                    .orThrow();
        }
        questions.close(question.id()).orThrow();
        questions.declare(question.id()).orThrow();
    }

    private void postpone(UUID project) {
        deliveries
                .decide(
                        project,
                        new Deliveries.Decided(
                                questions.ofSitting(SITTING).getFirst().id(),
                                Delivery.Kind.CHANGE,
                                "因沿线道路施工，完成时限延长一个月（演示）。",
                                Optional.of(LocalDate.of(2024, 3, 31)),
                                Optional.empty(),
                                Optional.empty()))
                .orThrow();
    }

    private void residents(UUID round, UUID project) {
        ratings.open(round).orThrow();
        List<String> codes =
                new ArrayList<>(ratings.issue(round, "演示社区甲", 8).orThrow().codes());
        codes.addAll(ratings.issue(round, "演示社区乙", 8).orThrow().codes());
        for (int i = 0; i < STARS.length; i++) {
            ratings.rate(codes.get(i), List.of(new Stars(project, STARS[i]))).orThrow();
        }
        ratings.close(round).orThrow();
    }
}
