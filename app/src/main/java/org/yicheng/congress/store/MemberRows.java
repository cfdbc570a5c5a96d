package org.yicheng.congress.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yicheng.congress.SessionDrafts;
import org.yicheng.count.Weight;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Refusal;

/** Reads the rows of an association's roster: number and name, and where wanted group, weight and card. */
final class MemberRows {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GROUP = 60;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** One member. @param group empty string if none */
    record Row(int line, String number, String name, String group, Weight weight, String card) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Refusal> faults = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> cards = new HashSet<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final String prefix;

    /** @param prefix of the cards that are made where the file names none */
    MemberRows(Sheets.Table table, String prefix) {
        this.prefix = prefix;
        List<String> missing = SessionDrafts.COLUMNS.subList(0, 2).stream()
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            faults.add(Refusal.at("file", "congress.columns-missing", "columns", missing));
            return;
        }
        table.rows().forEach(this::read);
        if (rows.isEmpty() && faults.isEmpty()) {
            faults.add(Refusal.at("file", "congress.roster-without-rows"));
        }
    }

    List<Row> rows() {
        return rows;
    }

    List<Refusal> faults() {
        return faults;
    }

    /** Group names to their codes, in the order they first appear. */
    Map<String, String> groups() {
        return groups;
    }

    Weight total() {
        Weight sum = Weight.ZERO;
        for (Row row : rows) {
            if (row.weight().compareTo(Weight.MOST.minus(sum)) > 0) {
                return Weight.MOST;
            }
            sum = sum.plus(row.weight());
        }
        return sum;
    }

    private void read(Sheets.Line line) {
        String number = coded(line, "number", line.get("number"), numbers);
        String given = line.get("card");
        String card = coded(line, "card", given.isEmpty() ? prefix + "-" + number : given, cards);
        String name = line.get("name");
        if (name.isEmpty()) {
            fault(line, "name", "congress.value-missing");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            fault(line, "name", "congress.value-too-long", "most", LONGEST_NAME);
        }
        String group = line.get("group");
        if (group.codePointCount(0, group.length()) > LONGEST_GROUP) {
            fault(line, "group", "congress.value-too-long", "most", LONGEST_GROUP);
        }
        if (!group.isEmpty()) {
            groups.computeIfAbsent(group, _ -> "G%02d".formatted(groups.size() + 1));
        }
        rows.add(new Row(line.number(), number, name, group, weight(line), card));
    }

    private Weight weight(Sheets.Line line) {
        String text = line.get("weight").replace(",", "");
        if (text.isEmpty()) {
            return Weight.ONE;
        }
        return Weight.parse(text).orElseGet(() -> {
            fault(line, "weight", "congress.weight-unknown", "places", Weight.PLACES);
            return Weight.ZERO;
        });
    }

    private String coded(Sheets.Line line, String column, String value, Set<String> seen) {
        if (!CODE.matcher(value).matches()) {
            fault(line, column, "congress.code-form");
        } else if (!seen.add(value)) {
            fault(line, column, "congress.value-twice");
        }
        return value;
    }

    private void fault(Sheets.Line line, String column, String code, Object... facts) {
        Object[] all = new Object[facts.length + 6];
        all[0] = "row";
        all[1] = line.number();
        all[2] = "column";
        all[3] = column;
        all[4] = "value";
        all[5] = line.get(column);
        System.arraycopy(facts, 0, all, 6, facts.length);
        faults.add(Refusal.at(column, code, all));
    }
}
