package org.yicheng.web.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.record.Journal.ActFilter;
import org.yicheng.web.Pages;
import tools.jackson.databind.json.JsonMapper;

/** The record viewer: who did what, when, on what ground; the chain checked; the whole book exported. */
@Controller
@Needs(Permission.RECORD_READ)
@Tag(name = "record", description = "行为记录 The record of acts")
class RecordPages {

    private static final int PAGE = 50;

    private final Journal journal;
    private final Pages pages;
    private final JsonMapper json;

    RecordPages(Journal journal, Pages pages, JsonMapper json) {
        this.journal = journal;
        this.pages = pages;
        this.json = json;
    }

    /** Whether the chain is sound, and where it breaks if it is not. */
    record Soundness(boolean sound, long acts, Optional<Long> firstFault) {}

    @GetMapping("/record")
    View record(
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "false") boolean check) {
        ActFilter filter = new ActFilter(verb.strip(), subject.strip(), before, PAGE);
        List<Act> acts = journal.latest(filter);
        Optional<Long> older = acts.size() == PAGE ? Optional.of(acts.getLast().number()) : Optional.empty();
        return pages.show(
                "web/record",
                new RecordView(
                        acts,
                        filter.verbPrefix(),
                        filter.subject(),
                        journal.count(filter),
                        older,
                        check,
                        check ? journal.firstFault() : Optional.empty()));
    }

    @Operation(summary = "行为记录，最新在前 Acts, newest first")
    @GetMapping("/api/v1/record/acts")
    @ResponseBody
    List<Act> acts(
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<Long> before,
            @RequestParam(defaultValue = "100") int limit) {
        return journal.latest(new ActFilter(verb, subject, before, limit));
    }

    @Operation(summary = "核对整条记录链 Check the whole chain")
    @GetMapping("/api/v1/record/check")
    @ResponseBody
    Soundness check() {
        Optional<Long> fault = journal.firstFault();
        return new Soundness(fault.isEmpty(), journal.count(ActFilter.any(1)), fault);
    }

    /** One act a line, from the first; {@code ./yicheng record verify} checks it on any machine. */
    @Operation(summary = "导出全部记录，每行一条（JSON Lines） Export the whole record, one act a line (JSON Lines)")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/x-ndjson"))
    @GetMapping("/api/v1/record/export")
    void export(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-ndjson;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"yicheng-record.jsonl\"");
        try (Stream<Act> acts = journal.all();
                OutputStream out = response.getOutputStream()) {
            for (Act act : (Iterable<Act>) acts::iterator) {
                out.write((json.writeValueAsString(act.exported()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
