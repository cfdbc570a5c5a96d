package org.yicheng.walk;

import static org.yicheng.walk.Way.to;

import java.util.stream.Stream;

/** The pages that are walked, and how a reader comes to them. */
final class Ways {

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    private Ways() {}

    /** The main pages; the whole walk ({@code ./yicheng walk}) opens the further ones too. */
    static Stream<Way> all() {
        return "full".equals(System.getProperty("yicheng.walk"))
                ? Stream.of(mainPages(), furtherPages(), suggestionPages()).flatMap(ways -> ways)
                : mainPages();
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
}
