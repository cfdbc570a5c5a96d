package org.yicheng.assembly.elections;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Scrutiny.Batch;
import org.yicheng.assembly.Scrutiny.Difference;
import org.yicheng.assembly.Scrutiny.Form;

/** Bundles of papers and what the tellers read; two equal readings freeze a bundle and only its papers stay. */
@Component
class Bundles {

    /** Who entered what a scanning device read. */
    static final String DEVICE = "scan";

    private static final int TELLERS = 2;

    private final JdbcClient jdbc;

    Bundles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row of a bundle. */
    record Row(int number, Form form, int size, boolean frozen) {}

    Optional<Row> row(Election election, int number) {
        return jdbc.sql("""
                        select * from assembly.ballot_batch
                         where election = :id and attempt = :attempt and number = :number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("number", number)
                .query((row, _) -> new Row(
                        row.getInt("number"),
                        Form.valueOf(row.getString("form")),
                        row.getInt("size"),
                        row.getString("state").equals("FROZEN")))
                .optional();
    }

    int add(Election election, Form form, int size, String source) {
        return jdbc.sql("""
                        insert into assembly.ballot_batch (election, attempt, number, form, size, state, source)
                        select :id, :attempt, coalesce(max(number), 0) + 1, :form, :size, 'OPEN', :source
                          from assembly.ballot_batch where election = :id and attempt = :attempt
                        returning number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("form", form.name())
                .param("size", size)
                .param("source", source)
                .query(Integer.class)
                .single();
    }

    /** How many papers the bundles so far hold. */
    int announced(Election election) {
        return jdbc.sql("""
                        select coalesce(sum(size), 0) from assembly.ballot_batch
                         where election = :id and attempt = :attempt
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query(Integer.class)
                .single();
    }

    boolean known(Election election, String source) {
        return jdbc.sql("""
                        select count(*) from assembly.ballot_batch
                         where election = :id and attempt = :attempt and source = :source
                        """)
                        .param("id", election.id())
                        .param("attempt", election.attempt())
                        .param("source", source)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Map<String, List<String>> entries(Election election, int number) {
        Map<String, List<String>> entries = new TreeMap<>();
        jdbc.sql("""
                        select teller, papers from assembly.ballot_entry
                         where election = :id and attempt = :attempt and batch = :number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("number", number)
                .query(row -> {
                    entries.put(row.getString("teller"), Arrays.asList((String[])
                            row.getArray("papers").getArray()));
                });
        return entries;
    }

    void write(Election election, int number, String teller, List<String> papers) {
        jdbc.sql("""
                        insert into assembly.ballot_entry (election, attempt, batch, teller, papers)
                        values (:id, :attempt, :number, :teller, :papers)
                        on conflict (election, attempt, batch, teller) do update set papers = excluded.papers
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("number", number)
                .param("teller", teller)
                .param("papers", papers.toArray(String[]::new))
                .update();
    }

    /** Freezes a bundle whose two readings are equal: the papers are kept shuffled, the readings go. */
    void freezeIfEqual(Election election, Row row) {
        List<List<String>> read = List.copyOf(entries(election, row.number()).values());
        if (read.size() == TELLERS
                && differences(row.form(), read.get(0), read.get(1)).isEmpty()) {
            freeze(election, row.number(), read.getFirst());
        }
    }

    void freeze(Election election, int number, List<String> papers) {
        new PaperRows(jdbc).keep(election, number, papers);
        jdbc.sql("""
                        update assembly.ballot_batch set state = 'FROZEN'
                         where election = :id and attempt = :attempt and number = :number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("number", number)
                .update();
        jdbc.sql("""
                        delete from assembly.ballot_entry
                         where election = :id and attempt = :attempt and batch = :number
                        """)
                .param("id", election.id())
                .param("attempt", election.attempt())
                .param("number", number)
                .update();
    }

    List<Batch> all(Election election) {
        return jdbc
                .sql(
                        "select number from assembly.ballot_batch where election = :id and attempt = :attempt order by number")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query((row, _) -> row.getInt(1))
                .list()
                .stream()
                .map(number -> batch(election, number))
                .toList();
    }

    Batch batch(Election election, int number) {
        Row row = row(election, number).orElseThrow();
        Map<String, List<String>> entries = entries(election, number);
        List<List<String>> read = List.copyOf(entries.values());
        return new Batch(
                number,
                row.form(),
                row.size(),
                row.frozen(),
                List.copyOf(entries.keySet()),
                read.size() == TELLERS ? differences(row.form(), read.get(0), read.get(1)) : List.of(),
                row.form() == Form.SCAN && read.size() == 1 ? doubtful(read.getFirst()) : List.of());
    }

    /** Places of papers that the device could not read: wholly, or a mark. A reviewed paper begins with a blank. */
    static List<Integer> doubtful(List<String> papers) {
        return IntStream.range(0, papers.size())
                .filter(at -> isDoubtful(papers.get(at)))
                .mapToObj(at -> at + 1)
                .toList();
    }

    private static boolean isDoubtful(String paper) {
        if (paper.startsWith(REVIEWED)) {
            return false;
        }
        BallotPaper read = BallotPaper.of(paper);
        return read.unreadable() || read.marks().indexOf('X') >= 0;
    }

    static final String REVIEWED = " ";

    static List<String> withoutReview(List<String> papers) {
        return papers.stream().map(String::strip).toList();
    }

    private static List<Difference> differences(Form form, List<String> first, List<String> second) {
        return form == Form.COUNTS ? byCounts(first, second) : byPlace(first, second);
    }

    private static List<Difference> byPlace(List<String> first, List<String> second) {
        List<Difference> differences = new ArrayList<>();
        for (int at = 0; at < first.size(); at++) {
            if (!first.get(at).equals(second.get(at))) {
                differences.addAll(cells(at + 1, BallotPaper.of(first.get(at)), BallotPaper.of(second.get(at))));
            }
        }
        return differences;
    }

    private static List<Difference> cells(int paper, BallotPaper first, BallotPaper second) {
        if (first.unreadable() || second.unreadable()) {
            return List.of(new Difference(paper, 0, first.code(), second.code()));
        }
        List<Difference> differences = new ArrayList<>();
        for (int at = 0; at < first.marks().length(); at++) {
            if (first.marks().charAt(at) != second.marks().charAt(at)) {
                differences.add(new Difference(
                        paper,
                        at + 1,
                        first.marks().substring(at, at + 1),
                        second.marks().substring(at, at + 1)));
            }
        }
        if (!first.writeIns().equals(second.writeIns())) {
            differences.add(
                    new Difference(paper, -1, String.join("、", first.writeIns()), String.join("、", second.writeIns())));
        }
        return differences;
    }

    /** By counts only how many papers look alike is compared, not their order. */
    private static List<Difference> byCounts(List<String> first, List<String> second) {
        Map<String, Long> one = counted(first);
        Map<String, Long> other = counted(second);
        TreeSet<String> kinds = new TreeSet<>(one.keySet());
        kinds.addAll(other.keySet());
        List<Difference> differences = new ArrayList<>();
        int line = 0;
        for (String kind : kinds) {
            line++;
            long left = one.getOrDefault(kind, 0L);
            long right = other.getOrDefault(kind, 0L);
            if (left != right) {
                differences.add(new Difference(line, 0, left + "*" + kind, right + "*" + kind));
            }
        }
        return differences;
    }

    private static Map<String, Long> counted(List<String> papers) {
        return papers.stream().collect(Collectors.groupingBy(one -> one, LinkedHashMap::new, Collectors.counting()));
    }
}
