package org.yicheng.proposals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.catalogue.Catalogue;
import org.yicheng.catalogue.Corrections;
import org.yicheng.congress.Rosters;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Matter;
import org.yicheng.matter.Window;
import org.yicheng.matter.Windows;
import org.yicheng.party.Accounts;
import org.yicheng.party.Caller;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.party.Role;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Handlings.Spoken;
import org.yicheng.proposals.statistics.Statistics;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;

/** Half a year of motions, suggestions and proposals with three bodies, through the services. */
abstract class StatisticsYear {

    static final String BODY = "statistics-congress";
    static final String CPPCC = "statistics-cppcc";
    static final String OTHER = "statistics-other";
    static final String ROADS = "organ-statistics-roads";
    static final String MONEY = "organ-statistics-money";
    static final String SESSION = "congress-session:statistics-1";
    static final Filings.Text TEXT =
            new Filings.Text("关于路灯的建议（演示）", Map.of(Part.SITUATION, "演示情况", Part.ADVICE, "增设路灯"));
    static final Filings.Text MOTION =
            new Filings.Text("关于制定路灯条例的议案（演示）", Map.of(Part.CASE, "演示案由", Part.BASIS, "演示案据", Part.PLAN, "演示方案"));
    static final Filings.Text PROPOSAL = new Filings.Text(
            "关于老旧小区的提案（演示）", Map.of(Part.SITUATION, "演示情况", Part.ANALYSIS, "演示分析", Part.ADVICE, "演示建议"));
    static final LocalDate END = LocalDate.of(2024, 6, 30);

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Screenings screenings;

    @Autowired
    Handlings handlings;

    @Autowired
    Statistics statistics;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Corrections corrections;

    @Autowired
    Bodies bodies;

    @Autowired
    Rosters rosters;

    @Autowired
    Organs organs;

    @Autowired
    Accounts accounts;

    @Autowired
    Windows windows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc web;

    @Autowired
    Clock clock;

    String token = "";

    // ---------------------------------------------------------------- half a year of work

    @BeforeAll
    void halfAYear() {
        at("2024-01-10T09:00:00+08:00");
        body(BODY, Body.Kind.CONGRESS, "cn-city-congress", "T");
        body(OTHER, Body.Kind.CONGRESS, "cn-city-congress", "U");
        body(CPPCC, Body.Kind.CPPCC, "cn-cppcc", "V");
        List.of(ROADS, MONEY)
                .forEach(id -> organs.add(new Organ(id, new Bilingual(id, id), false, true))
                        .orThrow());
        transaction.executeWithoutResult(_ -> {
            windows.open(SESSION, Window.MOTION, BODY, clock.instant(), Citation.of(Law.SHANGHAI, 24));
            windows.open(
                    "congress-session:statistics-2", Window.MOTION, CPPCC, clock.instant(), Citation.of(Law.CPPCC, ""));
        });
        UUID desk = accounts.create(Accounts.Kind.DEVICE, "statistics-clerk", "演示", Optional.empty(), true)
                .id();
        List.of(BODY, CPPCC, OTHER).forEach(body -> accounts.giveRole(desk, Role.SECRETARIAT, body));
        suggestions();
        apart();
        proposals();
        at("2024-07-01T09:00:00+08:00");
        token = accounts.issueToken(desk, Instant.now().plusSeconds(360L * 24 * 3600));
    }

    /** Eight admitted, of which seven are assigned, four answered, one of them late. */
    void suggestions() {
        at("2024-02-05T09:00:00+08:00");
        UUID solved = assigned(1, ROADS);
        UUID started = assigned(2, ROADS);
        UUID late = assigned(3, MONEY);
        UUID planned = assigned(4, MONEY);
        assigned(11, MONEY);
        UUID leading = assigned(5, ROADS);
        UUID following = admitted(6);
        office(() -> handlings.merge(following, leading, "内容相同（演示）")).orThrow();
        admitted(7);
        at("2024-03-04T09:00:00+08:00");
        answered(solved, ROADS, "A", Optional.empty());
        answered(started, ROADS, "B", Optional.of(LocalDate.of(2024, 4, 30)));
        answered(planned, MONEY, "C", Optional.of(LocalDate.of(2024, 5, 31)));
        deputy(BODY, 1, () -> handlings.judge(solved, Grade.SATISFIED, Grade.SATISFIED, ""))
                .orThrow();
        deputy(BODY, 2, () -> handlings.judge(started, Grade.SATISFIED, Grade.BASICALLY, ""))
                .orThrow();
        at("2024-04-20T09:00:00+08:00");
        UUID promise = handlings
                .byFiling(started)
                .orElseThrow()
                .commitments()
                .getFirst()
                .id();
        handler(ROADS, () -> handlings.fulfil(promise, Promise.FULFILLED, "验收（演示）"))
                .orThrow();
        at("2024-05-20T09:00:00+08:00");
        answered(late, MONEY, "D", Optional.empty());
        deputy(BODY, 3, () -> handlings.judge(late, Grade.BASICALLY, Grade.NOT, "没有措施（演示）"))
                .orThrow();
    }

    /** What was not admitted, taken back, sent back, not yet looked at; a motion that became a suggestion. */
    void apart() {
        at("2024-02-06T09:00:00+08:00");
        UUID letter = registered(8);
        office(() -> handlings.screen(letter, Screening.LETTER, Optional.of(Inadmissible.PERSONAL), "属于个人事项（演示）"))
                .orThrow();
        UUID refused = registered(8);
        office(() -> handlings.screen(refused, Screening.NOT_FILED, Optional.of(Inadmissible.PERSONAL), "没有实际内容（演示）"))
                .orThrow();
        UUID declined = submitted(9);
        office(() -> screenings.decline(declined, Outcome.RETURNED, Inadmissible.PERSONAL, "个人事项（演示）"))
                .orThrow();
        UUID withdrawn = admitted(9);
        deputy(BODY, 9, () -> filings.withdraw(withdrawn, "另行提出（演示）")).orThrow();
        UUID back = submitted(10);
        office(() -> screenings.sendBack(back, Screenings.Because.SEVERAL_MATTERS, "请分开提（演示）"))
                .orThrow();
        registered(10);
        UUID motion = deputy(BODY, 1, () -> filings.draft(BODY, Kind.MOTION, MOTION))
                .orThrow()
                .id();
        deputy(BODY, 1, () -> filings.submit(motion, true)).orThrow();
        deputy(BODY, 1, () -> filings.asSuggestion(motion)).orThrow();
        deputy(BODY, 2, () -> filings.draft(BODY, Kind.SUGGESTION, TEXT)).orThrow();
    }

    /** Two proposals: one filed, one passed on as public opinion; an inquiry is not counted at all. */
    void proposals() {
        for (Outcome outcome : List.of(Outcome.FILED, Outcome.PUBLIC_OPINION)) {
            UUID id = deputy(CPPCC, 1, () -> filings.draft(CPPCC, Kind.PROPOSAL, PROPOSAL))
                    .orThrow()
                    .id();
            deputy(CPPCC, 1, () -> filings.submit(id, true)).orThrow();
            office(() -> filings.register(id)).orThrow();
            for (int examiner = 0; examiner < 3; examiner++) {
                as(
                                clerk(Role.SECRETARIAT, CPPCC, UUID.randomUUID(), "审查人（演示）"),
                                () -> proposals.review(id, outcome, "演示理由"))
                        .orThrow();
            }
        }
    }

    void body(String id, Body.Kind kind, String rules, String prefix) {
        bodies.add(new Body(
                id, kind, new Bilingual("演示" + id, id), new Bilingual("演示", id), rules, Optional.empty(), true));
        StringBuilder roster = new StringBuilder(String.join(",", Rosters.COLUMNS));
        for (int i = 1; i <= 12; i++) {
            String group = i <= 6 ? "EC,长安区" : "ED,桥西区";
            roster.append("\n%s%03d,演示%s%d,,,,%s,,2021-09-01,,IN_OFFICE,,,%sC%03d"
                    .formatted(prefix, i, prefix, i, group, prefix, i));
        }
        rosters.take(id, roster.toString().getBytes(StandardCharsets.UTF_8), true)
                .orThrow();
    }

    @AfterAll
    void backToToday() {
        ((PlatformClock) clock).set(Instant.now());
    }

    void at(String instant) {
        ((PlatformClock) clock).set(OffsetDateTime.parse(instant).toInstant());
    }

    // ---------------------------------------------------------------- who acts

    static <T> T as(Caller caller, Supplier<T> action) {
        Set<T> result = new HashSet<>();
        caller.run(() -> result.add(action.get()));
        return result.iterator().next();
    }

    static Caller clerk(Role role, String scope, UUID account, String name) {
        return new Caller(Optional.of(account), Optional.empty(), name, true, Set.of(new Caller.Grant(role, scope)));
    }

    static final UUID OFFICE = UUID.randomUUID();
    static final UUID DRAFTER = UUID.randomUUID();
    static final UUID READER = UUID.randomUUID();
    static final UUID HEAD = UUID.randomUUID();

    <T> T office(Supplier<T> action) {
        Caller both = new Caller(
                Optional.of(OFFICE),
                Optional.empty(),
                "代表工作机构（演示）",
                true,
                Set.of(new Caller.Grant(Role.SECRETARIAT, BODY), new Caller.Grant(Role.SECRETARIAT, CPPCC)));
        return as(both, action);
    }

    <T> T handler(String organ, Supplier<T> action) {
        return as(clerk(Role.HANDLER, organ, DRAFTER, "承办人（演示）"), action);
    }

    <T> T deputy(String body, int number, Supplier<T> action) {
        String prefix = body.equals(BODY) ? "T" : body.equals(CPPCC) ? "V" : "U";
        Member member =
                bodies.memberByNumber(body, prefix + "%03d".formatted(number)).orElseThrow();
        return as(
                new Caller(
                        Optional.of(UUID.nameUUIDFromBytes((body + number).getBytes(StandardCharsets.UTF_8))),
                        Optional.of(member.person()),
                        member.name(),
                        true,
                        Set.of(new Caller.Grant(Role.MEMBER, body))),
                action);
    }

    UUID submitted(int lead) {
        UUID id = deputy(BODY, lead, () -> filings.draft(BODY, Kind.SUGGESTION, TEXT))
                .orThrow()
                .id();
        deputy(BODY, lead, () -> filings.submit(id, true)).orThrow();
        return id;
    }

    UUID registered(int lead) {
        UUID id = submitted(lead);
        office(() -> filings.register(id)).orThrow();
        return id;
    }

    UUID admitted(int lead) {
        UUID id = registered(lead);
        office(() -> handlings.screen(id, Screening.ACCEPTED, Optional.empty(), ""))
                .orThrow();
        return id;
    }

    UUID assigned(int lead, String organ) {
        UUID id = admitted(lead);
        office(() -> handlings.assign(id, List.of(new Share(organ, Mode.LEAD, "")), ""))
                .orThrow();
        handler(organ, () -> handlings.receive(id, organ)).orThrow();
        return id;
    }

    /** By phone where money is; the others are met. */
    Handling answered(UUID id, String organ, String code, Optional<LocalDate> promised) {
        Matter.Letter.Way way = organ.equals(ROADS) ? Matter.Letter.Way.VISIT : Matter.Letter.Way.PHONE;
        handler(
                        organ,
                        () -> handlings.contact(
                                id, organ, new Spoken(way, LocalDate.now(clock), "承办人（演示）", false, "听取意见（演示）")))
                .orThrow();
        ReplyText text = new ReplyText(
                "",
                List.of(new Point("增设路灯", "答复（演示）")),
                code,
                promised,
                promised.isPresent() ? "按期完成（演示）" : "",
                "承办人（演示）",
                true,
                "");
        handler(organ, () -> handlings.draft(id, organ, text)).orThrow();
        handler(organ, () -> handlings.submit(id, organ)).orThrow();
        as(clerk(Role.HANDLER, organ, READER, "办公室（演示）"), () -> handlings.review(id, organ, true, ""))
                .orThrow();
        return as(clerk(Role.ORGAN_HEAD, organ, HEAD, "负责人（演示）"), () -> handlings.review(id, organ, true, ""))
                .orThrow();
    }
}
