package org.yicheng.livelihood.delivery.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Questions;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Decision;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** 公告: what the standing committee decided about a project, for everybody to read (GB/T 9704-2012). */
@Component
class DecisionNotice {

    private final Prints prints;
    private final Bodies bodies;
    private final Questions questions;
    private final Words words;

    DecisionNotice(Prints prints, Bodies bodies, Questions questions, Words words) {
        this.prints = prints;
        this.bodies = bodies;
        this.questions = questions;
        this.words = words;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, "livelihood." + key, facts);
    }

    Prints.File print(Round round, Delivery delivery, Decision decision, Output output) {
        String committee = questions
                .byId(decision.question())
                .flatMap(question -> bodies.byId(question.body()))
                .or(() -> bodies.byId(round.body()))
                .map(Body::name)
                .orElseThrow()
                .zh();
        String kind = say("decided-" + decision.kind());
        Sheet sheet = Sheet.gazette(
                committee,
                say("notice-title", "kind", kind, "title", delivery.plan().title()));
        String day = OfficialDate.day(decision.day()).zh();
        sheet.paragraph(say(
                "notice-decided",
                "day",
                day,
                "committee",
                committee,
                "kind",
                kind,
                "year",
                round.year(),
                "number",
                delivery.number(),
                "title",
                delivery.plan().title()));
        for (String line : decision.text().lines().filter(one -> !one.isBlank()).toList()) {
            sheet.paragraph(line.strip());
        }
        sheet.paragraph(say("notice-chosen", "chosen", delivery.plan().chosen()));
        List.of("notice-next", "notice-so").forEach(key -> sheet.paragraph(say(key)));
        sheet.signed(committee, day);
        return prints.print(sheet, new Prints.What("livelihood-notice", delivery.subject(), delivery.demo()), output);
    }
}
