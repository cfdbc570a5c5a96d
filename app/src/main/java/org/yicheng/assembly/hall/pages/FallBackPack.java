package org.yicheng.assembly.hall.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.document.Html;
import org.yicheng.document.NameOrder;
import org.yicheng.document.Typesetter;

/**
 * 应急材料: what a sitting needs when every device fails, printed before it begins: the roster to be ticked by hand,
 * a tally sheet for each question and teller, and ballot papers.
 */
@Component
class FallBackPack {

    /** The most pages of ballot papers of one question: four papers a page. */
    static final int MOST_PAGES = 200;

    private static final int TELLERS = 2;
    private static final int PAPERS_A_PAGE = 4;
    private static final int TALLY_LINES = 6;

    private final Sittings sittings;
    private final Questions questions;
    private final Bodies bodies;
    private final NameOrder names;
    private final Typesetter typesetter;

    FallBackPack(Sittings sittings, Questions questions, Bodies bodies, NameOrder names, Typesetter typesetter) {
        this.sittings = sittings;
        this.questions = questions;
        this.bodies = bodies;
        this.names = names;
        this.typesetter = typesetter;
    }

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) "/" counter(pages); font-family: Hei; font-size: 9pt; } }
            body { margin: 0; font-family: Song; font-size: 11pt; line-height: 17pt; color: #000; }
            h1 { margin: 0 0 4mm 0; text-align: center; font-size: 18pt; line-height: 26pt; font-weight: 700; }
            h2 { margin: 5mm 0 2mm 0; font-family: Hei; font-weight: 400; font-size: 12pt; }
            p { margin: 0 0 2mm 0; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; margin: 2mm 0; }
            th, td { border: 0.25mm solid #555; padding: 1.4mm 1mm; text-align: left; font-weight: 400; }
            th { font-family: Hei; }
            tr { page-break-inside: avoid; }
            .sheet { page-break-before: always; }
            .tally td { height: 9mm; }
            .paper { border: 0; border-bottom: 0.2mm dashed #888; height: 62mm; padding: 3mm 4mm; page-break-inside: avoid; }
            .paper .title { font-size: 16pt; line-height: 24pt; font-weight: 700; text-align: center; }
            .marks { width: 100mm; margin: 3mm auto; }
            .marks td { text-align: center; font-size: 14pt; height: 13mm; width: 33mm; vertical-align: middle; }
            .small { font-size: 9pt; line-height: 13pt; }
            """;

    /** @param pages pages of ballot papers a question, four papers each */
    byte[] of(Sitting sitting, int pages) {
        List<Question> put = questions.ofSitting(sitting.id()).stream()
                .filter(question -> question.kind() != Question.Kind.HEARING)
                .filter(question -> question.state() == Question.State.LISTED
                        || question.state() == Question.State.PUT
                        || question.state() == Question.State.VOTING)
                .toList();
        StringBuilder body = new StringBuilder();
        roster(body, sitting);
        put.forEach(question ->
                IntStream.rangeClosed(1, TELLERS).forEach(teller -> tally(body, sitting, question, teller)));
        if (put.isEmpty()) {
            IntStream.rangeClosed(1, TELLERS).forEach(teller -> blankTally(body, sitting, teller));
        }
        put.forEach(question -> papers(body, sitting, question, pages));
        return typesetter.pdf(
                "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><title>应急材料</title><style>" + STYLE
                        + "</style></head><body>" + body + "</body></html>");
    }

    private void roster(StringBuilder body, Sitting sitting) {
        Roll roll = sittings.roll(sitting.id());
        boolean demo = bodies.byId(sitting.body()).orElseThrow().demo();
        body.append("<h1>应急签到册</h1><p>")
                .append(Html.text(sitting.name().zh()))
                .append("　")
                .append(Html.text(sitting.hall()))
                .append("</p><p>应到")
                .append(roll.due())
                .append("人，法定人数")
                .append(roll.required())
                .append("人（")
                .append(Html.text(roll.opening().source().zh()))
                .append("）。设备不能使用时，由工作人员逐人打勾，并请本人签名。</p>");
        if (demo) {
            body.append("<p class=\"small\">演示：人名为演示而设，不是真实记录。</p>");
        }
        Comparator<String> strokes = names.byStrokes(NameOrder.SingleName.AS_ZERO);
        List<Member> members = bodies.membersOf(sitting.body()).stream()
                .filter(member -> member.status() == Member.MandateStatus.IN_OFFICE)
                .sorted(Comparator.comparing(Member::name, strokes).thenComparing(Member::number))
                .toList();
        List<String> shown = new ArrayList<>();
        for (Group group : bodies.groupsOf(sitting.body())) {
            List<Member> own = members.stream()
                    .filter(member -> member.group().equals(group.code()))
                    .toList();
            if (!own.isEmpty()) {
                shown.add(group.code());
                names(body, group.name() + "（" + own.size() + "名）　实到：＿＿＿＿", own);
            }
        }
        List<Member> others = members.stream()
                .filter(member -> !shown.contains(member.group()))
                .toList();
        if (!others.isEmpty()) {
            names(body, "（" + others.size() + "名）　实到：＿＿＿＿", others);
        }
    }

    private static void names(StringBuilder body, String heading, List<Member> members) {
        body.append("<h2>").append(Html.text(heading)).append("</h2><table><thead><tr>");
        Collections.nCopies(3, "<th>姓名</th><th>到</th><th>签名</th>").forEach(body::append);
        body.append("</tr></thead><tbody>");
        for (int i = 0; i < members.size(); i += 3) {
            body.append("<tr>");
            for (int j = i; j < i + 3; j++) {
                body.append("<td>")
                        .append(
                                j < members.size()
                                        ? Html.text(HallSheets.printed(
                                                members.get(j).name()))
                                        : "")
                        .append("</td><td>")
                        .append(j < members.size() ? "□" : "")
                        .append("</td><td></td>");
            }
            body.append("</tr>");
        }
        body.append("</tbody></table>");
    }

    private static void tally(StringBuilder body, Sitting sitting, Question question, int teller) {
        tally(body, sitting, question.number() + ". " + question.title().zh(), teller);
    }

    private static void blankTally(StringBuilder body, Sitting sitting, int teller) {
        tally(body, sitting, "事项：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", teller);
    }

    /** Two tellers count on their own; their sheets must agree (NPC rules, art. 60). */
    private static void tally(StringBuilder body, Sitting sitting, String title, int teller) {
        body.append("<div class=\"sheet\"><h1>举手表决计票单（计票人")
                .append(teller == 1 ? "一" : "二")
                .append("）</h1><p>")
                .append(Html.text(sitting.name().zh()))
                .append("</p><h2>")
                .append(Html.text(title))
                .append(
                        "</h2><table class=\"tally\"><thead><tr><th>区</th><th>在场</th><th>赞成</th><th>反对</th><th>弃权</th><th>未表决</th></tr></thead><tbody>");
        for (int line = 0; line < TALLY_LINES; line++) {
            body.append("<tr><td></td><td></td><td></td><td></td><td></td><td></td></tr>");
        }
        body.append("<tr><td>合计</td><td></td><td></td><td></td><td></td><td></td></tr></tbody></table>")
                .append("<p>赞成、反对、弃权、未表决四项之和应等于在场人数。两名计票人各自清点，结果一致方可宣布。</p>")
                .append("<p>计票人：＿＿＿＿＿＿＿＿　　监票人：＿＿＿＿＿＿＿＿　　时间：＿＿＿＿＿＿＿＿</p></div>");
    }

    /** No identifying mark: no number, no name, every paper alike. */
    private static void papers(StringBuilder body, Sitting sitting, Question question, int pages) {
        for (int page = 0; page < pages; page++) {
            body.append("<div class=\"sheet\">");
            for (int paper = 0; paper < PAPERS_A_PAGE; paper++) {
                body.append("<div class=\"paper\"><p class=\"title\">表决票</p><p>")
                        .append(Html.text(sitting.name().zh()))
                        .append("　")
                        .append(Html.text(question.title().zh()))
                        .append(
                                "</p><table class=\"marks\"><tr><td>赞成</td><td>反对</td><td>弃权</td></tr><tr><td></td><td></td><td></td></tr></table>")
                        .append("<p class=\"small\">在一项下画○。画两项以上或者无法辨认的，此票无效；未画的，视为弃权。</p></div>");
            }
            body.append("</div>");
        }
    }
}
