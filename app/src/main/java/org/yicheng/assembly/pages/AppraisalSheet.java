package org.yicheng.assembly.pages;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.Item;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Words;

/** The printed paper of an appraisal (测评票). It carries no code, number or trace: all papers are alike. */
@RestController
class AppraisalSheet {

    private final AppraisalScope scope;
    private final Bodies bodies;
    private final Typesetter typesetter;
    private final Words words;

    AppraisalSheet(AppraisalScope scope, Bodies bodies, Typesetter typesetter, Words words) {
        this.scope = scope;
        this.bodies = bodies;
        this.typesetter = typesetter;
        this.words = words;
    }

    @GetMapping("/appraisals/{id}/paper.pdf")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        Appraisal appraisal = scope.appraisal(id, Permission.DESK_READ);
        if (appraisal.form() != Form.PAPER) {
            throw new RefusedException(Refusal.plain("assembly.appraisal-no-paper", "title", appraisal.title()));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"appraisal-paper.pdf\"")
                .body(typesetter.pdf(sheet(appraisal).xhtml()));
    }

    private Sheet sheet(Appraisal appraisal) {
        Body body = bodies.byId(appraisal.body()).orElseThrow();
        return Sheet.grades(
                title(appraisal.title().zh()) + (body.demo() ? "（演示）" : ""),
                List.of(
                        say(
                                "assembly.appraisal-sheet-how",
                                "n",
                                appraisal.items().size()),
                        say("assembly.appraisal-sheet-valid")),
                Arrays.stream(Grade.values())
                        .map(grade -> say("assembly.grade-" + grade))
                        .toList(),
                appraisal.items().stream().map(Item::title).toList());
    }

    /** 2024年民生实事项目满意度测评票. */
    private static String title(String title) {
        return title.endsWith("测评") ? title + "票" : title + "测评票";
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, key, facts);
    }
}
