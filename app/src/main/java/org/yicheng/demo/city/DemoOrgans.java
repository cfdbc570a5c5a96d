package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.yicheng.finding.Organ;

/** The demo city's organs and their duties: generic ones, from the examples. */
final class DemoOrgans {

    private static final String TABLE = "/examples/finding/organs.tsv";

    private DemoOrgans() {}

    static List<Organ> read() {
        try (InputStream table = DemoOrgans.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("the application holds no " + TABLE);
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(cells -> Organ.of(cells[0], cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }
}
