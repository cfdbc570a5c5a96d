package org.yicheng.assembly.hall.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Group;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.hall.Seat;
import org.yicheng.assembly.hall.Seatings.Occupant;
import org.yicheng.assembly.hall.Seatings.Seating;
import org.yicheng.document.Html;
import org.yicheng.document.NameOrder;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;

/** What is printed of a seating plan. Official paper is Chinese. */
@Component
class HallSheets {

    /** Names that stand beside each other on A4. */
    private static final int ABREAST = 10;

    private final Bodies bodies;
    private final NameOrder names;
    private final Prints prints;
    private final Typesetter typesetter;

    HallSheets(Bodies bodies, NameOrder names, Prints prints, Typesetter typesetter) {
        this.bodies = bodies;
        this.names = names;
        this.prints = prints;
        this.typesetter = typesetter;
    }

    /** 座位表: by delegation, names in stroke order. */
    Prints.File list(Sitting sitting, Seating seating, Output output) {
        Sheet sheet = Sheet.plain("座位表");
        sheet.paragraph(sitting.name().zh() + "　" + seating.hall().name().zh());
        Map<String, String> seats = seatsByMember(seating);
        for (Group group : bodies.groupsOf(sitting.body())) {
            List<Member> own = sorted(seating, member -> member.group().equals(group.code()));
            if (!own.isEmpty()) {
                sheet.heading(group.name() + "（" + own.size() + "名）");
                sheet.table(List.of("姓名", "座位", "姓名", "座位", "姓名", "座位"), abreast(own, seats));
            }
        }
        List<List<String>> guests = seating.hall().seats().stream()
                .flatMap(seat ->
                        Optional.ofNullable(seating.occupants().get(seat.code())).flatMap(Occupant::guest).stream()
                                .map(guest -> List.of(
                                        printed(guest.name()),
                                        guest.organisation(),
                                        quality(guest.kind().maySpeak()),
                                        spoken(seat))))
                .toList();
        if (!guests.isEmpty()) {
            sheet.heading("列席和旁听人员（" + guests.size() + "名，不计入代表）");
            sheet.table(List.of("姓名", "单位", "身份", "座位"), guests);
        }
        return finished(sheet, "seating-list", seating, output);
    }

    private static String quality(boolean observer) {
        return observer ? "列席" : "旁听";
    }

    private static Map<String, String> seatsByMember(Seating seating) {
        return seating.hall().seats().stream()
                .filter(seat -> member(seating, seat).isPresent())
                .collect(Collectors.toMap(
                        seat -> member(seating, seat).orElseThrow().number(), HallSheets::spoken));
    }

    private static Optional<Member> member(Seating seating, Seat seat) {
        return Optional.ofNullable(seating.occupants().get(seat.code())).flatMap(Occupant::member);
    }

    private List<Member> sorted(Seating seating, Predicate<Member> which) {
        Comparator<String> strokes = names.byStrokes(NameOrder.SingleName.AS_ZERO);
        return seating.occupants().values().stream()
                .flatMap(who -> who.member().stream())
                .filter(which)
                .sorted(Comparator.comparing(Member::name, strokes).thenComparing(Member::number))
                .toList();
    }

    private static List<List<String>> abreast(List<Member> members, Map<String, String> seats) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < members.size(); i += 3) {
            List<String> row = new ArrayList<>();
            for (int j = i; j < i + 3; j++) {
                boolean there = j < members.size();
                row.add(there ? printed(members.get(j).name()) : "");
                row.add(there ? seats.getOrDefault(members.get(j).number(), "") : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** 12排8号, on the rostrum 主席台1排5号. */
    static String spoken(Seat seat) {
        String where = switch (seat.area()) {
            case ROSTRUM -> "主席台";
            case FLOOR -> "";
            case OBSERVERS -> "列席席";
            case GALLERY -> "旁听席";
        };
        return where + seat.rank() + "排" + seat.number() + "号";
    }

    static String printed(String name) {
        int[] points = name.codePoints().toArray();
        return points.length == 2 ? Character.toString(points[0]) + "　" + Character.toString(points[1]) : name;
    }

    /** 分区座位图: block by block, as one stands before it. */
    Prints.File plan(Sitting sitting, Seating seating, Output output) {
        Sheet sheet = Sheet.plain("分区座位图");
        sheet.paragraph(sitting.name().zh() + "　" + seating.hall().name().zh() + "　上方为主席台方向");
        for (String block : seating.hall().blocks()) {
            List<Seat> seats = seating.hall().seats().stream()
                    .filter(seat -> seat.block().equals(block))
                    .toList();
            List<Integer> columns =
                    seats.stream().map(Seat::number).distinct().sorted().toList();
            for (int from = 0; from < columns.size(); from += ABREAST) {
                block(sheet, seating, seats, columns.subList(from, Math.min(columns.size(), from + ABREAST)));
            }
        }
        return finished(sheet, "block-plan", seating, output);
    }

    private static void block(Sheet sheet, Seating seating, List<Seat> seats, List<Integer> columns) {
        Seat first = seats.getFirst();
        String area = first.area() == Seat.Area.FLOOR
                ? first.block() + "区"
                : spoken(first).replaceAll("\\d.*", "");
        sheet.heading(area + "　" + columns.getFirst() + "—" + columns.getLast() + "号");
        List<String> header = new ArrayList<>(List.of("排"));
        columns.forEach(number -> header.add(number + "号"));
        Map<String, Seat> byPlace = seats.stream()
                .collect(Collectors.toMap(seat -> seat.rank() + "/" + seat.number(), Function.identity()));
        List<List<String>> rows = new ArrayList<>();
        for (int rank : seats.stream().map(Seat::rank).distinct().sorted().toList()) {
            List<String> row = new ArrayList<>(List.of(rank + "排"));
            for (int number : columns) {
                row.add(Optional.ofNullable(byPlace.get(rank + "/" + number))
                        .map(seat -> Optional.ofNullable(seating.occupants().get(seat.code()))
                                .map(who -> printed(who.name()))
                                .orElse("＿"))
                        .orElse(""));
            }
            rows.add(row);
        }
        sheet.table(header, rows);
    }

    /** 座签: ten a page, to be cut; one's name, delegation and seat. */
    byte[] cards(Sitting sitting, Seating seating) {
        List<String> cards = seating.hall().seats().stream()
                .flatMap(seat -> Optional.ofNullable(seating.occupants().get(seat.code())).stream()
                        .map(who -> card(seat, who)))
                .toList();
        StringBuilder body = new StringBuilder();
        for (int page = 0; page < cards.size(); page += ABREAST) {
            List<String> own = cards.subList(page, Math.min(cards.size(), page + ABREAST));
            body.append("<table>");
            IntStream.iterate(0, i -> i < own.size(), i -> i + 2)
                    .forEach(i -> body.append("<tr>")
                            .append(own.get(i))
                            .append(i + 1 < own.size() ? own.get(i + 1) : "<td></td>")
                            .append("</tr>"));
            body.append("</table>");
        }
        return typesetter.pdf(CARDS.formatted(Html.text(sitting.name().zh()), body));
    }

    private static final String CARDS = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN"><head><title>%s座签</title><style>
            @page { size: A4; margin: 15mm; }
            body { margin: 0; font-family: Song; color: #000; }
            table { width: 180mm; border-collapse: collapse; table-layout: fixed; page-break-after: always; }
            td { width: 90mm; height: 52mm; border: 0.2mm dashed #888; text-align: center; vertical-align: middle; }
            p { margin: 0; }
            .name { font-weight: 700; font-size: 34pt; line-height: 44pt; }
            .where { font-family: Hei; font-size: 12pt; line-height: 18pt; }
            </style></head><body>%s</body></html>
            """;

    private static String card(Seat seat, Occupant who) {
        return "<td><p class=\"name\">" + Html.text(printed(who.name())) + "</p><p class=\"where\">"
                + Html.text(who.group()) + (who.demo() ? "（演示）" : "") + "</p><p class=\"where\">" + spoken(seat)
                + "</p></td>";
    }

    private Prints.File finished(Sheet sheet, String kind, Seating seating, Output output) {
        return prints.print(
                sheet,
                new Prints.What(
                        kind, "sitting:" + seating.sitting(), seating.hall().demo()),
                output);
    }
}
