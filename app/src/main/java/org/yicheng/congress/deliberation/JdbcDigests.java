package org.yicheng.congress.deliberation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.document.Html;
import org.yicheng.document.Output;
import org.yicheng.document.Papers;
import org.yicheng.party.Caller;
import org.yicheng.party.Permission;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Language;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.rule.Words;

/** Digests as documents of the session's secretariat; official paper is Chinese. */
@Component
class JdbcDigests implements Digests {

    private static final Citation DIGESTS = Citation.of(Law.PRODUCT, "opinions.digest");
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Opinions opinions;
    private final Delegations delegations;
    private final Sessions sessions;
    private final Papers papers;
    private final Deeds deeds;
    private final Words words;
    private final Clock clock;

    JdbcDigests(
            JdbcClient jdbc,
            Opinions opinions,
            Delegations delegations,
            Sessions sessions,
            Papers papers,
            Deeds deeds,
            Words words,
            Clock clock) {
        this.jdbc = jdbc;
        this.opinions = opinions;
        this.delegations = delegations;
        this.sessions = sessions;
        this.papers = papers;
        this.deeds = deeds;
        this.words = words;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Ruling<Issued> issue(String id) {
        // The session's row is locked, so that two issued at once get two numbers.
        jdbc.sql("select id from congress.session where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
        Optional<Session> session = sessions.byId(id);
        if (session.isEmpty()) {
            return Ruling.refused(Refusal.plain("congress.session.unknown", "value", id));
        }
        List<Opinions.OfSubject> subjects = opinions.digest(id);
        String html = html(id, subjects);
        Optional<Issued> last = of(id).stream().findFirst();
        if (subjects.isEmpty()) {
            return Ruling.refused(Refusal.by(DIGESTS, "congress.digest-empty"));
        }
        if (last.filter(one -> one.recalledAt().isEmpty() && one.paper().html().equals(html))
                .isPresent()) {
            return Ruling.refused(Refusal.by(
                    DIGESTS, "congress.digest-unchanged", "number", last.get().number()));
        }
        int number = last.map(Issued::number).orElse(0) + 1;
        Papers.Paper paper = papers.issue(paper(session.get(), number, html));
        store(id, number, paper, subjects);
        deeds.write(
                Permission.BULLETIN_APPROVE,
                DIGESTS,
                "congress.digest.issue",
                "congress-session:" + id,
                "number",
                number,
                "notes",
                total(subjects),
                "sha256",
                paper.sha256());
        return Ruling.granted(byNumber(id, number).orElseThrow());
    }

    private static Papers.NewPaper paper(Session session, int number, String html) {
        String office = session.name().zh() + "秘书处";
        return new Papers.NewPaper(
                "opinions-digest",
                "congress-opinions:" + session.id() + ":" + number,
                "第" + ChineseNumerals.of(number) + "期",
                office,
                "代表团审议意见汇总",
                html,
                office,
                Papers.Form.GAZETTE,
                Papers.Audience.SECRETARIAT,
                session.demo());
    }

    private static int total(List<Opinions.OfSubject> subjects) {
        return subjects.stream().mapToInt(Opinions.OfSubject::total).sum();
    }

    private static Stream<Opinions.Opinion> all(List<Opinions.OfSubject> subjects) {
        return subjects.stream().flatMap(subject -> subject.parts().stream()).flatMap(part -> part.opinions().stream());
    }

    private static int handed(List<Opinions.OfSubject> subjects) {
        return (int) all(subjects).map(Opinions.Opinion::delegation).distinct().count();
    }

    private void store(String session, int number, Papers.Paper paper, List<Opinions.OfSubject> subjects) {
        jdbc.sql("""
                        insert into congress.opinions_digest (session, number, paper, notes, delegations, issued_at, issued_by)
                        values (:session, :number, :paper, :notes, :delegations, :at, :by)
                        """)
                .param("session", session)
                .param("number", number)
                .param("paper", paper.id())
                .param("notes", total(subjects))
                .param("delegations", handed(subjects))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", Caller.current().name())
                .update();
    }

    private String html(String session, List<Opinions.OfSubject> subjects) {
        StringBuilder html = new StringBuilder("<p>")
                .append(say(
                        "deliberation.digest-lede",
                        "all",
                        delegations.of(session).size(),
                        "handed",
                        handed(subjects),
                        "n",
                        total(subjects)))
                .append("</p>");
        for (Opinions.OfSubject subject : subjects) {
            html.append("<h2>")
                    .append(Html.text(subject.subject()))
                    .append(say("deliberation.digest-count", "n", subject.total(), "answered", subject.answered()))
                    .append("</h2>");
            subject.parts().forEach(part -> html.append(part(part)));
        }
        return html.toString();
    }

    private String part(Opinions.OfParagraph part) {
        String where = part.paragraph()
                .map(number -> "<p><b>第" + ChineseNumerals.of(number) + "段</b>：" + Html.text(part.text()) + "</p>")
                .orElse("");
        return where
                + part.opinions().stream()
                        .map(this::row)
                        .collect(Collectors.joining(
                                "",
                                "<table><thead><tr><th>代表团</th><th>发言人</th><th>类别</th><th>意见</th><th>处理</th></tr></thead><tbody>",
                                "</tbody></table>"));
    }

    private String row(Opinions.Opinion opinion) {
        Notes.Note note = opinion.note();
        String said = note.words() + (note.wording().isEmpty() ? "" : "（建议改为：" + note.wording() + "）");
        String answer = opinion.answer()
                .map(found -> say("deliberation.result-" + found.result())
                        + (found.reason().isEmpty() ? "" : "：" + found.reason()))
                .orElse("");
        return Stream.of(
                        opinion.delegation(),
                        note.speaker().name(),
                        say("deliberation.kind-" + note.kind()),
                        said,
                        answer)
                .map(cell -> "<td>" + Html.text(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, key, facts);
    }

    @Override
    @Transactional
    public Ruling<Issued> recall(String session, int number, String because) {
        Optional<Issued> found = byNumber(session, number);
        List<Refusal> reasons = new ArrayList<>();
        if (found.isEmpty()) {
            reasons.add(Refusal.plain("congress.digest.unknown", "value", number));
        } else if (found.get().recalledAt().isPresent()) {
            reasons.add(Refusal.by(DIGESTS, "congress.digest-recalled", "number", number));
        }
        int length = because.strip().length();
        if (length < 1 || length > LONGEST_REASON) {
            reasons.add(Refusal.at("because", "congress.reason-length", "value", length, "most", LONGEST_REASON));
        }
        if (!reasons.isEmpty()) {
            return Ruling.refused(reasons);
        }
        papers.recall(found.orElseThrow().paper().id(), because.strip());
        jdbc.sql("""
                        update congress.opinions_digest set recalled_at = :at, because = :because
                         where session = :session and number = :number
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("because", because.strip())
                .param("session", session)
                .param("number", number)
                .update();
        deeds.write(
                Permission.BULLETIN_APPROVE,
                DIGESTS,
                "congress.digest.recall",
                "congress-session:" + session,
                "number",
                number,
                "reason",
                because.strip());
        return Ruling.granted(byNumber(session, number).orElseThrow());
    }

    @Override
    public List<Issued> of(String session) {
        return jdbc.sql("select * from congress.opinions_digest where session = :session order by number desc")
                .param("session", session)
                .query(this::issued)
                .list();
    }

    @Override
    public Optional<Issued> byNumber(String session, int number) {
        return jdbc.sql("select * from congress.opinions_digest where session = :session and number = :number")
                .param("session", session)
                .param("number", number)
                .query(this::issued)
                .optional();
    }

    private Issued issued(ResultSet row, int at) throws SQLException {
        return new Issued(
                row.getInt("number"),
                papers.byId(row.getObject("paper", UUID.class)).orElseThrow(),
                row.getInt("notes"),
                row.getInt("delegations"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                Optional.ofNullable(row.getObject("recalled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("because"));
    }

    @Override
    public byte[] file(Issued digest, Output output) {
        return papers.file(digest.paper().id(), output);
    }
}
