package org.yicheng.proposals.handling.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Assignment;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Reply;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** The suggestion and the reply letter as official documents (GB/T 9704-2012); the class stands at the top right. */
@Component
class Letters {

    private static final String[] ORDINALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final Prints prints;
    private final Bodies bodies;
    private final Handlings handlings;
    private final Words words;
    private final Clock clock;

    Letters(Prints prints, Bodies bodies, Handlings handlings, Words words, Clock clock) {
        this.prints = prints;
        this.bodies = bodies;
        this.handlings = handlings;
        this.words = words;
        this.clock = clock;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, key, facts);
    }

    private String day(Instant at) {
        return OfficialDate.day(at.atZone(clock.getZone()).toLocalDate()).zh();
    }

    /** 答复函. @param named false where the author's name is not to be told */
    Prints.File reply(Handling handling, Reply reply, boolean named, Output output) {
        Filing filing = handling.filing();
        Body body = bodies.byId(filing.body()).orElseThrow();
        Sheet sheet = Sheet.gazette(new Sheet.Head(
                List.of(),
                reply.organName(),
                reply.text().number(),
                say(
                        key(filing, "proposals.handling.letter-title"),
                        "body",
                        body.name().zh(),
                        "number",
                        number(filing)),
                addressee(handling, named)));
        sheet.topRight(
                say("proposals.handling.letter-class", "class", reply.text().code()));
        sheet.paragraph(say(opening(handling), "title", filing.title()));
        List<Point> points = reply.text().points();
        for (int i = 0; i < points.size(); i++) {
            if (points.size() > 1) {
                sheet.heading(ordinal(i) + "、" + say("proposals.handling.letter-on", "asked", bare(points.get(i))));
            }
            points.get(i).answered().lines().forEach(sheet::paragraph);
        }
        opinions(handling, sheet);
        reply.text()
                .promised()
                .ifPresent(due -> sheet.paragraph(say(
                        "proposals.handling.letter-promise",
                        "promise",
                        reply.text().promise(),
                        "due",
                        OfficialDate.day(due).zh())));
        sheet.paragraph(say("proposals.handling.letter-closing"));
        sheet.paragraph(
                say("proposals.handling.letter-contact", "contact", reply.text().contact()));
        if (reply.sealed().isPresent()) {
            sheet.paragraph(say("proposals.handling.letter-signer", "signer", reply.signer()));
            sheet.signed(
                    String.join("、", issuers(handling, reply)),
                    day(reply.sealed().get()));
        } else {
            sheet.paragraph(say("proposals.handling.letter-draft"));
        }
        String open = reply.text().open()
                ? say("proposals.handling.letter-open")
                : say("proposals.handling.letter-closed", "reason", reply.text().openReason());
        sheet.imprint(
                say(
                                key(filing, "proposals.handling.letter-copies"),
                                "body",
                                body.shortName().zh()) + "　" + open,
                reply.organName(),
                day(reply.sealed().orElse(reply.draftedAt())));
        return prints.print(sheet, new Prints.What("reply-letter", "filing:" + filing.id(), filing.demo()), output);
    }

    private static String bare(Point point) {
        String asked = point.asked().replaceFirst("^[一二三四五六七八九十0-9]+[、.．]\\s*", "");
        return asked.length() > 40 ? asked.substring(0, 40) + "……" : asked;
    }

    private static String ordinal(int index) {
        return index < ORDINALS.length ? ORDINALS[index] : String.valueOf(index + 1);
    }

    private static List<String> issuers(Handling handling, Reply reply) {
        List<String> leads = handling.standing().stream()
                .filter(one -> one.mode() == Mode.LEAD)
                .map(Assignment::organName)
                .toList();
        return leads.isEmpty() ? List.of(reply.organName()) : leads;
    }

    private void opinions(Handling handling, Sheet sheet) {
        List<Assignment> assistants = handling.standing().stream()
                .filter(one -> one.mode() == Mode.ASSIST && one.opinion().isPresent())
                .toList();
        assistants.forEach(one -> sheet.paragraph(say(
                "proposals.handling.letter-opinion",
                "organ",
                one.organName(),
                "opinion",
                one.opinion().orElseThrow())));
    }

    /** The words of a proposal where they differ from those of a suggestion. */
    private static String key(Filing filing, String words) {
        return filing.kind() == Kind.PROPOSAL ? words + "-PROPOSAL" : words;
    }

    /** An organisation is not addressed as a person. */
    private static String opening(Handling handling) {
        return handling.collective().isPresent()
                ? "proposals.handling.letter-opening-collective"
                : "proposals.handling.letter-opening";
    }

    private String addressee(Handling handling, boolean named) {
        Filing filing = handling.filing();
        if (handling.collective().isPresent()) {
            return handling.moved();
        }
        if (!named) {
            return say("proposals.handling.letter-to-concealed");
        }
        List<String> names = filing.signatures().stream()
                .filter(filing::stands)
                .map(Filing.Signature::name)
                .toList();
        boolean every = handlings.setting(filing.body()).everySigner();
        String whom =
                every ? String.join("、", names) : names.stream().findFirst().orElse("");
        return say(key(filing, "proposals.handling.letter-to"), "names", whom);
    }

    private static String number(Filing filing) {
        return filing.number().map(String::valueOf).orElse("—");
    }

    /** The suggestion or proposal itself. */
    Prints.File suggestion(Handling handling, boolean named, Output output) {
        Filing filing = handling.filing();
        Body body = bodies.byId(filing.body()).orElseThrow();
        Sheet sheet = Sheet.gazette(new Sheet.Head(
                List.of(),
                body.name().zh(),
                say(key(filing, "proposals.handling.paper-number"), "number", number(filing)),
                filing.title(),
                ""));
        for (Part part : filing.kind().parts()) {
            sheet.heading(say("proposals.part-" + part));
            filing.parts().getOrDefault(part, "").lines().forEach(sheet::paragraph);
        }
        String signed = filing.signatures().stream()
                .filter(filing::stands)
                .map(one -> one.name() + "（" + one.group() + " " + one.number() + "）")
                .collect(Collectors.joining("、"));
        String names = handling.collective().isPresent() ? handling.moved() : signed;
        sheet.labelled(
                say(key(filing, "proposals.handling.paper-authors")),
                named ? names : say("proposals.handling.concealed"));
        filing.received().ifPresent(at -> sheet.signed("", day(at)));
        return prints.print(
                sheet,
                new Prints.What(Setting.procedureOf(filing.kind()), "filing:" + filing.id(), filing.demo()),
                output);
    }
}
