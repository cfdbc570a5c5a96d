package org.yicheng.livelihood.store;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yicheng.count.projects.PbFile;
import org.yicheng.count.projects.PbFile.Entry;
import org.yicheng.count.projects.PbFile.Row;
import org.yicheng.count.projects.ProjectElection;
import org.yicheng.count.projects.VoteType;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.poll.Poll;

/**
 * A poll's ballots as an election in the Pabulib format, money in yuan. They stand in the order of what is on them and are
 * numbered in this order, so that neither tells when or by whom one was put in. Projects dropped in the meantime are left
 * out; a ballot that has no other counts as an empty one.
 */
final class PollFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<String> PROJECTS = List.of("project_id", "cost", "votes", "name");
    /** The same where a place of one is known. */
    private static final List<String> PLACED = List.of("project_id", "cost", "votes", "name", "latitude", "longitude");

    private static final List<String> VOTES = List.of("voter_id", "vote", "age", "sex", "voting_method", "district");

    private final Round round;
    private final String congress;
    private final Poll poll;
    private final List<Poll.Item> items;
    private final Map<UUID, String> ids = new HashMap<>();

    /** @param congress its name */
    PollFile(Round round, String congress, Poll poll) {
        this.round = round;
        this.congress = congress;
        this.poll = poll;
        this.items = poll.items().stream().filter(Poll.Item::stands).toList();
        int width = items.stream()
                .map(one -> String.valueOf(one.number()).length())
                .max(Integer::compare)
                .orElse(1);
        // ties go by ids as texts: of equal width they go by numbers
        items.forEach(one -> ids.put(one.project(), ("%0" + width + "d").formatted(one.number())));
    }

    String id(UUID project) {
        return ids.getOrDefault(project, "");
    }

    List<Poll.Item> items() {
        return items;
    }

    PbFile of(List<PollRows.Kept> ballots) {
        List<Map<String, String>> votes = ballots.stream().map(this::vote).toList();
        List<Row> rows = numbered(votes);
        Map<String, Long> counted = new HashMap<>();
        votes.stream()
                .flatMap(one -> List.of(one.getOrDefault("vote", "").split(",")).stream())
                .forEach(id -> counted.merge(id, 1L, Long::sum));
        boolean placed = items.stream().anyMatch(one -> one.spot().isPresent());
        List<Row> projects = items.stream()
                .map(one -> row(
                        PLACED,
                        id(one.project()),
                        Yuan.of(one.fen()).toPlainString(),
                        "" + counted.getOrDefault(id(one.project()), 0L),
                        line(one.title()),
                        one.spot().map(spot -> spot.latitude().toPlainString()).orElse(""),
                        one.spot().map(spot -> spot.longitude().toPlainString()).orElse("")))
                .toList();
        PbFile file = new PbFile(
                meta(ballots.size()),
                placed ? PLACED : PROJECTS,
                projects,
                VOTES.stream().filter(column -> tells(column, votes)).toList(),
                rows,
                new ProjectElection(VoteType.APPROVAL, Yuan.of(poll.terms().fen()), List.of(), List.of()));
        return PbFile.read(file.text()).orThrow();
    }

    /** Whether a column divides the ballots: one in which all say the same makes no groups. */
    private static boolean tells(String column, List<Map<String, String>> votes) {
        return column.equals("voter_id")
                || column.equals("vote")
                || votes.stream()
                                .map(one -> one.getOrDefault(column, ""))
                                .distinct()
                                .count()
                        > 1;
    }

    private Map<String, String> vote(PollRows.Kept kept) {
        Map<String, String> vote = new HashMap<>();
        vote.put(
                "vote",
                kept.marks().projects().stream()
                        .map(this::id)
                        .filter(id -> !id.isEmpty())
                        .sorted()
                        .reduce((a, b) -> a + "," + b)
                        .orElse(""));
        vote.put("age", kept.marks().age().map(one -> one.band()).orElse(""));
        vote.put("sex", kept.marks().sex().map(Enum::name).orElse(""));
        vote.put("voting_method", kept.paper() ? "paper" : "internet");
        vote.put("district", line(kept.marks().district()));
        return vote;
    }

    private static List<Row> numbered(List<Map<String, String>> votes) {
        Comparator<Map<String, String>> order = VOTES.stream()
                .skip(1)
                .map(column -> Comparator.<Map<String, String>, String>comparing(one -> one.getOrDefault(column, "")))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        votes.stream().sorted(order).forEach(one -> {
            one.put("voter_id", "" + (rows.size() + 1));
            rows.add(new Row(one, 0));
        });
        return rows;
    }

    private static Row row(List<String> columns, String... cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(columns.get(i), cells[i]);
        }
        return new Row(row, 0);
    }

    private Map<String, Entry> meta(int ballots) {
        Map<String, Entry> meta = new LinkedHashMap<>();
        long all = items.stream().mapToLong(Poll.Item::fen).sum();
        String budget = Yuan.of(poll.terms().fen()).toPlainString();
        List<String> said = new ArrayList<>(List.of(
                "description",
                round.year() + "年度民生实事项目居民意见征询",
                "country",
                "China",
                "unit",
                line(congress),
                "instance",
                "" + round.year(),
                "num_projects",
                "" + items.size(),
                "num_votes",
                "" + ballots,
                "budget",
                budget,
                "vote_type",
                VoteType.APPROVAL.key(),
                "rule",
                "unknown",
                "date_begin",
                day(poll.terms().opens()),
                "date_end",
                day(poll.terms().closes())));
        said.addAll(
                poll.terms().most() > 0
                        ? List.of("max_length", "" + poll.terms().most())
                        : List.of("max_sum_cost", budget));
        said.addAll(List.of("language", "zh", "currency", "CNY"));
        if (all <= poll.terms().fen()) {
            said.addAll(List.of("fully_funded", "1"));
        }
        said.addAll(List.of("comment", "#1: Residents were asked for their opinion; nothing was decided."));
        for (int i = 0; i < said.size(); i += 2) {
            meta.put(said.get(i), new Entry(said.get(i + 1), 0));
        }
        return meta;
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** As it may stand in a cell: on one line. */
    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
