package org.yicheng.assembly.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Scrutiny;
import org.yicheng.assembly.Scrutiny.Batch;
import org.yicheng.assembly.Scrutiny.FileFormat;
import org.yicheng.assembly.Scrutiny.Form;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Refuses;

/** Reading the papers of an election over REST: bundles, two tellers, scanned files, written names, exports. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "elections", description = "选举 Elections")
class TellingApi {

    private final Scrutiny scrutiny;
    private final ElectionScope scope;

    TellingApi(Scrutiny scrutiny, ElectionScope scope) {
        this.scrutiny = scrutiny;
        this.scope = scope;
    }

    record NewBatch(Form form, int size) {}

    record Line(int count, String marks, List<String> writeIns, boolean unreadable) {
        Scrutiny.Line read() {
            return new Scrutiny.Line(count, paper(marks, writeIns, unreadable));
        }
    }

    record Lines(List<Line> papers) {}

    record Read(String marks, List<String> writeIns, boolean unreadable) {}

    record Scan(FileFormat format, String content) {}

    private static BallotPaper paper(String marks, List<String> writeIns, boolean unreadable) {
        return unreadable ? BallotPaper.illegible() : ElectionApi.paper(marks, writeIns);
    }

    @Operation(summary = "分出一捆选票 Open a batch of papers")
    @PostMapping("/elections/{id}/batches")
    @Needs(Permission.BALLOT_ENTER)
    Batch open(@PathVariable UUID id, @RequestBody NewBatch batch) {
        scope.election(id, Permission.BALLOT_ENTER);
        return scrutiny.open(id, batch.form(), batch.size()).orThrow();
    }

    @Operation(summary = "各捆的录入和差异，供监票人查看 All batches with what differs, for the scrutineers")
    @GetMapping("/elections/{id}/batches")
    @Needs(Permission.BALLOT_SCRUTINISE)
    List<Batch> batches(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.batches(id);
    }

    @Operation(summary = "各捆的录入和差异，供计票人查看 All batches with what differs, for the tellers")
    @GetMapping("/elections/{id}/entries")
    @Needs(Permission.BALLOT_ENTER)
    List<Batch> entries(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_ENTER);
        return scrutiny.batches(id);
    }

    @Operation(summary = "计票人录入一捆；两人一致即核定 A teller's reading of a batch; equal readings settle it")
    @PutMapping("/elections/{id}/batches/{batch}/entry")
    @Needs(Permission.BALLOT_ENTER)
    Batch enter(@PathVariable UUID id, @PathVariable int batch, @RequestBody Lines lines) {
        scope.election(id, Permission.BALLOT_ENTER);
        return scrutiny.enter(
                        id,
                        batch,
                        Caller.current().actor(),
                        lines.papers().stream().map(Line::read).toList())
                .orThrow();
    }

    @Operation(summary = "导入读票设备的文件（CSV、NIST CVR） Take the file of a scanning device")
    @PostMapping("/elections/{id}/scans")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Batch scan(@PathVariable UUID id, @RequestBody Scan scan) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.scan(id, scan.format(), scan.content().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .orThrow();
    }

    @Operation(summary = "监票人判读设备读不清的选票 The scrutineers' reading of a doubtful paper")
    @PutMapping("/elections/{id}/batches/{batch}/papers/{paper}")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Batch review(@PathVariable UUID id, @PathVariable int batch, @PathVariable int paper, @RequestBody Read read) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.review(id, batch, paper, paper(read.marks(), read.writeIns(), read.unreadable()))
                .orThrow();
    }

    @Operation(summary = "另选他人的姓名 The names written in")
    @GetMapping("/elections/{id}/written-names")
    @Needs(Permission.BALLOT_SCRUTINISE)
    List<Scrutiny.WrittenName> names(@PathVariable UUID id) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.writtenNames(id);
    }

    @Operation(summary = "姓名相近的代表 Members with a like name")
    @GetMapping("/elections/{id}/written-names/alike")
    @Needs(Permission.BALLOT_SCRUTINISE)
    List<Member> alike(@PathVariable UUID id, @RequestParam(defaultValue = "") String written) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.alike(id, written);
    }

    @Operation(summary = "监票人确认另选人是谁 Settle who is meant by a written name")
    @PutMapping("/elections/{id}/written-names")
    @Needs(Permission.BALLOT_SCRUTINISE)
    Scrutiny.WrittenName settle(@PathVariable UUID id, @RequestBody Scrutiny.Settlement settlement) {
        scope.election(id, Permission.BALLOT_SCRUTINISE);
        return scrutiny.settle(id, settlement).orThrow();
    }

    @Operation(summary = "宣布结果后导出选票：CSV、CVR、BLT Export the papers, once the result is announced")
    @Refuses(409)
    @GetMapping("/elections/{id}/papers")
    @Needs(Permission.DESK_READ)
    ResponseEntity<byte[]> papers(@PathVariable UUID id, @RequestParam(defaultValue = "CSV") FileFormat format) {
        Election election = scope.election(id, Permission.DESK_READ);
        if (!election.state().announced()) {
            throw new RefusedException(Refusal.plain("assembly.election-not-announced", "title", election.title()));
        }
        return file(election, format, scrutiny.export(id, format).orThrow());
    }

    private static ResponseEntity<byte[]> file(Election election, FileFormat format, byte[] content) {
        String ending = switch (format) {
            case CSV -> "csv";
            case CVR -> "cvr.json";
            case BLT -> "blt";
        };
        MediaType type = switch (format) {
            case CSV -> MediaType.parseMediaType("text/csv;charset=UTF-8");
            case CVR -> MediaType.APPLICATION_JSON;
            case BLT -> MediaType.parseMediaType("text/plain;charset=UTF-8");
        };
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"election-" + election.number() + "." + ending + "\"")
                .body(content);
    }
}
