package org.yicheng.congress.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Sittings;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.congress.Resignation;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.document.Html;
import org.yicheng.document.Papers;
import org.yicheng.home.PlatformClock;
import org.yicheng.rule.Language;
import org.yicheng.web.Moments;

/** What stands on paper about a resignation: the text put to the vote, the announcement. */
@Component
class ResignationPapers {

    private final Papers papers;
    private final Bodies bodies;
    private final Sessions sessions;
    private final Sittings sittings;
    private final Clock clock;

    ResignationPapers(Papers papers, Bodies bodies, @Lazy Sessions sessions, @Lazy Sittings sittings, Clock clock) {
        this.papers = papers;
        this.bodies = bodies;
        this.sessions = sessions;
        this.sittings = sittings;
        this.clock = clock;
    }

    private String day(Instant at) {
        return new Moments(PlatformClock.SHANGHAI, Language.ZH).fullDay(at);
    }

    /** What is put to the vote. */
    String text(Resignation one) {
        return one.person() + "于" + OfficialDate.day(one.written()).zh() + "书面提出辞去" + one.title() + "职务。\n理由："
                + one.reason() + "\n提请决定接受其辞职。";
    }

    /** Who accepted it and when: 市人大常委会第十七次会议，2024年1月10日. */
    String decision(Question question, Instant at) {
        String meeting = sittings.byId(question.sitting())
                .flatMap(sitting -> session(sitting.subject()))
                .map(session -> session.name().zh())
                .orElseGet(
                        () -> bodies.byId(question.body()).orElseThrow().name().zh());
        return meeting + "，" + day(at);
    }

    private Optional<Session> session(String subject) {
        String prefix = "congress-session:";
        return subject.startsWith(prefix) ? sessions.byId(subject.substring(prefix.length())) : Optional.empty();
    }

    /** Announced by the presidium while the congress meets, else by the standing committee (GD 63, EL 56, DL 63). */
    Papers.Paper proclamation(Resignation one) {
        Body congress = bodies.byId(one.body()).orElseThrow();
        boolean plenary = one.competence().equals(Optional.of(Resignation.Competence.PLENARY));
        String issuer = congress.name().zh() + (plenary ? "会议主席团" : "常务委员会");
        return papers.issue(new Papers.NewPaper(
                "proclamation",
                "resignation:" + one.id(),
                "",
                issuer,
                "公　告",
                html(one),
                issuer,
                Papers.Form.GAZETTE,
                Papers.Audience.PUBLIC,
                congress.demo()));
    }

    private String html(Resignation one) {
        String accepted = "<p>" + Html.text(one.decision()) + "，决定接受" + Html.text(one.person()) + "辞去"
                + Html.text(one.title()) + "职务的请求。</p>";
        String approved = one.approval()
                .map(reference -> "<p>已经上一级人民代表大会常务委员会批准（" + Html.text(reference) + "）。</p>")
                .orElse("");
        String ended = one.kind() == Resignation.Kind.DEPUTY
                ? "<p>" + Html.text(one.person()) + "的代表资格自"
                        + day(one.effective().orElseGet(clock::instant)) + "起终止。</p>"
                : "";
        return accepted + approved + ended + "<p>现予公告。</p>";
    }
}
