package org.yicheng.assembly.hall.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yicheng.rule.Refusal;

/** The fields of a form, its faults noted as they are read. */
record HallForm(Map<String, String> typed, List<Refusal> faults) {

    private static final int CENTIMETRES = 100;

    String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    int count(String field) {
        String said = text(field);
        if (said.isEmpty()) {
            return 0;
        }
        if (!said.matches("\\d{1,4}")) {
            faults.add(Refusal.at(field, "hall.count-unknown", "value", said));
            return 0;
        }
        return Integer.parseInt(said);
    }

    List<Integer> counts(String field) {
        List<Integer> counts = new ArrayList<>();
        for (String said : text(field).split("[\\s,，、]+")) {
            if (said.matches("\\d{1,4}")) {
                counts.add(Integer.parseInt(said));
            } else if (!said.isEmpty()) {
                faults.add(Refusal.at(field, "hall.count-unknown", "value", said));
            }
        }
        return counts;
    }

    /** Metres with up to two decimals, as centimetres. */
    int centimetres(String field) {
        String said = text(field);
        if (!said.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            faults.add(Refusal.at(field, "hall.metres-unknown", "value", said));
            return 0;
        }
        return new BigDecimal(said).multiply(BigDecimal.valueOf(CENTIMETRES)).intValueExact();
    }

    List<String> lines(String field) {
        return Stream.of(text(field).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
