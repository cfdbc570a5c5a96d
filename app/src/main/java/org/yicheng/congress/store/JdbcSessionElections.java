package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.ElectionMatter;
import org.yicheng.congress.Session;
import org.yicheng.congress.SessionElections;
import org.yicheng.congress.SessionKinds;
import org.yicheng.congress.Sessions;
import org.yicheng.count.Occasion;
import org.yicheng.document.Html;
import org.yicheng.document.Papers;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;
import org.yicheng.web.Moments;

/** Elections of a session: who decides what in which meeting, and the proclamation. */
@Component
class JdbcSessionElections implements SessionElections {

    private static final Citation DRAFT = Citation.of(Law.GUANGDONG, 38);
    private static final Citation APPROVAL = Citation.of(Law.ORGANIC, "11(6)");
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REFERENCE = 100;
    private static final int MOST_TOGETHER = 50;

    private final Sessions sessions;
    private final SessionKinds kinds;
    private final Elections elections;
    private final Questions questions;
    private final Sittings sittings;
    private final Papers papers;
    private final SessionActs acts;
    private final Words words;
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSessionElections(
            Sessions sessions,
            SessionKinds kinds,
            Elections elections,
            Questions questions,
            Sittings sittings,
            Papers papers,
            SessionActs acts,
            Words words,
            JdbcClient jdbc,
            Clock clock) {
        this.sessions = sessions;
        this.kinds = kinds;
        this.elections = elections;
        this.questions = questions;
        this.sittings = sittings;
        this.papers = papers;
        this.acts = acts;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Election> draft(
            String id, Bilingual title, Occasion occasion, Election.Terms terms, String method, boolean above) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        if (!kinds.of(session.get()).congress()) {
            return Ruling.refused(Refusal.by(DRAFT, "congress.elections-of-a-congress"));
        }
        if (session.get().presidium().isEmpty()) {
            return Ruling.refused(Refusal.by(DRAFT, "congress.no-presidium"));
        }
        Ruling<Election> drafted = elections.draft(new Elections.NewElection(
                session.get().body(),
                title,
                occasion,
                terms,
                method,
                session.get().subject()));
        if (above && drafted instanceof Ruling.Granted<Election>(Election election)) {
            jdbc.sql("insert into congress.election_approval (election) values (:election)")
                    .param("election", election.id())
                    .update();
        }
        return drafted;
    }

    @Override
    public List<Election> of(String session) {
        return sessions.byId(session)
                .map(found -> elections.ofSubject(found.subject()))
                .orElse(List.of());
    }

    @Override
    @Transactional
    public Ruling<Question> ask(String id, String sitting, ElectionMatter matter, List<UUID> ids) {
        return ask(id, sitting, matter, ids, "");
    }

    @Override
    @Transactional
    public Ruling<Question> ask(String id, String sitting, ElectionMatter matter, List<UUID> ids, String reason) {
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        List<Election> asked =
                of(id).stream().filter(election -> ids.contains(election.id())).toList();
        List<Refusal> reasons = new ArrayList<>(meetingFaults(session.get(), sitting, matter));
        if (asked.isEmpty() || asked.size() != ids.size() || ids.size() > MOST_TOGETHER) {
            reasons.add(
                    Refusal.at("elections", "congress.elections-unknown", "value", ids.size(), "known", asked.size()));
        }
        asked.forEach(election -> reasons.addAll(matterFaults(election, matter)));
        if (matter == ElectionMatter.SUPERSEDING && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
            reasons.add(Refusal.at(
                    "reason",
                    matter.ground(),
                    "congress.election-reason",
                    "value",
                    reason.strip().length(),
                    "most",
                    LONGEST_REASON));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        Question question = questions.list(new Questions.NewQuestion(
                sitting,
                Question.Kind.RESOLUTION,
                title(matter, asked),
                reason.isBlank() ? text(matter, asked) : "理由：" + reason.strip() + "\n" + text(matter, asked),
                "congress-election:" + id + ":" + matter.name(),
                VotingMode.ELECTRONIC_UNRECORDED));
        for (Election election : asked) {
            jdbc.sql("""
                            insert into congress.election_question (question, election, matter)
                            values (:question, :election, :matter)
                            """)
                    .param("question", question.id())
                    .param("election", election.id())
                    .param("matter", matter.name())
                    .update();
        }
        acts.write(
                id,
                matter.ground(),
                "congress.election.ask",
                Map.of(
                        "matter",
                        matter.name(),
                        "elections",
                        "" + asked.size(),
                        "question",
                        question.id().toString()));
        return Ruling.granted(question);
    }

    private List<Refusal> meetingFaults(Session session, String sitting, ElectionMatter matter) {
        Optional<Sitting> found =
                sittings.byId(sitting).filter(one -> one.subject().equals(session.subject()));
        if (found.isEmpty()) {
            return List.of(Refusal.plain("congress.sitting-elsewhere", "value", sitting));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (found.get().kind() != matter.meeting()) {
            reasons.add(Refusal.by(
                    matter.ground(),
                    "congress.election-meeting",
                    "matter",
                    name(matter),
                    "meeting",
                    new Bilingual(
                            words.say(Language.ZH, "congress.election-meeting-" + matter.meeting()),
                            words.say(Language.EN, "congress.election-meeting-" + matter.meeting()))));
        }
        if (found.get().closedAt().isPresent()) {
            reasons.add(Refusal.by(
                    matter.ground(),
                    "congress.sitting-over",
                    "sitting",
                    found.get().name()));
        }
        return reasons;
    }

    /** The election must stand where the step begins; a supplementary one must be due. */
    private static List<Refusal> matterFaults(Election election, ElectionMatter matter) {
        boolean fits = matter.step()
                .map(step -> step.from().contains(election.state()))
                .orElseGet(() -> !election.projects()
                        && election.state().compareTo(State.VALIDITY_DECIDED) >= 0
                        && election.outcome()
                                .filter(result -> result.next().equals("SUPPLEMENTARY"))
                                .isPresent());
        return fits
                ? List.of()
                : List.of(Refusal.by(
                        matter.ground(),
                        "congress.election-not-there",
                        "title",
                        election.title(),
                        "matter",
                        name(matter)));
    }

    static Bilingual name(ElectionMatter matter) {
        return switch (matter) {
            case METHOD -> new Bilingual("通过选举办法", "adoption of the election method");
            case SCRUTINEERS -> new Bilingual("通过总监票人、监票人名单", "adoption of the scrutineers");
            case VALIDITY -> new Bilingual("确认选举结果有效", "confirmation of the result");
            case ANNULMENT -> new Bilingual("确认选举无效", "annulment of the election");
            case SUPERSEDING -> new Bilingual("撤销已宣布的选举结果", "annulment of the announced result");
            case SUPPLEMENTARY -> new Bilingual("在本次会议上另行选举", "a supplementary election in this session");
        };
    }

    /** What is decided on papers that dismiss or choose projects is a vote's result, no election's. */
    private static Bilingual name(ElectionMatter matter, List<Election> asked) {
        boolean projects = asked.stream().allMatch(Election::projects);
        if (!projects && !asked.stream().allMatch(Election::dismissal)) {
            return name(matter);
        }
        String vote = projects ? "票决" : "表决";
        return switch (matter) {
            case METHOD -> projects ? new Bilingual("通过票决办法", "adoption of the ballot method") : name(matter);
            case VALIDITY -> new Bilingual("确认" + vote + "结果有效", "confirmation of the result of the vote");
            case ANNULMENT -> new Bilingual("确认" + vote + "无效", "annulment of the vote");
            case SUPERSEDING -> new Bilingual("撤销已宣布的" + vote + "结果", "annulment of the announced result of the vote");
            case SCRUTINEERS, SUPPLEMENTARY -> name(matter);
        };
    }

    private static Bilingual title(ElectionMatter matter, List<Election> asked) {
        return new Bilingual(
                name(matter, asked).zh()
                        + asked.stream().map(one -> one.title().zh()).collect(Collectors.joining("、", "（", "）")),
                name(matter, asked).en()
                        + asked.stream().map(one -> one.title().en()).collect(Collectors.joining(", ", " (", ")")));
    }

    private static String text(ElectionMatter matter, List<Election> asked) {
        return asked.stream()
                .map(election -> matter == ElectionMatter.METHOD
                        ? election.title().zh() + "：" + election.method()
                        : election.title().zh()
                                + election.outcome()
                                        .filter(_ -> matter != ElectionMatter.SCRUTINEERS)
                                        .map(result ->
                                                "：" + result.explanation().zh())
                                        .orElse(""))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public List<Asked> asked(UUID election) {
        return jdbc.sql("select * from congress.election_question where election = :election")
                .param("election", election)
                .query((row, _) -> new Asked(
                        row.getObject("question", UUID.class),
                        row.getObject("election", UUID.class),
                        ElectionMatter.valueOf(row.getString("matter"))))
                .list();
    }

    @Override
    public Approval approval(UUID election) {
        return jdbc.sql("select * from congress.election_approval where election = :election")
                .param("election", origin(election))
                .query((row, _) -> new Approval(
                        true,
                        Optional.ofNullable(row.getString("reference")),
                        Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional()
                .orElse(new Approval(false, Optional.empty(), Optional.empty()));
    }

    @Override
    @Transactional
    public Ruling<Approval> approve(UUID id, String reference) {
        Optional<Election> election = elections.byId(id);
        Approval approval = approval(id);
        List<Refusal> reasons = new ArrayList<>();
        if (election.isEmpty() || !approval.needed()) {
            reasons.add(Refusal.by(APPROVAL, "congress.election-no-approval"));
        }
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            reasons.add(Refusal.at(
                    "reference",
                    "congress.election-reference",
                    "value",
                    reference.length(),
                    "most",
                    LONGEST_REFERENCE));
        }
        if (election.isPresent() && !election.get().state().announced()) {
            reasons.add(Refusal.by(
                    APPROVAL,
                    "congress.election-approval-early",
                    "title",
                    election.get().title()));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        jdbc.sql("update congress.election_approval set reference = :reference, at = :at where election = :election")
                .param("reference", reference.strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("election", origin(id))
                .update();
        acts.write(
                session(election.orElseThrow()).id(),
                APPROVAL,
                "congress.election.approve",
                Map.of("election", id.toString(), "reference", reference.strip()));
        return Ruling.granted(approval(id));
    }

    /** Re-votes and supplementary elections need the approval that the first ballot needs. */
    private UUID origin(UUID election) {
        return elections.byId(election).map(Election::origin).orElse(election);
    }

    private Session session(Election election) {
        return sessions.byId(election.subject().replaceFirst("^congress-session:", ""))
                .orElseThrow();
    }

    @Override
    @Transactional
    public Ruling<Papers.Paper> proclaim(UUID id) {
        Optional<Election> election = elections.byId(id);
        if (election.isEmpty()) {
            return Ruling.refused(Refusal.plain("assembly.election.unknown", "value", id));
        }
        if (election.get().dismissal()) {
            return Ruling.refused(Refusal.by(
                    ElectionStep.DISMISSAL_ON_PAPER,
                    "assembly.dismissal-no-step",
                    "title",
                    election.get().title()));
        }
        if (election.get().state() != State.ANNOUNCED) {
            return elections.take(id, ElectionStep.PROCLAIM).map(_ -> papers.issue(proclamation(election.get())));
        }
        // The paper first: the step asks for it. A step refused for another reason takes the paper back with it.
        Papers.Paper paper = papers.issue(proclamation(election.get()));
        elections.take(id, ElectionStep.PROCLAIM).orThrow();
        return Ruling.granted(paper);
    }

    /** The presidium's 公告: who is elected to what, when; signed by the presidium. */
    private Papers.NewPaper proclamation(Election election) {
        Session session = session(election);
        Instant announced = elections.history(election.id()).stream()
                .filter(entered -> entered.state() == State.ANNOUNCED)
                .map(Elections.Entered::at)
                .reduce((_, last) -> last)
                .orElseThrow();
        Moments time = new Moments(clock.getZone(), Language.ZH);
        if (election.projects()) {
            return paper(election, session, earlier(election, time) + chosen(election, session, time, announced));
        }
        String office = office(election);
        String names = election.outcome().orElseThrow().elected().stream()
                .map(Election.PersonTally::label)
                .collect(Collectors.joining("、"));
        String html = earlier(election, time) + "<p>" + Html.text(session.name().zh()) + "于" + time.fullDay(announced)
                + "选举" + Html.text(names) + "为" + Html.text(office) + "。</p><p>现予公告。</p>";
        return paper(election, session, html);
    }

    /** What the ballot is on, without the words for a ballot that follows. */
    private static String office(Election election) {
        return election.title().zh().replaceFirst("（(再次投票|另行选举|再次票决)）$", "");
    }

    private String earlier(Election election, Moments time) {
        String result = office(election) + (election.projects() ? "结果" : "选举结果");
        return elections.superseded(election.id()).stream()
                .map(one -> "<p>" + time.fullDay(one.announced()) + "宣布的" + Html.text(result) + "已由主席团撤销，以本公告为准。</p>")
                .collect(Collectors.joining());
    }

    /** The projects chosen, in the order of their numbers, with their approvals or points. */
    private static String chosen(Election election, Session session, Moments time, Instant announced) {
        List<Election.PersonTally> chosen = election.outcome().orElseThrow().elected();
        StringBuilder html = new StringBuilder("<p>")
                .append(Html.text(session.name().zh()))
                .append("于")
                .append(time.fullDay(announced))
                .append("进行")
                .append(Html.text(office(election)))
                .append(chosen.isEmpty() ? "，没有选定项目。</p>" : "，选定以下" + chosen.size() + "项：</p>");
        int number = 0;
        for (Election.PersonTally tally : chosen) {
            number++;
            html.append("<p>")
                    .append(number)
                    .append(". ")
                    .append(Html.text(tally.label()))
                    .append(election.ranked() ? "（得" + tally.points() + "分）" : "（赞成" + tally.approve() + "票）")
                    .append("</p>");
        }
        return html.append("<p>现予公告。</p>").toString();
    }

    private static Papers.NewPaper paper(Election election, Session session, String html) {
        return new Papers.NewPaper(
                "proclamation",
                "election:" + election.id(),
                "",
                session.name().zh() + "主席团",
                "公　告",
                html,
                session.name().zh() + "主席团",
                Papers.Form.GAZETTE,
                Papers.Audience.PUBLIC,
                session.demo());
    }
}
