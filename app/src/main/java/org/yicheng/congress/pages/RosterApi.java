package org.yicheng.congress.pages;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.assembly.Credential;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.Session;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;

/** The roster of a congress over REST: import, export, cards, hall codes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "rosters", description = "名册的导入、导出、证件、会场码 Rosters: import, export, cards, hall codes")
class RosterApi {

    static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Rosters rosters;
    private final RosterSheet sheet;
    private final HallCodes codes;
    private final SessionScope scope;

    RosterApi(Rosters rosters, RosterSheet sheet, HallCodes codes, SessionScope scope) {
        this.rosters = rosters;
        this.sheet = sheet;
        this.codes = codes;
        this.scope = scope;
    }

    record NewCard(String code, String reason) {}

    @Operation(summary = "预览名册 Preview a roster")
    @PostMapping("/bodies/{body}/roster/preview")
    @Needs(Permission.ROSTER_IMPORT)
    Rosters.Preview preview(@PathVariable String body, @RequestParam MultipartFile file) throws IOException {
        scope.body(body, Permission.ROSTER_IMPORT);
        return rosters.preview(body, file.getBytes()).orThrow();
    }

    @Operation(summary = "导入名册：全部导入或全不导入 Import a roster, all or nothing")
    @PostMapping("/bodies/{body}/roster")
    @Needs(Permission.ROSTER_IMPORT)
    Rosters.Preview take(
            @PathVariable String body,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean demo)
            throws IOException {
        scope.body(body, Permission.ROSTER_IMPORT);
        return rosters.take(body, file.getBytes(), demo).orThrow();
    }

    @Operation(summary = "导出名册：CSV或XLSX，筛选与页面相同 Export the roster as CSV or XLSX, filtered like the page")
    @GetMapping("/sessions/{id}/roster")
    @Needs(Permission.ROSTER_READ)
    ResponseEntity<byte[]> export(
            @PathVariable String id,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String arrived,
            @RequestParam(defaultValue = "strokes") String order) {
        Session session = scope.session(id, Permission.ROSTER_READ);
        return table(session, sheet.rows(session, new RosterFilter(q, group, status, arrived, order)), format);
    }

    /** A roster as a file to take away. */
    static ResponseEntity<byte[]> table(Session session, List<RosterSheet.Row> rows, String format) {
        boolean spreadsheet = format.equals("xlsx");
        String name = session.id() + "-roster." + (spreadsheet ? "xlsx" : "csv");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(spreadsheet ? SPREADSHEET : "text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(spreadsheet ? RosterSheet.xlsx(rows) : RosterSheet.csv(rows));
    }

    @Operation(summary = "补办证件：旧证件注销 Issue a new card; the old one is revoked")
    @PostMapping("/bodies/{body}/members/{number}/card")
    @Needs(Permission.CREDENTIAL_CHANGE)
    Credential reissue(@PathVariable String body, @PathVariable String number, @RequestBody NewCard card) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return rosters.reissue(body, number, card.code(), card.reason()).orThrow();
    }

    @Operation(summary = "发放一个代表团的会场码，只显示一次 Hall codes for a delegation, shown once")
    @PostMapping("/bodies/{body}/groups/{group}/hall-codes")
    @Needs(Permission.CREDENTIAL_CHANGE)
    List<HallCodes.Code> codes(@PathVariable String body, @PathVariable String group) {
        scope.body(body, Permission.CREDENTIAL_CHANGE);
        return codes.issue(body, group);
    }
}
