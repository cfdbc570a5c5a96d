package org.yicheng.count.projects;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yicheng.rule.Refusal;

/**
 * The lines of a {@code .pb} file by section. Not a plain CSV file: three tables of different width follow each other,
 * and every fault is named by the line of the file.
 *
 * @param blank lines with nothing on them
 * @param padded lines with a blank beside a divider
 */
record PbLines(
        Map<String, PbFile.Entry> meta,
        int metaLine,
        List<String> projectFields,
        List<PbFile.Row> projects,
        List<String> voteFields,
        List<PbFile.Row> votes,
        List<Integer> blank,
        List<Integer> padded,
        int count) {

    private static final List<String> SECTIONS = List.of("META", "PROJECTS", "VOTES");

    static PbLines read(String text, List<Refusal> faults) {
        Collector collector = new Collector(faults);
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\r?\n", -1);
        int last = lines.length > 0 && lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        for (int i = 0; i < last; i++) {
            collector.line(lines[i], i + 1);
        }
        return collector.done(last);
    }

    private static final class Collector {

        private final List<Refusal> faults;
        private final Map<String, PbFile.Entry> meta = new LinkedHashMap<>();
        private final Map<String, List<String>> fields = new LinkedHashMap<>();
        private final Map<String, List<PbFile.Row>> rows = new LinkedHashMap<>();
        private final List<Integer> blank = new ArrayList<>();
        private final List<Integer> padded = new ArrayList<>();
        private String section = "";
        private int metaLine = 1;
        private boolean header;

        Collector(List<Refusal> faults) {
            this.faults = faults;
        }

        void line(String line, int number) {
            if (line.isBlank()) {
                blank.add(number);
                return;
            }
            String word = line.strip().toUpperCase(Locale.ROOT);
            if (SECTIONS.contains(word)) {
                section = word;
                header = true;
                metaLine = word.equals("META") ? number : metaLine;
                return;
            }
            List<String> cells = cells(line, number);
            if (cells.stream().anyMatch(cell -> !cell.equals(cell.strip()))) {
                padded.add(number);
            }
            cells = cells.stream().map(String::strip).toList();
            if (section.isEmpty()) {
                faults.add(Refusal.at("file", "count.pb-no-section", "line", number, "value", line));
            } else if (header) {
                header = false;
                fields.put(section, cells);
            } else {
                row(cells, number);
            }
        }

        private void row(List<String> cells, int number) {
            List<String> columns = fields.getOrDefault(section, List.of());
            if (cells.size() > columns.size()) {
                faults.add(Refusal.at(
                        "file", "count.pb-cells", "line", number, "value", cells.size(), "most", columns.size()));
                return;
            }
            if (section.equals("META")) {
                meta.put(cells.getFirst(), new PbFile.Entry(cells.size() > 1 ? cells.get(1) : "", number));
                return;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.computeIfAbsent(section, _ -> new ArrayList<>()).add(new PbFile.Row(row, number));
        }

        /** The cells of a line; a quoted one may hold dividers and doubled quotes. */
        private List<String> cells(String line, int number) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"' && (quoted || cell.isEmpty())) {
                    quoted = !quoted;
                } else if (c == ';' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            if (quoted) {
                faults.add(Refusal.at("file", "count.pb-quote", "line", number));
            }
            cells.add(cell.toString());
            return cells;
        }

        PbLines done(int count) {
            for (String needed : SECTIONS) {
                if (!fields.containsKey(needed)) {
                    faults.add(Refusal.at("file", "count.pb-section-missing", "value", needed));
                }
            }
            return new PbLines(
                    meta,
                    metaLine,
                    fields.getOrDefault("PROJECTS", List.of()),
                    rows.getOrDefault("PROJECTS", List.of()),
                    fields.getOrDefault("VOTES", List.of()),
                    rows.getOrDefault("VOTES", List.of()),
                    blank,
                    padded,
                    count);
        }
    }

    static String write(PbFile file) {
        StringBuilder text = new StringBuilder("META\nkey;value\n");
        file.meta().forEach((key, entry) -> text.append(line(List.of(key, entry.value()))));
        table(text, "PROJECTS", file.projectFields(), file.projects());
        table(text, "VOTES", file.voteFields(), file.votes());
        return text.toString();
    }

    private static void table(StringBuilder text, String section, List<String> columns, List<PbFile.Row> rows) {
        text.append(section).append('\n').append(line(columns));
        for (PbFile.Row row : rows) {
            text.append(line(columns.stream()
                    .map(column -> row.fields().getOrDefault(column, ""))
                    .toList()));
        }
    }

    private static String line(Collection<String> cells) {
        return cells.stream().map(PbLines::cell).collect(Collectors.joining(";")) + "\n";
    }

    private static String cell(String value) {
        return value.contains(";") || value.startsWith("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
