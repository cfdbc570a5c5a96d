package org.yicheng.congress.deliberation.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.congress.Session;
import org.yicheng.congress.deliberation.Bulletins.Bulletin;
import org.yicheng.congress.deliberation.Bulletins.Excerpt;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.congress.deliberation.Notes.Note;
import org.yicheng.congress.deliberation.Opinions;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.rule.ChineseNumerals;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.web.Moments;

/** What is printed of the delegation meetings: bulletins, records, the digest of opinions. Official paper is Chinese. */
@Component
class MeetingSheets {

    private final Sittings sittings;
    private final Notes notes;
    private final Prints prints;
    private final Words words;
    private final Clock clock;

    MeetingSheets(Sittings sittings, Notes notes, Prints prints, Words words, Clock clock) {
        this.sittings = sittings;
        this.notes = notes;
        this.prints = prints;
        this.words = words;
        this.clock = clock;
    }

    private Moments time() {
        return new Moments(clock.getZone(), Language.ZH);
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, key, facts);
    }

    /** 简报: name in red, number, compiler and date over the red line, reach and printer in the 版记. */
    Prints.File bulletin(Session session, Bulletin bulletin, Output output) {
        String office = session.name().zh() + "秘书处";
        Instant at = bulletin.publishedAt().orElseGet(clock::instant);
        String issue = bulletin.number()
                .map(number -> "第" + ChineseNumerals.of(number) + "期")
                .orElse(say("deliberation.paper-unnumbered"));
        Sheet sheet = Sheet.bulletin(session.name().zh() + "简报", issue, "大会秘书处编", time().fullDay(at), bulletin.title());
        if (bulletin.number().isPresent()
                && bulletin.state() == org.yicheng.congress.deliberation.Bulletins.State.RECALLED) {
            sheet.paragraph(say("deliberation.paper-recalled", "because", bulletin.because()));
        }
        String subject = "";
        for (Excerpt excerpt : bulletin.excerpts()) {
            if (!excerpt.source().subject().equals(subject)) {
                subject = excerpt.source().subject();
                sheet.heading("关于" + subject);
            }
            sheet.paragraph(speaker(excerpt.source()) + "说：" + excerpt.words());
            if (!excerpt.source().wording().isEmpty()) {
                sheet.paragraph(proposed(excerpt.source()));
            }
        }
        if (!bulletin.approvedBy().isEmpty()) {
            sheet.paragraph("（签发：" + bulletin.approvedBy() + "）");
        }
        sheet.imprint(say("deliberation.reach-" + bulletin.reach()), office, time().fullDay(at));
        return prints.print(sheet, new Prints.What("bulletin", "bulletin:" + bulletin.id(), session.demo()), output);
    }

    private static String speaker(Note note) {
        return note.speaker().member()
                ? note.speaker().name() + "代表"
                : note.speaker().name();
    }

    private static String proposed(Note note) {
        String where = note.about()
                .paragraph()
                .map(number -> "第" + ChineseNumerals.of(number) + "段")
                .orElse("");
        return "建议将" + where + "改为：“" + note.wording() + "”";
    }

    /** 代表团会议记录. */
    Prints.File record(Places.Meeting meeting, Output output) {
        Sitting sitting = meeting.sitting();
        Instant opened = sitting.openedAt().orElse(sitting.plannedAt());
        Roll roll = sittings.roll(sitting.id(), sitting.closedAt().orElse(opened));
        Sheet sheet = Sheet.plain(meeting.session().name().zh() + sitting.name().zh() + "记录");
        sheet.labelled(
                "时间",
                time().fullDay(opened)
                        + time().minute(opened)
                        + sitting.closedAt().map(at -> "至" + time().minute(at)).orElse(""));
        sheet.labelled("地点", sitting.hall());
        sheet.labelled("主持", sitting.presiding());
        sheet.labelled(
                "出席", "应到" + roll.due() + "名，实到" + sittings.everPresent(sitting.id()) + "名，请假" + roll.onLeave() + "名");
        for (Note note : notes.ofSitting(sitting.id())) {
            sheet.heading(note.place() + ". " + speaker(note) + "　" + say("deliberation.kind-" + note.kind()) + "　"
                    + note.subject());
            sheet.paragraph(note.words());
            if (!note.wording().isEmpty()) {
                sheet.paragraph(proposed(note));
            }
            sheet.paragraph(say(note.confirmedNow() ? "deliberation.confirmed" : "deliberation.unconfirmed"));
        }
        sheet.signatures(List.of("主持人", "记录人"));
        return prints.print(
                sheet,
                new Prints.What(
                        "delegation-record",
                        "sitting:" + sitting.id(),
                        meeting.session().demo()),
                output);
    }

    /** 审议意见汇总, for the presidium. */
    Prints.File digest(Session session, List<Opinions.OfSubject> subjects, Output output) {
        return digest(session, "审议意见汇总", subjects, output);
    }

    /** 候选项目审议意见汇总: of what was referred, one by one, for the secretariat's explanation. */
    Prints.File referred(Session session, String sort, List<Opinions.OfSubject> subjects, Output output) {
        return digest(session, sort + "审议意见汇总", subjects, output);
    }

    private Prints.File digest(Session session, String title, List<Opinions.OfSubject> subjects, Output output) {
        Sheet sheet = Sheet.plain(session.name().zh() + title);
        for (Opinions.OfSubject subject : subjects) {
            sheet.heading(subject.subject() + "（" + subject.total() + "条，已答复" + subject.answered() + "条）");
            sheet.paragraph(subject.kinds().isEmpty() ? say("deliberation.nothing-said") : kinds(subject));
            for (Opinions.OfParagraph part : subject.parts()) {
                part.paragraph()
                        .ifPresent(number -> sheet.paragraph("第" + ChineseNumerals.of(number) + "段：" + part.text()));
                sheet.paragraph(part.delegations().entrySet().stream()
                        .map(entry -> entry.getKey() + entry.getValue() + "条")
                        .collect(Collectors.joining("，")));
                sheet.table(
                        List.of("代表团", "发言人", "类别", "意见", "处理"),
                        part.opinions().stream().map(this::line).toList());
            }
        }
        return prints.print(sheet, new Prints.What("opinions-digest", session.subject(), session.demo()), output);
    }

    private String kinds(Opinions.OfSubject subject) {
        return subject.kinds().entrySet().stream()
                        .map(entry -> say("deliberation.kind-" + entry.getKey()) + entry.getValue() + "条")
                        .collect(Collectors.joining("，"))
                + "。";
    }

    private List<String> line(Opinions.Opinion opinion) {
        Note note = opinion.note();
        String said = note.words() + (note.wording().isEmpty() ? "" : "（建议改为：" + note.wording() + "）");
        String answer = opinion.answer()
                .map(found -> say("deliberation.result-" + found.result())
                        + (found.reason().isEmpty() ? "" : "：" + found.reason()))
                .orElse("");
        return List.of(
                opinion.delegation(), note.speaker().name(), say("deliberation.kind-" + note.kind()), said, answer);
    }
}
