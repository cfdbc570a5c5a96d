package org.yicheng.proposals.store;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Sittings;
import org.yicheng.document.Html;
import org.yicheng.document.Papers;
import org.yicheng.proposals.Dismissal;
import org.yicheng.proposals.Dismissal.Defence;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.web.Moments;

/** What is printed of a dismissal: the defence for the deputies, the public announcement. */
@Component
class DismissalPapers {

    private final Papers papers;
    private final Bodies bodies;
    private final Sittings sittings;
    private final Words words;
    private final Clock clock;

    DismissalPapers(Papers papers, Bodies bodies, Sittings sittings, Words words, Clock clock) {
        this.papers = papers;
        this.bodies = bodies;
        this.sittings = sittings;
        this.words = words;
        this.clock = clock;
    }

    /** What is put to the vote: the parts of the motion. */
    String text(Filing filing) {
        return filing.kind().parts().stream()
                .map(part -> words.say(Language.ZH, "proposals.part-" + part) + "："
                        + filing.parts().getOrDefault(part, ""))
                .collect(Collectors.joining("\n"));
    }

    Papers.Paper defence(Filing filing, Dismissal dismissal, int number) {
        Defence defence = dismissal.defences().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        String how = defence.sitting()
                .flatMap(sittings::byId)
                .map(sitting -> "在" + sitting.name().zh() + "上提出")
                .orElse("书面提出");
        String html = "<p>罢免案：" + Html.text(filing.title()) + "</p><p>罢免对象："
                + Html.text(filing.parts().getOrDefault(Part.PERSON, "")) + "</p><p>本人" + day(defence.at()) + how
                + "的申辩意见：</p>" + paragraphs(defence.text());
        return issue(filing, "dismissal-defence", "-" + number, "关于罢免案的申辩意见", html, Papers.Audience.MEMBERS);
    }

    Papers.Paper proclamation(Filing filing, Instant decided) {
        String html = "<p>" + Html.text(name(filing)) + day(decided) + "通过表决，罢免"
                + Html.text(filing.parts().getOrDefault(Part.PERSON, "")) + "。</p><p>现予公告。</p>";
        return issue(filing, "proclamation", "", "公　告", html, Papers.Audience.PUBLIC);
    }

    private Papers.Paper issue(
            Filing filing, String kind, String suffix, String title, String html, Papers.Audience audience) {
        String issuer = name(filing) + "会议主席团";
        return papers.issue(new Papers.NewPaper(
                kind,
                "filing:" + filing.id() + suffix,
                "",
                issuer,
                title,
                html,
                issuer,
                Papers.Form.GAZETTE,
                audience,
                filing.demo()));
    }

    private String name(Filing filing) {
        return bodies.byId(filing.body()).orElseThrow().name().zh();
    }

    private String day(Instant at) {
        return new Moments(clock.getZone(), Language.ZH).fullDay(at);
    }

    private static String paragraphs(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> "<p>" + Html.text(line.strip()) + "</p>")
                .collect(Collectors.joining());
    }
}
