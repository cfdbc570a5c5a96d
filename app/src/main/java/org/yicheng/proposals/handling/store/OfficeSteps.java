package org.yicheng.proposals.handling.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Deadline;
import org.yicheng.matter.Deadlines;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Matters;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.Screenings;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.ReplyScheme.ReplyClass;
import org.yicheng.proposals.handling.store.Course.Act;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The steps of the deputies' office. */
@Component
public class OfficeSteps {

    private static final Citation SCREENS = Citation.of(Law.DEPUTIES, 24);
    private static final Citation ASSIGNS = Citation.of(Law.DEPUTIES, "51(1)");
    private static final Citation MERGES = Citation.of(Law.ZHEJIANG_SUGGESTIONS, 18);
    private static final Citation SUPERVISES = Citation.of(Law.DEPUTIES, 52);
    private static final Citation FEEDBACK = Citation.of(Law.CHONGQING_SUGGESTIONS, 29);
    private static final List<String> CATCH_UP = List.of("ACCEPTED", "ASSIGNED", "RECEIVED", "IN_HANDLING");
    static final int LONGEST = 500;

    private final Course course;
    private final HandlingRows rows;
    private final Reader reader;
    private final Matters matters;
    private final Deadlines deadlines;
    private final Organs organs;
    private final Settings settings;
    private final Ending ending;
    private final Screenings screenings;

    OfficeSteps(
            Course course,
            HandlingRows rows,
            Reader reader,
            Matters matters,
            Deadlines deadlines,
            Organs organs,
            Settings settings,
            Ending ending,
            Screenings screenings) {
        this.course = course;
        this.rows = rows;
        this.reader = reader;
        this.matters = matters;
        this.deadlines = deadlines;
        this.organs = organs;
        this.settings = settings;
        this.ending = ending;
        this.screenings = screenings;
    }

    @Transactional
    public Ruling<Handling> screen(
            UUID filing, Screening screening, Optional<Inadmissible> inadmissible, String reason) {
        Act act = Act.of("proposals.screen", SCREENS, Permission.MATTER_EXAMINE).with("screening", screening.name());
        return course.step(
                filing,
                handling -> handling.ofProposal()
                        ? List.of(Refusal.by(SCREENS, "proposals.handling.examined-by-three"))
                        : course.against(
                                handling,
                                course.of(handling, screening.transition()).because(reason),
                                listed(handling, screening, inadmissible)),
                handling -> {
                    course.move(
                            handling,
                            course.of(handling, screening.transition()).because(reason));
                    rows.screened(filing, screening, reason.strip(), course.now());
                    if (screening != Screening.ACCEPTED) {
                        rows.told(filing, inadmissible, reason.strip(), course.now());
                    }
                },
                inadmissible.map(one -> act.with("reason", one.name())).orElse(act));
    }

    /** The same lists as before the number is given: what is in none of them is no reason to turn it away. */
    private List<Refusal> listed(Handling handling, Screening screening, Optional<Inadmissible> inadmissible) {
        Set<Inadmissible.List> lists =
                screenings.place(handling.filing().body()).lists();
        boolean needed = screening == Screening.LETTER || screening == Screening.NOT_FILED;
        if (inadmissible.isEmpty()) {
            return needed && !lists.isEmpty()
                    ? List.of(Refusal.at("inadmissible", SCREENS, "proposals.handling.inadmissible-missing"))
                    : List.of();
        }
        boolean fits = screening != Screening.ACCEPTED
                && inadmissible.get().source(lists).isPresent();
        return fits
                ? List.of()
                : List.of(Refusal.at(
                        "inadmissible",
                        "proposals.reason-not-listed",
                        "value",
                        Phrase.of("proposals.inadmissible-" + inadmissible.get())));
    }

    @Transactional
    public Ruling<Handling> assign(UUID filing, List<Share> shares, String reason) {
        return course.step(
                filing,
                handling -> course.against(handling, assignment(handling, shares, reason), against(shares)),
                handling -> {
                    boolean anew = handling.matter().state().equals("OBJECTED");
                    List<Handling> all = course.together(handling);
                    course.moveTogether(handling, assignment(handling, shares, reason));
                    all.forEach(one -> {
                        rows.assign(one.filing().id(), shares, course.now());
                        if (anew) {
                            rows.answerObjection(one.filing().id(), true, reason.strip());
                        }
                    });
                },
                Act.of("proposals.assign", ASSIGNS, Permission.MATTER_EXAMINE)
                        .with("organs", shares.stream().map(Share::organ).collect(Collectors.joining(" "))));
    }

    private Matter.Move assignment(Handling handling, List<Share> shares, String reason) {
        List<Matter.Party> parties = shares.stream()
                .map(share -> new Matter.Party(
                        share.mode() == Mode.ASSIST ? "assistant" : "organ",
                        Matter.Holder.body(share.organ()),
                        organs.byId(share.organ())
                                .map(organ -> organ.name().zh())
                                .orElse(share.organ())))
                .toList();
        String transition = handling.matter().state().equals("OBJECTED") ? "reassign" : "assign";
        return course.of(handling, transition).because(reason).among(parties);
    }

    private List<Refusal> against(List<Share> shares) {
        List<Refusal> reasons = new ArrayList<>();
        Set<Mode> modes = shares.stream().map(Share::mode).collect(Collectors.toSet());
        if (!modes.contains(Mode.LEAD) && !modes.contains(Mode.SEPARATE)) {
            reasons.add(Refusal.at("organs", ASSIGNS, "proposals.handling.no-lead"));
        }
        if (modes.contains(Mode.SEPARATE) && modes.size() > 1 || modes.contains(Mode.SEPARATE) && shares.size() < 2) {
            reasons.add(Refusal.at("organs", ASSIGNS, "proposals.handling.separate-alone", "n", shares.size()));
        }
        for (Share share : shares) {
            if (organs.byId(share.organ()).isEmpty()) {
                reasons.add(Refusal.at("organs", "proposals.handling.organ-unknown", "value", share.organ()));
            }
            if (share.mode() == Mode.SEPARATE && share.part().isBlank()
                    || share.part().length() > LONGEST) {
                reasons.add(Refusal.at(
                        "part",
                        ASSIGNS,
                        "proposals.handling.part-missing",
                        "organ",
                        name(share.organ()),
                        "most",
                        LONGEST));
            }
        }
        if (shares.stream().map(Share::organ).distinct().count() < shares.size()) {
            reasons.add(Refusal.at("organs", "proposals.handling.organ-twice"));
        }
        return reasons;
    }

    private String name(String organ) {
        return organs.byId(organ).map(Organ::name).map(name -> name.zh()).orElse(organ);
    }

    @Transactional
    public Ruling<Handling> refuseObjection(UUID filing, String reason) {
        return course.step(
                filing,
                handling -> course.against(
                        handling, course.of(handling, "refuse-objection").because(reason), List.of()),
                handling -> {
                    List<Handling> all = course.together(handling);
                    course.moveTogether(
                            handling, course.of(handling, "refuse-objection").because(reason));
                    all.forEach(one -> rows.answerObjection(one.filing().id(), false, reason.strip()));
                },
                Act.of("proposals.objection-refused", ASSIGNS, Permission.MATTER_EXAMINE));
    }

    // ---------------------------------------------------------------- handled together

    @Transactional
    public Ruling<Handling> merge(UUID filing, UUID lead, String reason) {
        boolean known = rows.lock(lead);
        Optional<Handling> into = known ? reader.byFiling(lead) : Optional.empty();
        if (into.isEmpty()) {
            return Ruling.refused(Refusal.at("lead", "proposals.handling.unknown", "value", lead));
        }
        return course.step(
                filing,
                handling -> againstMerger(handling, into.get(), reason),
                handling -> {
                    catchUp(handling, into.get());
                    link(handling, into.get(), reason);
                },
                Act.of("proposals.merge", MERGES, Permission.MATTER_EXAMINE).with("lead", lead.toString()));
    }

    private List<Refusal> againstMerger(Handling handling, Handling lead, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (handling.filing().id().equals(lead.filing().id())
                || !handling.filing().body().equals(lead.filing().body())) {
            reasons.add(Refusal.at("lead", MERGES, "proposals.handling.merge-other"));
        }
        if (!handling.matter().state().equals("ACCEPTED")) {
            reasons.add(Refusal.by(MERGES, "proposals.handling.merge-from"));
        }
        if (!CATCH_UP.contains(lead.matter().state())) {
            reasons.add(Refusal.at("lead", MERGES, "proposals.handling.merge-late"));
        }
        if (!course.followers(handling).isEmpty() || course.leader(lead).isPresent()) {
            reasons.add(Refusal.at("lead", MERGES, "proposals.handling.merge-nested"));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            reasons.add(Refusal.at("reason", MERGES, "matter.reason-missing", "most", LONGEST));
        }
        return reasons;
    }

    private void link(Handling handling, Handling lead, String reason) {
        Ruling<Matter.Link> linked = matters.link(
                handling.matter().id(), Matter.LinkType.MERGED, lead.matter().id(), reason);
        linked.orThrow();
        rows.merged(handling.filing().id(), lead.filing().id(), course.now());
    }

    /** Brings one that joins later to where the group is. */
    private void catchUp(Handling handling, Handling lead) {
        int to = CATCH_UP.indexOf(lead.matter().state());
        if (to > 0) {
            List<Share> shares = lead.standing().stream()
                    .map(one -> new Share(one.organ(), one.mode(), one.part()))
                    .toList();
            course.carry(handling, assignment(handling, shares, ""));
            rows.assign(handling.filing().id(), shares, course.now());
        }
        if (to > 1) {
            course.carry(course.again(handling), course.of(handling, "receive"));
            lead.standing().stream()
                    .filter(one -> one.received().isPresent())
                    .forEach(one -> rows.received(handling.filing().id(), one.organ(), course.now()));
        }
        if (to > 2) {
            course.carry(course.again(handling), course.of(handling, "handle"));
        }
    }

    @Transactional
    public Ruling<Handling> separate(UUID filing, String reason) {
        return course.step(
                filing,
                handling -> againstSeparation(handling, reason),
                handling -> merger(handling).ifPresent(link -> {
                    matters.unlink(handling.matter().id(), link.id(), reason).orThrow();
                    rows.separated(filing, course.now());
                }),
                Act.of("proposals.separate", MERGES, Permission.MATTER_EXAMINE));
    }

    private Optional<Matter.Link> merger(Handling handling) {
        return matters.standingLinks(List.of(handling.matter().id())).stream()
                .filter(link -> link.type() == Matter.LinkType.MERGED
                        && link.from().equals(handling.matter().id()))
                .findFirst();
    }

    private List<Refusal> againstSeparation(Handling handling, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (merger(handling).isEmpty()) {
            reasons.add(Refusal.by(MERGES, "proposals.handling.not-merged"));
        }
        if (!handling.sealed().isEmpty()) {
            reasons.add(Refusal.by(MERGES, "proposals.handling.merge-answered"));
        }
        if (reason.isBlank() || reason.length() > LONGEST) {
            reasons.add(Refusal.at("reason", MERGES, "matter.reason-missing", "most", LONGEST));
        }
        return reasons;
    }

    // ---------------------------------------------------------------- supervised

    @Transactional
    public Ruling<Handling> key(UUID filing, String reason, String committee) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>();
                    if (!handling.sealed().isEmpty()) {
                        reasons.add(Refusal.by(SUPERVISES, "proposals.handling.key-answered"));
                    }
                    text("reason", reason, SUPERVISES, reasons);
                    text("committee", committee, SUPERVISES, reasons);
                    return reasons;
                },
                _ -> rows.key(filing, course.now(), reason.strip(), committee.strip()),
                Act.of("proposals.key", SUPERVISES, Permission.MATTER_EXAMINE).with("committee", committee.strip()));
    }

    /** How a key item was supervised, by whom and when. */
    @Transactional
    public Ruling<Handling> supervise(UUID filing, Supervision how) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>();
                    if (handling.key().isEmpty()) {
                        reasons.add(Refusal.by(SUPERVISES, "proposals.handling.not-key"));
                    }
                    if (how.on().isAfter(course.today())) {
                        reasons.add(Refusal.at("on", "proposals.handling.day-future", "value", how.on()));
                    }
                    text("person", how.person(), SUPERVISES, reasons);
                    text("text", how.text(), SUPERVISES, reasons);
                    return reasons;
                },
                _ -> rows.supervise(
                        filing,
                        new Supervision(
                                how.on(), how.person().strip(), how.text().strip()),
                        course.now()),
                Act.of("proposals.supervise", SUPERVISES, Permission.MATTER_EXAMINE)
                        .with("person", how.person().strip()));
    }

    static void text(String field, String value, Citation ground, List<Refusal> reasons) {
        if (value.isBlank() || value.length() > LONGEST) {
            reasons.add(Refusal.at(field, ground, "proposals.handling.text-missing", "most", LONGEST));
        }
    }

    @Transactional
    public Ruling<Handling> decideExtension(UUID filing, Optional<StatutoryPeriod> whole, String reason) {
        return course.step(
                filing,
                handling -> {
                    List<Refusal> reasons = new ArrayList<>();
                    if (handling.extensions().stream()
                            .noneMatch(one -> one.granted().isEmpty())) {
                        reasons.add(Refusal.by(Course.HANDLING, "proposals.handling.no-extension-asked"));
                    }
                    text("reason", reason, Course.HANDLING, reasons);
                    return reasons;
                },
                handling -> {
                    whole.ifPresent(period -> course.together(handling).forEach(one -> extend(one, period, reason)));
                    rows.decideExtension(filing, whole.isPresent(), reason.strip());
                },
                Act.of("proposals.extension", Course.HANDLING, Permission.MATTER_EXAMINE)
                        .with("granted", String.valueOf(whole.isPresent())));
    }

    /** Extends the limit for the reply, and tells the author. */
    private void extend(Handling handling, StatutoryPeriod whole, String reason) {
        Optional<Deadline> reply = deadlines.of(handling.matter().id()).stream()
                .filter(limit -> limit.limit().equals("reply") && limit.ended().isEmpty())
                .findFirst();
        reply.ifPresent(limit -> {
            Deadline longer = deadlines
                    .extend(limit.id(), new Deadlines.Extension(whole, true, reason))
                    .orThrow();
            LocalDate today = course.today();
            String until = longer.due()
                    .map(due -> OfficialDate.dayWithWeekday(due).zh())
                    .orElse("");
            matters.write(
                            handling.matter().id(),
                            new Matter.Letter(
                                    UUID.randomUUID(),
                                    course.now(),
                                    Matter.Letter.Direction.OUT,
                                    Matter.Letter.Way.ONLINE,
                                    today,
                                    author(handling),
                                    "答复期限延长至" + until,
                                    reason))
                    .orThrow();
        });
    }

    private static String author(Handling handling) {
        return handling.matter().parties().stream()
                .filter(party -> party.actor().equals("author"))
                .map(Matter.Party::name)
                .findFirst()
                .orElse("—");
    }

    @Transactional
    public Ruling<Handling> noFeedback(UUID filing, String reason) {
        return course.step(
                filing,
                handling -> course.against(handling, noFeedback(handling, reason), tooEarly(handling)),
                handling -> {
                    course.move(handling, noFeedback(handling, reason));
                    ending.settle(course.again(handling));
                },
                Act.of("proposals.no-feedback", FEEDBACK, Permission.MATTER_EXAMINE));
    }

    private Matter.Move noFeedback(Handling handling, String reason) {
        return course.of(handling, handling.round() == 1 ? "no-feedback" : "no-feedback-again")
                .because(reason);
    }

    private List<Refusal> tooEarly(Handling handling) {
        LocalDate today = course.today();
        return deadlines.of(handling.matter().id()).stream()
                .filter(limit ->
                        limit.limit().equals("feedback") && limit.ended().isEmpty())
                .flatMap(limit -> limit.due().stream())
                .filter(due -> !today.isAfter(due))
                .map(due -> Refusal.by(
                        FEEDBACK, "proposals.handling.feedback-runs", "due", OfficialDate.dayWithWeekday(due)))
                .toList();
    }

    @Transactional
    public Ruling<Handling> rehandle(UUID filing, boolean again, String reason) {
        String transition = again ? "rehandle" : "close-unsatisfied";
        return course.step(
                filing,
                handling ->
                        course.against(handling, course.of(handling, transition).because(reason), List.of()),
                handling ->
                        course.move(handling, course.of(handling, transition).because(reason)),
                Act.of("proposals.rehandle", SUPERVISES, Permission.MATTER_EXAMINE)
                        .with("again", String.valueOf(again)));
    }

    @Transactional
    public Ruling<Handling> coordinated(UUID filing, String reason) {
        return course.step(
                filing,
                handling -> course.against(handling, coordination(handling, reason), List.of()),
                handling -> course.move(handling, coordination(handling, reason)),
                Act.of("proposals.coordinated", SUPERVISES, Permission.MATTER_EXAMINE));
    }

    private Matter.Move coordination(Handling handling, String reason) {
        return course.of(handling, Ending.promised(handling) ? "coordinate-and-track" : "coordinate")
                .because(reason);
    }

    @Transactional
    public Ruling<Handling> raise(UUID filing, String code, Optional<LocalDate> promised, String evidence) {
        return course.step(
                filing,
                handling -> againstRaising(handling, code, promised, evidence),
                handling -> rows.classed(
                        filing,
                        course.now(),
                        settings.scheme(handling.filing().body()).byCode(code).orElseThrow(),
                        promised,
                        evidence.strip()),
                Act.of("proposals.raise-class", SUPERVISES, Permission.MATTER_EXAMINE)
                        .with("class", code));
    }

    private List<Refusal> againstRaising(
            Handling handling, String code, Optional<LocalDate> promised, String evidence) {
        List<Refusal> reasons = new ArrayList<>();
        Optional<ReplyClass> as = settings.scheme(handling.filing().body()).byCode(code);
        Optional<Handling.ClassChange> now = handling.classNow();
        if (now.isEmpty()) {
            reasons.add(Refusal.by(SUPERVISES, "proposals.handling.not-answered"));
        }
        if (as.isEmpty()) {
            reasons.add(Refusal.at("code", "proposals.handling.class-unknown", "value", code));
        } else if (now.isPresent() && as.get().outcome().compareTo(now.get().outcome()) >= 0) {
            reasons.add(Refusal.at(
                    "code",
                    SUPERVISES,
                    "proposals.handling.class-not-better",
                    "now",
                    now.get().code(),
                    "value",
                    code));
        } else if (as.get().outcome().promises() && promised.isEmpty()) {
            reasons.add(Refusal.at("promised", SUPERVISES, "proposals.handling.promise-missing", "value", code));
        }
        text("evidence", evidence, SUPERVISES, reasons);
        return reasons;
    }
}
