package org.yicheng.proposals.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.assembly.Bodies;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Imports;
import org.yicheng.rule.Language;
import org.yicheng.web.Refuses;

/** Taking filings from a table over REST. */
@RestController
@RequestMapping("/api/v1/bodies/{body}/filings/import")
@Tag(name = "filings", description = "议案、质询案、询问、罢免案、建议 Motions, interpellations, inquiries, dismissals, suggestions")
class FilingImportApi {

    private final Imports imports;
    private final FilingScope scope;
    private final FilingSheet sheet;
    private final Bodies bodies;

    FilingImportApi(Imports imports, FilingScope scope, FilingSheet sheet, Bodies bodies) {
        this.imports = imports;
        this.scope = scope;
        this.sheet = sheet;
        this.bodies = bodies;
    }

    @Operation(summary = "导入用的空表，CSV或XLSX An empty table for an import, CSV or XLSX")
    @GetMapping("/template")
    @Needs(Permission.MATTER_EXAMINE)
    @Refuses(409)
    ResponseEntity<byte[]> template(
            @PathVariable String body,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(defaultValue = "ZH") Language lang) {
        scope.body(body, Permission.MATTER_EXAMINE);
        return sheet.template(bodies.byId(body).orElseThrow().kind(), lang, format);
    }

    @Operation(summary = "查看文件将带来的议案建议，不导入 What a table would bring, without taking it")
    @PostMapping("/preview")
    @Needs(Permission.MATTER_EXAMINE)
    Imports.Preview preview(@PathVariable String body, @RequestParam MultipartFile file) throws IOException {
        scope.body(body, Permission.MATTER_EXAMINE);
        return imports.preview(body, file.getBytes()).orThrow();
    }

    @Operation(summary = "导入议案建议：全部导入或全不导入 Take a table of filings, all or nothing")
    @PostMapping
    @Needs(Permission.MATTER_EXAMINE)
    Imports.Preview take(@PathVariable String body, @RequestParam MultipartFile file) throws IOException {
        scope.body(body, Permission.MATTER_EXAMINE);
        return imports.take(body, file.getBytes()).orThrow();
    }
}
