package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** What the checker of the Pabulib collection asks of a file, beyond that it can be read: each finding with its line. */
public final class PbCheck {

    /** @param error otherwise a warning @param line where, 0 if it concerns the whole file */
    public record Finding(boolean error, int line, Refusal reason) {}

    private static final List<String> REQUIRED = List.of(
            "description",
            "country",
            "unit",
            "instance",
            "num_projects",
            "num_votes",
            "budget",
            "vote_type",
            "rule",
            "date_begin",
            "date_end");
    private static final List<String> PROJECT_FIELDS = List.of(
            "project_id",
            "cost",
            "votes",
            "score",
            "name",
            "category",
            "beneficiaries",
            "selected",
            "neighborhood",
            "subunit",
            "district",
            "description",
            "proposer",
            "public_id",
            "latitude",
            "longitude");
    private static final List<String> VOTE_FIELDS = List.of(
            "voter_id", "vote", "points", "age", "sex", "voting_method", "district", "neighborhood", "education");
    private static final Pattern DATE = Pattern.compile("\\d{4}|(0[1-9]|[12]\\d|3[01])\\.(0[1-9]|1[0-2])\\.\\d{4}");
    private static final BigDecimal WITHDRAWN = new BigDecimal(999_999_999);
    private static final Set<String> POZNAN = Set.of("Poznań", "Poznan");
    private static final BigDecimal FOUR_FIFTHS = new BigDecimal("0.8");
    private static final Set<String> COUNTRIES = countries();

    private final List<Finding> findings = new ArrayList<>();

    private PbCheck() {}

    private static Set<String> countries() {
        Set<String> names = new TreeSet<>(List.of("Worldwide", "USA", "UK"));
        for (String code : Locale.getISOCountries()) {
            names.add(code);
            names.add(Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
        }
        return names;
    }

    /** All findings, by line. */
    public static List<Finding> of(String text) {
        PbCheck check = new PbCheck();
        List<Refusal> faults = new ArrayList<>();
        PbLines lines = PbLines.read(text, faults);
        lines.blank().forEach(line -> check.error(line, "file", "pb-blank"));
        lines.padded().forEach(line -> check.error(line, "file", "pb-padded"));
        switch (PbFile.read(text)) {
            case Ruling.Refused<PbFile>(List<Refusal> reasons) ->
                reasons.forEach(reason -> check.findings.add(new Finding(true, line(reason), reason)));
            case Ruling.Granted<PbFile>(PbFile file) -> check.look(file);
        }
        check.findings.sort(Comparator.comparingInt(Finding::line));
        return List.copyOf(check.findings);
    }

    private static int line(Refusal reason) {
        return reason.facts().get("line") instanceof Integer line ? line : 0;
    }

    private void error(int line, String field, String code, Object... facts) {
        add(true, line, field, code, facts);
    }

    private void add(boolean error, int line, String field, String code, Object... facts) {
        List<Object> all = new ArrayList<>(List.of("line", line));
        all.addAll(List.of(facts));
        findings.add(new Finding(error, line, Refusal.at(field, "count." + code, all.toArray())));
    }

    private void look(PbFile file) {
        meta(file);
        numbers(file);
        budget(file);
        lengths(file);
        counted(file);
        order(file.projectFields(), PROJECT_FIELDS, "PROJECTS");
        order(file.voteFields(), VOTE_FIELDS, "VOTES");
        followed(file);
    }

    private static Optional<PbFile.Entry> entry(PbFile file, String key) {
        return Optional.ofNullable(file.meta().get(key))
                .filter(one -> !one.value().isEmpty());
    }

    private void meta(PbFile file) {
        for (String key : REQUIRED) {
            if (entry(file, key).isEmpty()) {
                error(0, key, "pb-missing", "field", key, "value", "");
            }
        }
        known(file, "country", COUNTRIES.stream());
        known(file, "language", Stream.of(Locale.getISOLanguages()));
        known(file, "currency", Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode));
        for (String key : List.of("date_begin", "date_end")) {
            entry(file, key)
                    .filter(said -> !DATE.matcher(said.value()).matches())
                    .ifPresent(said -> error(said.line(), key, "pb-date", "value", said.value()));
        }
        for (String key : List.of("fully_funded", "experimental")) {
            entry(file, key)
                    .filter(said -> !said.value().equals("1"))
                    .ifPresent(said -> error(said.line(), key, "pb-only-1", "field", key, "value", said.value()));
        }
        entry(file, "comment")
                .filter(said -> !said.value().startsWith("#1: "))
                .ifPresent(said -> error(said.line(), "comment", "pb-comment", "value", said.value()));
        many(file, "num_projects", file.projects().size());
        many(file, "num_votes", file.votes().size());
    }

    private void known(PbFile file, String key, Stream<String> values) {
        Optional<PbFile.Entry> said = entry(file, key);
        if (said.isPresent() && values.noneMatch(said.get().value()::equals)) {
            error(
                    said.get().line(),
                    key,
                    "pb-code",
                    "field",
                    key,
                    "value",
                    said.get().value());
        }
    }

    private void many(PbFile file, String key, int rows) {
        entry(file, key)
                .filter(said -> !said.value().equals("" + rows))
                .ifPresent(
                        said -> error(said.line(), key, "pb-many", "field", key, "value", said.value(), "rows", rows));
    }

    private void numbers(PbFile file) {
        entry(file, "budget")
                .filter(said -> said.value().contains(","))
                .ifPresent(said -> error(said.line(), "budget", "pb-comma", "value", said.value()));
        for (PbFile.Row row : file.projects()) {
            if (row.get("cost").contains(",")) {
                error(row.line(), "cost", "pb-comma", "value", row.get("cost"));
            }
        }
    }

    private void budget(PbFile file) {
        BigDecimal budget = file.election().budget();
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal selected = BigDecimal.ZERO;
        for (PbFile.Row row : file.projects()) {
            BigDecimal cost = cost(row);
            all = all.add(cost);
            if (cost.compareTo(WITHDRAWN) == 0) {
                add(false, row.line(), "cost", "pb-withdrawn", "value", row.get("project_id"));
            } else if (cost.compareTo(budget) > 0) {
                error(row.line(), "cost", "pb-dearer", "value", cost, "budget", budget);
            }
            selected = row.get("selected").equals("1") ? selected.add(cost) : selected;
        }
        boolean funded = entry(file, "fully_funded").isPresent();
        if (funded != all.compareTo(budget) <= 0) {
            error(0, "fully_funded", "pb-fully-funded", "cost", all, "budget", budget);
        }
        if (file.projectFields().contains("selected")) {
            selected(file, budget, selected);
        }
    }

    private void selected(PbFile file, BigDecimal budget, BigDecimal selected) {
        if (selected.compareTo(budget) > 0) {
            error(0, "selected", "pb-selected-over", "value", selected, "budget", budget);
        }
        if (entry(file, "rule")
                .filter(rule -> rule.value().startsWith("equalshares"))
                .isPresent()) {
            return; // it may leave money
        }
        BigDecimal left = budget.subtract(selected);
        for (PbFile.Row row : file.projects()) {
            if (row.get("selected").equals("0") && cost(row).compareTo(left) <= 0) {
                error(
                        row.line(),
                        "selected",
                        "pb-could-fund",
                        "value",
                        row.get("project_id"),
                        "cost",
                        cost(row),
                        "left",
                        left);
            }
        }
    }

    private static BigDecimal cost(PbFile.Row row) {
        return PbFile.number(row.get("cost")).orElseThrow();
    }

    private void lengths(PbFile file) {
        int place = 0;
        for (PbFile.Row row : file.votes()) {
            Ballot ballot = file.election().ballots().get(place++);
            BigDecimal sum = ballot.choices().stream()
                    .map(choice -> file.election().projects().get(choice).cost())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            within(file, row, "length", BigDecimal.valueOf(ballot.choices().size()));
            within(file, row, "sum_cost", sum);
            if (!ballot.points().isEmpty()) {
                within(file, row, "sum_points", ballot.points().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
                ballot.points().forEach(one -> within(file, row, "points", one));
            }
        }
    }

    private void within(PbFile file, PbFile.Row row, String what, BigDecimal value) {
        limit(file, "min_" + what)
                .filter(least -> value.compareTo(least) < 0)
                .ifPresent(least ->
                        error(row.line(), "vote", "pb-less", "field", "min_" + what, "value", value, "limit", least));
        limit(file, "max_" + what)
                .filter(most -> value.compareTo(most) > 0)
                .ifPresent(most ->
                        error(row.line(), "vote", "pb-more", "field", "max_" + what, "value", value, "limit", most));
    }

    private static Optional<BigDecimal> limit(PbFile file, String key) {
        return entry(file, key).flatMap(said -> PbFile.number(said.value()));
    }

    /** Whether the columns {@code votes} and {@code score} are what the ballots say. */
    private void counted(PbFile file) {
        boolean votes = file.projectFields().contains("votes");
        boolean score = file.projectFields().contains("score");
        if (!votes && !score) {
            error(0, "votes", "pb-neither");
        }
        Map<Integer, BigDecimal> named = new HashMap<>();
        Map<Integer, BigDecimal> scored = new HashMap<>();
        for (Ballot ballot : file.election().ballots()) {
            for (int i = 0; i < ballot.choices().size(); i++) {
                named.merge(ballot.choices().get(i), BigDecimal.ONE, BigDecimal::add);
                if (!ballot.points().isEmpty()) {
                    scored.merge(ballot.choices().get(i), ballot.points().get(i), BigDecimal::add);
                }
            }
        }
        boolean points = Satisfaction.of(file.election().type()).contains(Satisfaction.POINTS);
        for (int p = 0; p < file.projects().size(); p++) {
            PbFile.Row row = file.projects().get(p);
            if (votes) {
                same(row, "votes", named.getOrDefault(p, BigDecimal.ZERO));
            }
            if (score && points) {
                same(row, "score", scored.getOrDefault(p, BigDecimal.ZERO));
            }
        }
    }

    private void same(PbFile.Row row, String field, BigDecimal counted) {
        String said = row.get(field);
        if (!said.isEmpty()
                && PbFile.number(said)
                        .filter(value -> value.compareTo(counted) == 0)
                        .isEmpty()) {
            error(row.line(), field, "pb-counted", "field", field, "value", said, "counted", counted);
        }
    }

    private void order(List<String> fields, List<String> usual, String section) {
        List<String> known = fields.stream().filter(usual::contains).toList();
        if (!known.equals(
                known.stream().sorted(Comparator.comparingInt(usual::indexOf)).toList())) {
            add(false, 0, section, "pb-order", "section", section, "usual", usual);
        }
    }

    /**
     * What Poznań selects: the most votes first until one does not fit; that one too if the money left is four fifths of
     * its cost; nothing after it.
     */
    private static List<String> poznan(ProjectElection election) {
        List<Integer> order = IntStream.range(0, election.projects().size())
                .boxed()
                .sorted(Ties.APPROVALS.order(election))
                .toList();
        BigDecimal left = election.budget();
        List<String> chosen = new ArrayList<>();
        for (int p : order) {
            Candidate project = election.projects().get(p);
            boolean fits = project.cost().compareTo(left) <= 0;
            if (fits || project.cost().multiply(FOUR_FIFTHS).compareTo(left) <= 0) {
                chosen.add(project.id());
            }
            if (!fits) {
                break;
            }
            left = left.subtract(project.cost());
        }
        return chosen;
    }

    /** Whether what a greedy election says it selected is what greedy selects. */
    private void followed(PbFile file) {
        Optional<PbFile.Entry> rule =
                entry(file, "rule").filter(one -> one.value().equals("greedy"));
        if (rule.isEmpty() || !file.projectFields().contains("selected")) {
            return;
        }
        boolean poznan = entry(file, "unit")
                .filter(unit -> POZNAN.contains(unit.value()))
                .isPresent();
        ProjectRule greedy = ProjectRule.of(file.election().type()).getFirst();
        Set<String> chosen = new HashSet<>(
                poznan
                        ? poznan(file.election())
                        : greedy.choose(file.election(), false).order());
        Set<String> selected = new HashSet<>();
        file.projects().stream()
                .filter(row -> row.get("selected").equals("1")
                        || poznan && row.get("selected").equals("2"))
                .forEach(row -> selected.add(row.get("project_id")));
        if (!chosen.equals(selected)) {
            Set<String> differing = new TreeSet<>(chosen);
            differing.removeIf(selected::contains);
            selected.stream().filter(one -> !chosen.contains(one)).forEach(differing::add);
            add(
                    false,
                    rule.get().line(),
                    "rule",
                    "pb-not-followed",
                    "rule",
                    poznan ? "Poznań" : greedy.key(),
                    "projects",
                    List.copyOf(differing));
        }
    }
}
