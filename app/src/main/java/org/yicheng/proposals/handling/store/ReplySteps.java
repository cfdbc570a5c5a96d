package org.yicheng.proposals.handling.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.party.Caller;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Assignment;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Review;
import org.yicheng.proposals.handling.Handling.Stage;
import org.yicheng.proposals.handling.ReplyScheme.ReplyClass;
import org.yicheng.proposals.handling.store.Course.Act;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The reply: drafted, looked at by the office, signed by the head of every lead, sealed and sent. */
@Component
public class ReplySteps {

    private static final Citation SIGNS = Citation.of(Law.SHANGHAI_SUGGESTIONS, 20);
    private static final Citation CLASSES = Citation.of(Law.CHONGQING_SUGGESTIONS, 22);
    private static final Citation IN_PERSON = Citation.of(Law.QINGDAO_SUGGESTIONS, 28);
    private static final int LONGEST_ANSWER = 5_000;

    private final Course course;
    private final HandlingRows rows;
    private final ReplyRows replies;
    private final Settings settings;
    private final Organs organs;
    private final Deadlines deadlines;

    ReplySteps(
            Course course,
            HandlingRows rows,
            ReplyRows replies,
            Settings settings,
            Organs organs,
            Deadlines deadlines) {
        this.course = course;
        this.rows = rows;
        this.replies = replies;
        this.settings = settings;
        this.organs = organs;
        this.deadlines = deadlines;
    }

    // ---------------------------------------------------------------- drafted

    @Transactional
    public Ruling<Handling> draft(UUID filing, String organ, ReplyText text) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(OrganSteps.takesPart(handling, organ));
                    reasons.addAll(course.led(handling));
                    reasons.addAll(againstDrafting(handling, organ));
                    reasons.addAll(againstText(handling, text));
                    return reasons;
                },
                handling -> {
                    Optional<Reply> before = mine(handling, organ);
                    before.ifPresent(reply -> replies.stage(reply.id(), Stage.REPLACED));
                    replies.draft(
                            filing,
                            before.map(Reply::organ).orElse(organ),
                            handling.round(),
                            before.map(reply -> reply.version() + 1).orElse(1),
                            text,
                            course.now());
                    follow(handling, "");
                },
                Act.of("proposals.reply-draft", Course.HANDLING, Permission.MATTER_HANDLE)
                        .with("organ", organ));
    }

    /** The reply on which an organ works: its own, or that of the leads together. */
    private static Optional<Reply> mine(Handling handling, String organ) {
        boolean jointly =
                handling.of(organ).filter(one -> one.mode() == Mode.LEAD).isPresent();
        return handling.current().stream()
                .filter(reply -> jointly || reply.organ().equals(organ))
                .findFirst();
    }

    private List<Refusal> againstDrafting(Handling handling, String organ) {
        List<Refusal> reasons = new ArrayList<>();
        if (handling.of(organ).filter(Assignment::answers).isEmpty()) {
            reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.assists-only"));
        }
        boolean now = switch (handling.matter().state()) {
            case "RECEIVED", "IN_HANDLING", "REPLY_DRAFT", "REPLY_REVIEW" -> true;
            case "REHANDLING", "REPLY_DRAFT_AGAIN", "REPLY_REVIEW_AGAIN" -> true;
            default -> false;
        };
        if (!now) {
            reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.no-draft-now"));
        }
        mine(handling, organ)
                .filter(reply -> reply.stage() != Stage.DRAFT)
                .ifPresent(reply -> reasons.add(
                        Refusal.by(Course.HANDLING, "proposals.handling.in-review", "version", reply.version())));
        return reasons;
    }

    private List<Refusal> againstText(Handling handling, ReplyText text) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<ReplyClass> as = settings.scheme(handling.filing().body()).byCode(text.code());
        if (as.isEmpty()) {
            reasons.add(Refusal.at("code", CLASSES, "proposals.handling.class-unknown", "value", text.code()));
        } else if (as.get().outcome().promises()) {
            promised(text, reasons);
        } else if (text.promised().isPresent()) {
            reasons.add(Refusal.at("promised", CLASSES, "proposals.handling.promise-idle", "value", text.code()));
        }
        int unanswered = (int) text.points().stream()
                .filter(point -> point.answered().isBlank() || point.answered().length() > LONGEST_ANSWER)
                .count();
        if (text.points().isEmpty() || unanswered > 0) {
            reasons.add(Refusal.at(
                    "points",
                    Course.HANDLING,
                    "proposals.handling.unanswered",
                    "n",
                    unanswered,
                    "most",
                    LONGEST_ANSWER));
        }
        OfficeSteps.text("contact", text.contact(), SIGNS, reasons);
        if (!text.open()) {
            OfficeSteps.text("openReason", text.openReason(), SIGNS, reasons);
        }
        if (text.number().length() > 60) {
            reasons.add(Refusal.at("number", "proposals.handling.text-missing", "most", 60));
        }
        return reasons;
    }

    private void promised(ReplyText text, List<Refusal> reasons) {
        LocalDate today = course.today();
        if (text.promised().isEmpty()) {
            reasons.add(Refusal.at("promised", CLASSES, "proposals.handling.promise-missing", "value", text.code()));
        } else if (!text.promised().get().isAfter(today)) {
            reasons.add(Refusal.at(
                    "promised",
                    CLASSES,
                    "proposals.handling.promise-past",
                    "value",
                    OfficialDate.day(text.promised().get()),
                    "today",
                    OfficialDate.day(today)));
        }
        OfficeSteps.text("promise", text.promise(), CLASSES, reasons);
    }

    /** One point for each paragraph of the advice. */
    static List<String> asked(Filing filing) {
        String advice = filing.parts().getOrDefault(Part.ADVICE, filing.title());
        List<String> points = advice.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return points.isEmpty() ? List.of(filing.title()) : points;
    }

    // ---------------------------------------------------------------- looked at

    @Transactional
    public Ruling<Handling> submit(UUID filing, String organ) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(OrganSteps.takesPart(handling, organ));
                    reasons.addAll(course.led(handling));
                    if (mine(handling, organ)
                            .filter(reply -> reply.stage() == Stage.DRAFT)
                            .isEmpty()) {
                        reasons.add(Refusal.by(SIGNS, "proposals.handling.no-draft"));
                    }
                    reasons.addAll(againstSending(handling));
                    return reasons;
                },
                handling -> {
                    mine(handling, organ).ifPresent(reply -> replies.stage(reply.id(), Stage.OFFICE));
                    follow(handling, "");
                },
                Act.of("proposals.reply-submit", SIGNS, Permission.MATTER_HANDLE)
                        .with("organ", organ));
    }

    /** Before a reply: speech with the author, the assistants' opinions, for key items the head in person. */
    private List<Refusal> againstSending(Handling handling) {
        List<Refusal> reasons = new ArrayList<>();
        if (handling.contacts().isEmpty()) {
            reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.no-contact"));
        }
        boolean inPerson = handling.key().isPresent() && !handling.ofProposal();
        if (inPerson && handling.contacts().stream().noneMatch(one -> one.head() && one.met())) {
            reasons.add(Refusal.by(IN_PERSON, "proposals.handling.head-in-person"));
        }
        List<String> missing = handling.standing().stream()
                .filter(one -> one.mode() == Mode.ASSIST && one.opinion().isEmpty())
                .map(Assignment::organName)
                .toList();
        if (!missing.isEmpty() && !assistingIsOver(handling)) {
            reasons.add(Refusal.by(
                    Course.HANDLING, "proposals.handling.opinions-missing", "organs", String.join("、", missing)));
        }
        return reasons;
    }

    private boolean assistingIsOver(Handling handling) {
        LocalDate today = course.today();
        return deadlines.of(handling.matter().id()).stream()
                .filter(limit -> limit.limit().equals("assisting"))
                .flatMap((Deadline limit) -> limit.due().stream())
                .anyMatch(today::isAfter);
    }

    @Transactional
    public Ruling<Handling> review(UUID filing, String organ, boolean passed, String remark) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>(course.led(handling));
                    reasons.addAll(againstLook(handling, organ));
                    if (!passed) {
                        OfficeSteps.text("remark", remark, SIGNS, reasons);
                    } else if (waiting(handling, organ).filter(this::isLast).isPresent()) {
                        reasons.addAll(againstSending(handling));
                    }
                    return reasons;
                },
                handling -> look(handling, waiting(handling, organ).orElseThrow(), organ, passed, remark.strip()),
                Act.of("proposals.reply-review", SIGNS, Permission.MATTER_HANDLE)
                        .with("organ", organ)
                        .with("passed", String.valueOf(passed)));
    }

    /** The reply that waits for an organ's look. */
    private Optional<Reply> waiting(Handling handling, String organ) {
        boolean coordinates =
                organs.byId(organ).filter(one -> one.coordinates()).isPresent();
        return handling.current().stream()
                .filter(reply -> switch (reply.stage()) {
                    case OFFICE -> reply.organ().equals(organ);
                    case HEAD -> heads(handling, reply).contains(organ) && !passedBy(reply, organ);
                    case GOVERNMENT -> coordinates;
                    default -> false;
                })
                .findFirst();
    }

    private boolean isLast(Reply reply) {
        return reply.stage() != Stage.OFFICE;
    }

    private static boolean passedBy(Reply reply, String organ) {
        return reply.reviews().stream()
                .anyMatch(one ->
                        one.stage() == Stage.HEAD && one.passed() && one.organ().equals(organ));
    }

    /** Whose heads sign: of leads all, of separate organs its own. */
    private static List<String> heads(Handling handling, Reply reply) {
        List<String> leads = handling.standing().stream()
                .filter(one -> one.mode() == Mode.LEAD)
                .map(Assignment::organ)
                .toList();
        return leads.isEmpty() ? List.of(reply.organ()) : leads;
    }

    private List<Refusal> againstLook(Handling handling, String organ) {
        Optional<Reply> reply = waiting(handling, organ);
        if (reply.isEmpty()) {
            return List.of(Refusal.by(SIGNS, "proposals.handling.nothing-waits"));
        }
        Caller caller = Caller.current();
        if (reply.get().stage() == Stage.OFFICE) {
            boolean own = replies.drafter(reply.get().id())
                    .filter(caller.actor()::equals)
                    .isPresent();
            if (own) {
                return List.of(Refusal.by(SIGNS, "proposals.handling.own-draft"));
            }
            return caller.mayIn(organ, Permission.MATTER_HANDLE)
                    ? List.of()
                    : List.of(Refusal.by(SIGNS, "proposals.handling.not-assigned", "value", organ));
        }
        return caller.mayIn(organ, Permission.REPLY_SIGN)
                ? List.of()
                : List.of(Refusal.by(SIGNS, "proposals.handling.head-signs"));
    }

    private void look(Handling handling, Reply reply, String organ, boolean passed, String remark) {
        Instant now = course.now();
        Review review =
                new Review(reply.stage(), organ, passed, Caller.current().name(), remark, now);
        replies.review(reply.id(), review);
        if (!passed) {
            replies.stage(reply.id(), Stage.DRAFT);
            follow(handling, remark);
            return;
        }
        switch (reply.stage()) {
            case OFFICE -> replies.stage(reply.id(), Stage.HEAD);
            case HEAD -> {
                boolean all =
                        heads(handling, reply).stream().allMatch(one -> one.equals(organ) || passedBy(reply, one));
                if (all && settings.of(handling.filing().body()).governmentCheck()) {
                    replies.stage(reply.id(), Stage.GOVERNMENT);
                } else if (all) {
                    seal(handling, reply, signers(reply, Caller.current().name()));
                }
            }
            default -> seal(handling, reply, signers(reply, ""));
        }
    }

    private static String signers(Reply reply, String last) {
        List<String> names = new ArrayList<>(reply.reviews().stream()
                .filter(one -> one.stage() == Stage.HEAD && one.passed())
                .map(Review::name)
                .toList());
        if (!last.isEmpty()) {
            names.add(last);
        }
        return String.join("、", names.stream().distinct().toList());
    }

    // ---------------------------------------------------------------- sealed

    private void seal(Handling handling, Reply reply, String signer) {
        Instant now = course.now();
        UUID filing = handling.filing().id();
        replies.seal(reply.id(), signer, now);
        rows.replaceCommitments(filing, reply.organ(), now);
        reply.text()
                .promised()
                .ifPresent(
                        due -> rows.commit(filing, reply.organ(), reply.text().promise(), due, now));
        Handling after = course.again(handling);
        boolean all = after.current().stream()
                        .filter(one -> one.stage() == Stage.SEALED)
                        .count()
                >= letters(after);
        List<Handling> group = course.followers(handling);
        follow(handling, "");
        if (all) {
            classed(after, filing, now);
            for (Handling one : group) {
                after.current().forEach(letter -> replies.copy(one.filing().id(), letter, now));
                classed(after, one.filing().id(), now);
            }
        }
    }

    /** The class of a filing with several letters is that of the least solved. */
    private void classed(Handling answered, UUID filing, Instant now) {
        answered.current().stream()
                .max(Comparator.comparing(reply -> classOf(answered, reply).outcome()))
                .ifPresent(reply -> rows.classed(
                        filing, now, classOf(answered, reply), reply.text().promised(), ""));
    }

    private ReplyClass classOf(Handling handling, Reply reply) {
        return settings.scheme(handling.filing().body())
                .byCode(reply.text().code())
                .orElseThrow();
    }

    /** How many letters the author gets. */
    private static long letters(Handling handling) {
        long separate = handling.standing().stream()
                .filter(one -> one.mode() == Mode.SEPARATE)
                .count();
        return Math.max(1, separate);
    }

    /** The matter follows its replies: drafted, under review, sent. */
    private void follow(Handling before, String remark) {
        Handling handling = course.again(before);
        List<Reply> current = handling.current();
        boolean complete = current.size() >= letters(handling);
        boolean drafting = current.stream().anyMatch(reply -> reply.stage() == Stage.DRAFT);
        boolean sent = current.stream().allMatch(reply -> reply.stage() == Stage.SEALED);
        switch (handling.matter().state()) {
            case "RECEIVED" -> carry(handling, "handle", before);
            case "IN_HANDLING" -> carry(handling, "draft-reply", before);
            case "REHANDLING" -> carry(handling, "draft-again", before);
            case "REPLY_DRAFT", "REPLY_DRAFT_AGAIN" -> {
                if (complete && !drafting) {
                    carry(handling, handling.round() == 1 ? "review" : "review-again", before);
                }
            }
            case "REPLY_REVIEW", "REPLY_REVIEW_AGAIN" -> {
                if (drafting) {
                    sendBack(handling, remark);
                } else if (complete && sent) {
                    send(handling, current);
                }
            }
            default -> {}
        }
    }

    private void carry(Handling handling, String transition, Handling before) {
        List<Handling> group = course.together(handling);
        group.forEach(one -> course.carry(one, course.of(one, transition)));
        if (transition.equals("handle")) {
            follow(before, "");
        }
    }

    private void sendBack(Handling handling, String remark) {
        String transition = handling.round() == 1 ? "send-back" : "send-back-again";
        course.together(handling)
                .forEach(one -> course.carry(one, course.of(one, transition).because(remark)));
    }

    private void send(Handling handling, List<Reply> letters) {
        String transition = handling.round() == 1 ? "reply" : "reply-again";
        Map<String, String> papers = Map.of("reply", letters.getFirst().sha256());
        course.together(handling).forEach(one -> {
            course.carry(one, course.of(one, transition).with(papers));
            rows.replied(one.filing().id(), course.now(), inTime(one.matter().id()));
        });
    }

    /** Whether the limit that the reply ended was met. */
    private boolean inTime(UUID matter) {
        return deadlines.of(matter).stream()
                .filter(limit -> limit.limit().equals("reply"))
                .flatMap(limit -> limit.ended().stream())
                .anyMatch(end -> end.how() == Deadline.Ending.MET);
    }
}
