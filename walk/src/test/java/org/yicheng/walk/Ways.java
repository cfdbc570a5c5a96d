package org.yicheng.walk;

import static org.yicheng.walk.Way.to;

import java.util.stream.Stream;

/** The pages that are walked, and how a reader comes to them. */
final class Ways {

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    /** The years of the livelihood page whose projects are delivered, and whose candidates residents were asked about. */
    private static final String DELIVERED_YEAR = "main h2 a[href^='/livelihood/rounds/']:has-text('2023')";

    private static final String POLLED_YEAR = "main h2 a[href^='/livelihood/rounds/']:has-text('2024')";

    private Ways() {}

    /** The main pages; the whole walk ({@code ./yicheng walk}) opens the further ones too. */
    static Stream<Way> all() {
        return "full".equals(System.getProperty("yicheng.walk"))
                ? Stream.of(
                                mainPages(),
                                livelihoodPages(),
                                furtherPages(),
                                suggestionPages(),
                                livelihoodDesks(),
                                ledgerPages(),
                                appraisalsAndElections())
                        .flatMap(ways -> ways)
                : Stream.concat(mainPages(), livelihoodPages());
    }

    private static Stream<Way> mainPages() {
        return Stream.of(
                to("", "/"),
                to("", "/login"),
                to("", "/demo"),
                to("", "/preferences"),
                to("", "/sessions"),
                to("", "/sessions/sjz-npc-15-5/public"),
                to("", "/rules"),
                to("", "/help"),
                to("", "/no-such-page"),
                to("secretariat", "/sessions/sjz-npc-15-5"),
                to("secretariat", "/sessions/sjz-npc-15-5/roster"),
                to("secretariat", "/sessions/sjz-npc-15-5/roster/import"),
                to("secretariat", "/sessions/sjz-npc-15-5/registration"),
                to("secretariat", "/sessions/sjz-npc-15-5/hall-codes"),
                to("secretariat", "/sessions/sjz-npc-15-5/lists/PRESIDIUM"),
                to("secretariat", "/sittings/" + SITTING + "/prepare"),
                to("secretariat", "/matters/tasks"),
                to("chair", "/chair/" + SITTING),
                to("gate", "/gate/" + SITTING + "?gate=1"),
                to("board", "/board/" + SITTING),
                to("auditor", "/record"),
                to("administrator", "/accounts"),
                to("administrator", "/permissions"),
                to("S0100", "/me"),
                to("S0100", "/floor/" + SITTING),
                to("S0001", "/me"),
                to("S0001", "/sessions/sjz-npc-15-5/presidium"));
    }

    private static Stream<Way> livelihoodPages() {
        Way deliveries = to("", "/livelihood").then(DELIVERED_YEAR).then("main a[href$='/deliveries']");
        Way poll = to("", "/livelihood").then("main a[href$='/poll']");
        return Stream.of(
                to("", "/livelihood"),
                deliveries,
                deliveries.then("main a[href^='/livelihood/deliveries/']"),
                poll,
                poll.then("main a[href^='/budgeting/']"),
                to("", "/livelihood/rate"),
                to("", "/budgeting/minghu"));
    }

    private static Stream<Way> furtherPages() {
        return Stream.of(
                to("", "/documents"),
                to("", "/search?q=%E4%BC%9A%E8%AE%AE"),
                to("secretariat", "/search"),
                to("secretariat", "/catalogue?text=%E5%85%BB%E7%8A%AC"),
                to("secretariat", "/catalogue/themes?kind=library.entry"),
                to("secretariat", "/catalogue/organs"),
                to("", "/procedures"),
                to("", "/procedures/suggestion"),
                to("", "/holidays"),
                to("", "/holidays/2024"),
                to("administrator", "/holidays/import"),
                to("secretariat", "/matters/tasks"),
                to("secretariat", "/sittings/" + SITTING + "/seats"),
                to("secretariat", "/sittings/" + SITTING + "/seats?block=A"),
                to("secretariat", "/sittings/" + SITTING + "/seats/plan"),
                to("secretariat", "/sittings/" + SITTING + "/gates"),
                to("secretariat", "/sittings/" + SITTING + "/left-early"),
                to("secretariat", "/bodies/sjz-npc-15/halls"),
                to("secretariat", "/halls/demo-great-hall/edit"),
                to("secretariat", "/bodies/sjz-npc-15/guests"),
                to("secretariat", "/sessions/sjz-npc-15-5/delegations"),
                to("secretariat", "/sessions/sjz-npc-15-5/inbox"),
                to("secretariat", "/sessions/sjz-npc-15-5/bulletins"),
                to("secretariat", "/sessions/sjz-npc-15-5/drafts"),
                to("secretariat", "/sessions/sjz-npc-15-5/opinions"),
                to("secretariat", "/sessions/new"),
                to("secretariat", "/sessions/sjz-npc-15-5/mandates"),
                to("secretariat", "/sessions/sjz-npc-15-5/mandates/S0100"),
                to("secretariat", "/sessions/sjz-npc-15-5/duties"),
                to("secretariat", "/bodies/sjz-npc-15/standing-committee"),
                to("secretariat", "/bodies/sjz-npc-15/standing-committee/members"),
                to("secretariat", "/bodies/sjz-npc-15/resignations"),
                to("secretariat", "/sessions/sjz-npc-15-5/leave"),
                to("S0100", "/me/leave"),
                to("", "/sittings/" + SITTING + "/agenda"),
                to("", "/sittings/" + SITTING + "/debate-rules"),
                to("secretariat", "/sittings/" + SITTING + "/agenda/edit"),
                to("secretariat", "/sittings/" + SITTING + "/motions/new"),
                to("secretariat", "/sittings/" + SITTING + "/boards"),
                to("chair", "/sittings/" + SITTING + "/debate/desk"),
                to("S0100", "/sittings/" + SITTING + "/debate"),
                to("board", "/board/" + SITTING + "/main"),
                to("secretariat", "/bodies/sjz-npc-15/documents"),
                to("secretariat", "/bodies/sjz-npc-15/documents/new"),
                to("secretariat", "/sessions/sjz-npc-15-5/schedule"),
                to("S0100", "/documents"),
                to("S0100", "/sessions/sjz-npc-15-5/delegations"),
                to("S0100", "/sessions/sjz-npc-15-5/my-words"),
                to("secretariat", "/sessions/sjz-npc-15-5/elections"),
                to("secretariat", "/demo/elections/nominating"),
                to("teller1", "/demo/elections/entry"),
                to("teller1", "/demo/elections/batch"),
                to("scrutineer", "/demo/elections/scrutiny"),
                to("board", "/board/demo-election-plenary"),
                to("", "/demo/elections/result"),
                to("S0001", "/demo/elections/nominate"),
                to("S0001", "/demo/elections/ballot"));
    }

    private static Stream<Way> suggestionPages() {
        return Stream.of(
                to("S0100", "/filings"),
                to("S0100", "/filings/new?kind=MOTION"),
                to("", "/demo/board"),
                to("S0100", "/special-calls"),
                to("secretariat", "/special-calls"),
                to("secretariat", "/bodies/sjz-npc-15/filings/place"),
                to("secretariat", "/filings/desk"),
                to("secretariat", "/bodies/sjz-npc-15/filings/import"),
                to("secretariat", "/handling/desk"),
                to("secretariat", "/handling/promises"),
                to("secretariat", "/handling/settings"),
                to("secretariat", "/handling/statistics?by=GROUP"),
                to("secretariat", "/handling/statistics/list?measure=REPLIED"),
                to("secretariat", "/handling/themes"),
                to("handler", "/handling"),
                to("administrator", "/organs"),
                to("", "/suggestions"),
                to("", "/suggestions/summary"));
    }

    private static Stream<Way> livelihoodDesks() {
        Way year = to("", "/livelihood").then(POLLED_YEAR);
        Way call = to("", "/livelihood").then("main a[href$='/wish']");
        Way wishes = to("secretariat", "/bodies/sjz-npc-15/livelihood").then("main a[href$='/desk']:has-text('2024')");
        Way projects = wishes.then("main a[href$='/projects']");
        Way deliveries = to("secretariat", "/livelihood").then(DELIVERED_YEAR).then("main a[href$='/deliveries']");
        return Stream.of(
                year,
                year.then("main a[href^='/livelihood/wishes/']"),
                call,
                to("", "/livelihood/receipt"),
                to("", "/livelihood").then("main a[href$='/poll']").then("main a[href$='/poll/receipt']"),
                to("", "/budgeting"),
                to("secretariat", "/budgeting/upload"),
                to("secretariat", "/livelihood/desk"),
                to("secretariat", "/bodies/sjz-npc-15/livelihood"),
                wishes,
                wishes.then("main a[href^='/livelihood/wishes/']"),
                projects,
                projects.then("main a[href^='/livelihood/projects/']"),
                projects.then("main a[href$='/poll/desk']"),
                projects.then("main a[href$='/ballot']"),
                deliveries,
                deliveries.then("main a[href$='/deliveries/new']"),
                deliveries.then("main a[href$='/evaluation']"),
                to("builder", "/livelihood")
                        .then(DELIVERED_YEAR)
                        .then("main a[href$='/deliveries']")
                        .then("main a[href^='/livelihood/deliveries/']"));
    }

    private static Stream<Way> ledgerPages() {
        Way book = to("treasurer", "/ledger").then("main a[href^='/ledger/books/']");
        return Stream.of(
                to("treasurer", "/ledger"),
                book,
                book.then("main a[href$='/post']"),
                book.then("main a[href^='/ledger/accounts/']"),
                book.then("main a[href^='/ledger/postings/']"),
                to("auditor", "/ledger").then("main a[href^='/ledger/books/']"));
    }

    private static Stream<Way> appraisalsAndElections() {
        return Stream.of(
                to("secretariat", "/sittings/sjz-npc-15-standing-committee-demo/appraisals"),
                to("chair", "/sittings/sjz-npc-15-standing-committee-demo/appraisals"),
                to("secretariat", "/sittings/" + SITTING + "/choices"),
                to("secretariat", "/sittings/" + SITTING + "/proxies"),
                to("W013", "/sessions/sjz-cppcc-3/elections"),
                to("secretariat", "/filings/desk").then("main a[href^='/filings/']:not([href*='/desk'])"),
                to("secretariat", "/handling/desk")
                        .then("main td a[href^='/handling/'], main th a[href^='/handling/']"),
                to("handler", "/handling").then("main a[href^='/handling/']"),
                to("", "/suggestions").then("main a[href^='/suggestions/']:not([href*='summary'])"),
                to("S0100", "/documents").then("main a[href^='/documents/']"),
                to("", "/sittings/" + SITTING + "/agenda").then("main a[href^='/motions/']"));
    }
}
