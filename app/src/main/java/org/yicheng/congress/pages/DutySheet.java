package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Duties;
import org.yicheng.assembly.FurtherDuties;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Session;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Duties statistics as a page's rows and as a table to take away. */
@Component
public class DutySheet {

    private static final List<String> COLUMNS = List.of("代表号", "姓名", "代表团", "会次", "出席", "请假", "缺席", "表决", "参加表决");

    private final Duties duties;
    private final List<FurtherDuties> further;
    private final Bodies bodies;
    private final Words words;

    DutySheet(Duties duties, List<FurtherDuties> further, Bodies bodies, Words words) {
        this.duties = duties;
        this.further = List.copyOf(further);
        this.bodies = bodies;
        this.words = words;
    }

    /**
     * One member's figures.
     *
     * @param further in the order of {@link #further()}
     */
    public record Row(Member member, Duties.Figures figures, List<Integer> further) {}

    /** The keys of the further columns' texts. */
    List<String> further() {
        return further.stream().flatMap(one -> one.columns().stream()).toList();
    }

    List<Row> rows(Session session) {
        Map<String, Duties.Figures> figures = duties.of(session.body(), session.subject()).stream()
                .collect(Collectors.toMap(Duties.Figures::member, one -> one));
        List<Map<String, List<Integer>>> others = further.stream()
                .map(one -> one.of(session.body(), session.subject()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Member member : bodies.membersOf(session.body())) {
            Duties.Figures own = figures.get(member.number());
            if (own != null) {
                rows.add(new Row(member, own, further(member, others)));
            }
        }
        return rows;
    }

    private List<Integer> further(Member member, List<Map<String, List<Integer>>> others) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < further.size(); i++) {
            List<Integer> none = Collections.nCopies(further.get(i).columns().size(), 0);
            all.addAll(others.get(i).getOrDefault(member.number(), none));
        }
        return List.copyOf(all);
    }

    ResponseEntity<byte[]> file(Session session, List<Row> rows, String format) {
        List<String> columns = Stream.concat(
                        COLUMNS.stream(), further().stream().map(key -> words.say(Language.ZH, key)))
                .toList();
        List<List<String>> cells = rows.stream().map(DutySheet::cells).toList();
        boolean xlsx = format.equals("xlsx");
        String type =
                xlsx ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + session.id() + "-duties." + (xlsx ? "xlsx" : "csv") + "\"")
                .body(xlsx ? Sheets.xlsx(columns, cells) : Sheets.csv(columns, cells));
    }

    private static List<String> cells(Row row) {
        Member member = row.member();
        Duties.Figures own = row.figures();
        return Stream.concat(
                        Stream.of(member.number(), member.name() + (member.demo() ? "（演示）" : ""), member.groupName()),
                        Stream.concat(
                                        Stream.of(
                                                own.sittings(),
                                                own.attended(),
                                                own.onLeave(),
                                                own.missed(),
                                                own.votes(),
                                                own.votesTaken()),
                                        row.further().stream())
                                .map(String::valueOf))
                .toList();
    }
}
