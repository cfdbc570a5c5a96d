package org.yicheng.budgeting.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.budgeting.Elections;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Refuses;

/** Participatory budgeting over REST. */
@RestController
@RequestMapping("/api/v1/budgeting")
@Tag(name = "budgeting", description = "参与式预算：各规则比较 Participatory budgeting: every rule side by side")
@Needs(Permission.PUBLIC_READ)
class BudgetingApi {

    private final Elections elections;
    private final BudgetingPages pages;

    BudgetingApi(Elections elections, BudgetingPages pages) {
        this.elections = elections;
        this.pages = pages;
    }

    @Operation(summary = "参与式预算的选举 The elections that can be compared")
    @GetMapping
    List<Elections.Listed> list() {
        return elections.all();
    }

    /** @param content the file's text @param titleEn empty: as in Chinese */
    record Upload(String title, String titleEn, String content) {}

    /** @param reason kept in the record */
    record Withdrawal(String reason) {}

    @Operation(summary = "上传并公开一个.pb文件 Keep a Pabulib file for everybody to look at")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.BUDGETING_KEEP)
    @Refuses(429)
    Elections.Listed keep(@RequestBody Upload upload) {
        return elections
                .keep(upload.title(), upload.titleEn(), upload.content().getBytes(StandardCharsets.UTF_8))
                .orThrow();
    }

    @Operation(summary = "撤下上传的选举，选票即删除 Withdraw an uploaded election and delete its ballots")
    @PostMapping("/{election}/withdrawal")
    @Needs(Permission.BUDGETING_KEEP)
    Elections.Listed withdraw(@PathVariable String election, @RequestBody Withdrawal withdrawal) {
        return elections.withdraw(election, withdrawal.reason()).orThrow();
    }

    /** @param drop false: projects dearer than the whole budget take part */
    @Operation(summary = "各规则比较：入选项目、指标、各类居民所得、逐轮理由 Every rule: what it chooses, measures, groups, rounds")
    @GetMapping("/{election}")
    @Refuses({429, 503})
    Numbered one(
            @PathVariable String election,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String ties,
            @RequestParam(defaultValue = "") String drop,
            HttpServletRequest request) {
        return Numbered.of(
                pages.view(election, new BudgetingPages.Asked(budget, ties, drop, "", ""), request.getRemoteAddr()));
    }

    @Operation(summary = "选举的.pb文件 The election as a Pabulib file")
    @GetMapping("/{election}/file")
    ResponseEntity<byte[]> file(@PathVariable String election) {
        return BudgetingFiles.pb(pages.election(election));
    }
}
