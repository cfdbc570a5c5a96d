package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Duties;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Session;
import org.yicheng.document.Sheets;

/** Duties statistics as a page's rows and as a table to take away. */
@Component
public class DutySheet {

    static final List<String> COLUMNS = List.of("代表号", "姓名", "代表团", "会次", "出席", "请假", "缺席", "表决", "参加表决");

    private final Duties duties;
    private final Bodies bodies;

    DutySheet(Duties duties, Bodies bodies) {
        this.duties = duties;
        this.bodies = bodies;
    }

    /** One member's figures. */
    public record Row(Member member, Duties.Figures figures) {}

    List<Row> rows(Session session) {
        Map<String, Duties.Figures> figures = duties.of(session.body(), session.subject()).stream()
                .collect(Collectors.toMap(Duties.Figures::member, one -> one));
        List<Row> rows = new ArrayList<>();
        for (Member member : bodies.membersOf(session.body())) {
            Duties.Figures own = figures.get(member.number());
            if (own != null) {
                rows.add(new Row(member, own));
            }
        }
        return rows;
    }

    ResponseEntity<byte[]> file(Session session, List<Row> rows, String format) {
        List<List<String>> cells = rows.stream()
                .map(row -> List.of(
                        row.member().number(),
                        row.member().name() + (row.member().demo() ? "（演示）" : ""),
                        row.member().groupName(),
                        "" + row.figures().sittings(),
                        "" + row.figures().attended(),
                        "" + row.figures().onLeave(),
                        "" + row.figures().missed(),
                        "" + row.figures().votes(),
                        "" + row.figures().votesTaken()))
                .toList();
        boolean xlsx = format.equals("xlsx");
        String type =
                xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + session.id() + "-duties." + (xlsx ? "xlsx" : "csv") + "\"")
                .body(xlsx ? Sheets.xlsx(COLUMNS, cells) : Sheets.csv(COLUMNS, cells));
    }
}
