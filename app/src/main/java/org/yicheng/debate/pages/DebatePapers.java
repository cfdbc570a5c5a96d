package org.yicheng.debate.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Sitting;
import org.yicheng.debate.AgendaItem;
import org.yicheng.debate.Agendas;
import org.yicheng.debate.Amendment;
import org.yicheng.debate.Motion;
import org.yicheng.debate.Motions;
import org.yicheng.debate.Piece;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.document.Wording;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** The agenda, a text as it stands and its amendments on paper, as PDF or Word. */
@RestController
class DebatePapers {

    private final Agendas agendas;
    private final Motions motions;
    private final MotionViews views;
    private final Bodies bodies;
    private final DebateScope scope;
    private final Prints prints;
    private final Words words;

    DebatePapers(
            Agendas agendas,
            Motions motions,
            MotionViews views,
            Bodies bodies,
            DebateScope scope,
            Prints prints,
            Words words) {
        this.agendas = agendas;
        this.motions = motions;
        this.views = views;
        this.bodies = bodies;
        this.scope = scope;
        this.prints = prints;
        this.words = words;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, key, facts);
    }

    @GetMapping("/sittings/{sitting}/agenda.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> agenda(@PathVariable String sitting, @PathVariable String format) {
        Sitting held = scope.sitting(sitting, Permission.PUBLIC_READ);
        Body body = bodies.byId(held.body()).orElseThrow();
        Sheet sheet = Sheet.plain(held.name().zh() + say("debate.agenda"));
        for (AgendaItem item : agendas.ofSitting(sitting)) {
            String indent = "　　".repeat(item.depth());
            String minutes = item.minutes() > 0 ? "（" + say("debate.minutes-n", "n", item.minutes()) + "）" : "";
            sheet.paragraph(indent + item.number() + item.title().zh() + minutes);
        }
        return print(sheet, "agenda", "sitting:" + sitting, body.demo(), format);
    }

    @GetMapping("/motions/{id}/text.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> text(@PathVariable UUID id, @PathVariable String format) {
        Motion motion = views.motion(id, Permission.PUBLIC_READ);
        Body body = bodies.byId(motion.body()).orElseThrow();
        Sheet sheet = Sheet.gazette(body.name().zh(), motion.title().zh());
        for (Piece piece : motions.finalText(id)) {
            sheet.paragraph(piece.text());
        }
        return print(sheet, "motion-text", "motion:" + id, motion.demo(), format);
    }

    @GetMapping("/motions/{id}/amendments.{format:pdf|docx}")
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<byte[]> amendments(@PathVariable UUID id, @PathVariable String format) {
        Motion motion = views.motion(id, Permission.PUBLIC_READ);
        MotionView view = views.view(motion, org.yicheng.web.Faults.NONE, java.util.Map.of());
        Sheet sheet = Sheet.plain(motion.title().zh() + say("debate.comparison"));
        sheet.paragraph(say("debate.order-note") + "。" + say("debate.marks-note"));
        for (Amendment amendment : view.amendments()) {
            sheet.heading(say("debate.amendment-" + amendment.kind(), "n", amendment.number()) + "　"
                    + amendment.proposer() + "　" + say("debate.amendment-is-" + amendment.state()));
            List<List<String>> rows = new ArrayList<>();
            view.rows(amendment)
                    .forEach(row -> rows.add(List.of(
                            row.number() > 0 ? String.valueOf(row.number()) : say("debate.new-paragraph"),
                            marked(row.before()),
                            marked(row.after()))));
            sheet.table(List.of(say("debate.paragraph"), say("debate.before"), say("debate.after")), rows);
            if (!amendment.reason().isEmpty()) {
                sheet.paragraph(say("debate.reason-is", "reason", amendment.reason()));
            }
        }
        return print(sheet, "amendments", "motion:" + id, motion.demo(), format);
    }

    /** In print what goes stands in brackets, what comes in corner brackets: it survives a photocopier. */
    private static String marked(List<Wording.Run> runs) {
        return runs.isEmpty()
                ? "—"
                : runs.stream()
                        .map(run -> switch (run.fate()) {
                            case SAME -> run.text();
                            case REMOVED -> "［" + run.text() + "］";
                            case ADDED -> "【" + run.text() + "】";
                        })
                        .collect(Collectors.joining());
    }

    private ResponseEntity<byte[]> print(Sheet sheet, String kind, String subject, boolean demo, String format) {
        return prints.print(sheet, new Prints.What(kind, subject, demo), Output.of(format))
                .answer();
    }
}
