package org.yicheng.congress.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yicheng.assembly.Member.MandateStatus;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.Rosters.Fault;
import org.yicheng.document.Sheets;
import org.yicheng.rule.Refusal;

/** Reads the rows of a roster and collects what is wrong with each. */
final class RosterRows {

    /** One deputy as the table has it. */
    record Row(
            int line,
            String number,
            String name,
            Optional<String> sex,
            Optional<Integer> birthYear,
            Optional<String> ethnicity,
            String delegation,
            String electingUnit,
            LocalDate from,
            Optional<LocalDate> to,
            MandateStatus status,
            Optional<String> replaces,
            String seat,
            String card,
            List<Elsewhere> elsewhere) {}

    /** A mandate in another congress, as declared: the area's code, and what the congress is called. */
    record Elsewhere(String code, String title) {}

    /** How a sheet may write the sex, with the word that is stored. */
    private static final Map<String, String> SEXES = Map.of("男", "男", "女", "女", "male", "男", "female", "女");

    private final List<Fault> faults = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> delegations = new HashMap<>();
    private final List<String> delegationOrder = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> cards = new HashSet<>();

    RosterRows(Sheets.Table table) {
        List<String> missing = Rosters.COLUMNS.stream()
                .filter(column -> !Rosters.OPTIONAL.contains(column))
                .filter(column -> !table.columns().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            faults.add(new Fault(1, Refusal.at("file", "congress.columns-missing", "columns", missing)));
            return;
        }
        table.rows().forEach(this::read);
        rows.forEach(this::checkReplaced);
    }

    List<Fault> faults() {
        return faults;
    }

    List<Row> rows() {
        return rows;
    }

    /** Delegation codes in the order they first appear. */
    List<String> delegations() {
        return delegationOrder;
    }

    String delegationName(String code) {
        return Optional.ofNullable(delegations.get(code)).orElse(code);
    }

    private void read(Sheets.Line line) {
        int before = faults.size();
        String number = needed(line, "deputy_id", 40);
        String card = needed(line, "credential", 40);
        once(line, "deputy_id", number, numbers);
        once(line, "credential", card, cards);
        String delegation = needed(line, "delegation", 20);
        String unit = needed(line, "electing_unit", 60);
        if (delegations.putIfAbsent(delegation, unit) == null) {
            delegationOrder.add(delegation);
        }
        Row row = new Row(
                line.number(),
                number,
                needed(line, "name", 100),
                sex(line),
                birthYear(line),
                text(line, "ethnicity"),
                delegation,
                unit,
                date(line, "mandate_start").orElse(LocalDate.EPOCH),
                line.get("mandate_end").isEmpty() ? Optional.empty() : date(line, "mandate_end"),
                status(line),
                text(line, "replaces"),
                line.get("seat"),
                card,
                elsewhere(line));
        if (row.status() == MandateStatus.TERMINATED && row.to().isEmpty()) {
            fault(line, "mandate_end", "congress.end-missing");
        }
        row.to()
                .filter(to -> to.isBefore(row.from()))
                .ifPresent(to -> fault(line, "mandate_end", "congress.end-before-start"));
        if (faults.size() == before) {
            rows.add(row);
        }
    }

    /** {@code 130000 河北省人民代表大会；130102}: entries divided by semicolons, code first. */
    private List<Elsewhere> elsewhere(Sheets.Line line) {
        return Arrays.stream(line.get("other_mandates").split("[;；]"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("[\\s　]+", 2))
                .map(parts -> new Elsewhere(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private void checkReplaced(Row row) {
        row.replaces()
                .filter(number -> !numbers.contains(number))
                .ifPresent(number -> faults.add(new Fault(
                        row.line(),
                        Refusal.at(
                                "replaces",
                                "congress.replaced-unknown",
                                "row",
                                row.line(),
                                "value",
                                number,
                                "number",
                                row.number()))));
    }

    private void once(Sheets.Line line, String column, String value, Set<String> seen) {
        if (!value.isEmpty() && !seen.add(value)) {
            fault(line, column, "congress.value-twice");
        }
    }

    private String needed(Sheets.Line line, String column, int most) {
        String value = line.get(column);
        if (value.isEmpty()) {
            fault(line, column, "congress.value-missing");
        } else if (value.codePointCount(0, value.length()) > most) {
            fault(line, column, "congress.value-too-long", "most", most);
        }
        return value;
    }

    private static Optional<String> text(Sheets.Line line, String column) {
        return Optional.of(line.get(column)).filter(value -> !value.isEmpty());
    }

    private Optional<String> sex(Sheets.Line line) {
        Optional<String> sex = text(line, "sex");
        sex.filter(value -> !SEXES.containsKey(value)).ifPresent(_ -> fault(line, "sex", "congress.sex-unknown"));
        return sex.map(SEXES::get);
    }

    private Optional<Integer> birthYear(Sheets.Line line) {
        String value = line.get("birth_year");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!value.matches("(19|20)\\d\\d")) {
            fault(line, "birth_year", "congress.year-unknown");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(value));
    }

    private Optional<LocalDate> date(Sheets.Line line, String column) {
        try {
            return Optional.of(LocalDate.parse(line.get(column)));
        } catch (DateTimeException e) {
            fault(line, column, "congress.date-unknown");
            return Optional.empty();
        }
    }

    private MandateStatus status(Sheets.Line line) {
        return switch (line.get("status")) {
            case "IN_OFFICE", "在任" -> MandateStatus.IN_OFFICE;
            case "SUSPENDED", "暂停执行职务" -> MandateStatus.SUSPENDED;
            case "TERMINATED",
                    "终止",
                    "RESIGNED",
                    "RECALLED",
                    "DECEASED",
                    "TERMINATED_MOVED",
                    "TERMINATED_ABSENT_TWICE" -> MandateStatus.TERMINATED;
            default -> {
                fault(line, "status", "congress.status-unknown");
                yield MandateStatus.IN_OFFICE;
            }
        };
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
        faults.add(new Fault(line.number(), Refusal.at(column, code, all)));
    }
}
