package org.yicheng.congress.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Member;
import org.yicheng.congress.Arrivals;
import org.yicheng.congress.Office;
import org.yicheng.congress.Session;
import org.yicheng.congress.Sessions;
import org.yicheng.document.NameOrder;
import org.yicheng.document.Sheets;

/** The roster as a list for the desk and as a table to take away. */
@Component
public class RosterSheet {

    static final List<String> COLUMNS =
            List.of("代表号", "姓名", "代表团", "选举单位", "代表资格", "任期始", "任期止", "接替", "座位", "证件号", "报到");

    private final Bodies bodies;
    private final Arrivals arrivals;
    private final ObjectProvider<NameOrder> order;

    RosterSheet(Bodies bodies, Arrivals arrivals, ObjectProvider<NameOrder> order) {
        this.bodies = bodies;
        this.arrivals = arrivals;
        this.order = order;
    }

    /** One line of the roster. */
    public record Row(Member member, String card, boolean arrived) {}

    List<Row> rows(Session session, RosterFilter filter) {
        Map<UUID, String> cards = bodies.activeCards(session.body());
        Set<String> here =
                arrivals.of(session.id()).stream().map(Arrivals.Arrival::member).collect(Collectors.toSet());
        return filter.choose(bodies.membersOf(session.body()), cards, here, byStrokes()).stream()
                .map(member -> new Row(member, cards.getOrDefault(member.person(), ""), here.contains(member.number())))
                .toList();
    }

    /** A list as it is printed: the presidium by strokes, the others as they were adopted. */
    List<Sessions.Seat> printed(Office office, List<Sessions.Seat> seats) {
        return office == Office.PRESIDIUM
                ? seats.stream()
                        .sorted(Comparator.comparing(seat -> seat.member().name(), byStrokes()))
                        .toList()
                : seats;
    }

    /** Official lists run by strokes of the surname; code points where no order is at hand. */
    Comparator<String> byStrokes() {
        NameOrder strokes = order.getIfAvailable();
        return strokes == null ? Comparator.naturalOrder() : strokes.byStrokes(NameOrder.SingleName.AS_ZERO);
    }

    private static List<List<String>> cells(List<Row> rows) {
        List<List<String>> cells = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Member member = row.member();
            cells.add(List.of(
                    member.number(),
                    member.name() + (member.demo() ? "（演示）" : ""),
                    member.groupName(),
                    member.electingUnit(),
                    member.status().name(),
                    member.from().toString(),
                    member.to().map(Object::toString).orElse(""),
                    member.replaces().orElse(""),
                    member.seat(),
                    row.card(),
                    row.arrived() ? "已报到" : ""));
        }
        return cells;
    }

    static byte[] csv(List<Row> rows) {
        return Sheets.csv(COLUMNS, cells(rows));
    }

    static byte[] xlsx(List<Row> rows) {
        return Sheets.xlsx(COLUMNS, cells(rows));
    }
}
