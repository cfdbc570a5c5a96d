package org.yicheng.matter.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yicheng.matter.Supervision;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Paging;
import org.yicheng.web.Refuses;

/** The supervisor's board over REST. */
@RestController
@RequestMapping("/api/v1/matters/board")
@Tag(name = "matters")
@Needs(Permission.MATTER_EXAMINE)
class SupervisionApi {

    private final Supervision supervision;
    private final SupervisionPages pages;

    SupervisionApi(Supervision supervision, SupervisionPages pages) {
        this.supervision = supervision;
        this.pages = pages;
    }

    @Operation(summary = "督办台：各单位、各期限的灯色计数 Running duties counted by organ, limit and lamp")
    @GetMapping
    Supervision.Board board(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String lamp,
            @RequestParam(defaultValue = "") String words) {
        return supervision.board(SupervisionPages.filter(organ, procedure, limit, lamp, words));
    }

    @Operation(summary = "督办清单，逾期的在前，每页50项 The duties themselves, overdue first, 50 a page")
    @GetMapping("/duties")
    List<Supervision.Duty> duties(
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String lamp,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        return supervision.duties(
                SupervisionPages.filter(organ, procedure, limit, lamp, words),
                (Math.max(1, page) - 1L) * Paging.ROWS,
                Paging.ROWS);
    }

    @Operation(summary = "下载督办清单：CSV或XLSX The duties as CSV or XLSX")
    @GetMapping("/duties.{format:csv|xlsx}")
    @Refuses(409)
    ResponseEntity<byte[]> file(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam(defaultValue = "") String lamp,
            @RequestParam(defaultValue = "") String words) {
        return pages.file(format, SupervisionPages.filter(organ, procedure, limit, lamp, words));
    }
}
