package org.yicheng.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;

/** A table of tab-separated values: names of the columns in the first line, one row a line, UTF-8. */
record Tsv(List<Map<String, String>> rows) {

    /**
     * Reads a table.
     *
     * @param columns those it must have; others are let be
     * @param filled those that must not be empty in any row
     * @throws RefusedException with every fault and its line
     */
    static Tsv read(byte[] bytes, List<String> columns, Set<String> filled) {
        List<String> lines = text(bytes).lines().toList();
        List<String> names =
                lines.isEmpty() ? List.of() : List.of(lines.getFirst().split("\t", -1));
        List<Refusal> faults = new ArrayList<>();
        for (String column : columns) {
            if (!names.contains(column)) {
                faults.add(Refusal.at("/1", "cli.table-column", "column", column));
            }
        }
        List<Map<String, String>> rows = new ArrayList<>();
        boolean named = faults.isEmpty();
        for (int i = 1; i < lines.size() && named; i++) {
            row(lines.get(i), i + 1, names, filled, rows, faults);
        }
        if (faults.isEmpty() && rows.isEmpty()) {
            faults.add(Refusal.at("/", "cli.table-empty"));
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return new Tsv(List.copyOf(rows));
    }

    private static void row(
            String line,
            int number,
            List<String> names,
            Set<String> filled,
            List<Map<String, String>> rows,
            List<Refusal> faults) {
        if (line.isBlank()) {
            return;
        }
        String[] cells = line.split("\t", -1);
        if (cells.length != names.size()) {
            faults.add(Refusal.at(
                    "/" + number, "cli.table-cells", "line", number, "value", cells.length, "required", names.size()));
            return;
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(names.get(i), cells[i].strip());
        }
        for (String name : filled) {
            if (row.getOrDefault(name, "").isEmpty()) {
                faults.add(Refusal.at("/" + number, "cli.table-blank", "line", number, "column", name));
            }
        }
        rows.add(row);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RefusedException(Refusal.at("/", "cli.not-utf8"));
        }
    }
}
