package org.yicheng.count.projects;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * A participatory-budgeting election in the {@code .pb} format of Pabulib (Faliszewski and others, Participatory
 * Budgeting: Data, Tools, and Analysis, arXiv:2305.11035): three sections META, PROJECTS, VOTES, fields divided by
 * semicolons. Keeps every field as it was written; {@link #election()} is what rules count.
 *
 * @param meta keys in their order
 * @param projectFields the columns of PROJECTS, {@code votes} those of VOTES
 */
public record PbFile(
        Map<String, Entry> meta,
        List<String> projectFields,
        List<Row> projects,
        List<String> voteFields,
        List<Row> votes,
        ProjectElection election) {

    /** What a field of META says, and where. */
    public record Entry(String value, int line) {}

    /** A row by its columns, and where it stands. */
    public record Row(Map<String, String> fields, int line) {

        /** The value of a column, empty if it is not there or says {@code none}. */
        public String get(String column) {
            String value = fields.getOrDefault(column, "");
            return value.equalsIgnoreCase("none") ? "" : value;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}([.,]\\d{1,9})?");
    private static final int MOST_LINES = 5_000_000;

    /** Reads a file, or names every line that makes it unreadable. */
    public static Ruling<PbFile> read(String text) {
        List<Refusal> faults = new ArrayList<>();
        PbLines lines = PbLines.read(text, faults);
        if (lines.count() > MOST_LINES) {
            return Ruling.refused(Refusal.at("file", "count.pb-lines", "value", lines.count(), "most", MOST_LINES));
        }
        Reader reader = new Reader(lines, faults);
        Optional<ProjectElection> election = reader.election();
        if (!faults.isEmpty() || election.isEmpty()) {
            return Ruling.refused(faults);
        }
        return Ruling.granted(new PbFile(
                lines.meta(),
                lines.projectFields(),
                lines.projects(),
                lines.voteFields(),
                lines.votes(),
                election.get()));
    }

    /** The number a text says; a comma for the decimal point is understood. */
    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    /** The ids a list names, in their order. */
    static List<String> list(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(",", -1));
    }

    /** Makes an election of the lines, a fault for each that makes none. */
    private record Reader(PbLines lines, List<Refusal> faults) {

        private void fault(int line, String field, String code, Object... facts) {
            List<Object> all = new ArrayList<>(List.of("line", line));
            all.addAll(List.of(facts));
            faults.add(Refusal.at(field, "count." + code, all.toArray()));
        }

        Optional<ProjectElection> election() {
            Optional<BigDecimal> budget = budget();
            Optional<VoteType> type = type();
            Map<String, Integer> known = new HashMap<>();
            List<Candidate> projects = projects(known);
            List<Ballot> ballots = type.map(kind -> ballots(kind, known)).orElse(List.of());
            if (!faults.isEmpty() || budget.isEmpty() || type.isEmpty()) {
                return Optional.empty();
            }
            ProjectElection election = new ProjectElection(type.get(), budget.get(), projects, ballots);
            if (!election.countable()) {
                faults.add(Refusal.at("file", "count.pb-large", "most", ProjectElection.MOST));
            }
            return Optional.of(election);
        }

        private Optional<BigDecimal> budget() {
            Entry said = lines.meta().getOrDefault("budget", new Entry("", lines.metaLine()));
            Optional<BigDecimal> budget = number(said.value()).filter(value -> value.signum() >= 0);
            if (budget.isEmpty()) {
                fault(
                        said.line(),
                        "budget",
                        said.value().isEmpty() ? "pb-missing" : "pb-money",
                        "field",
                        "budget",
                        "value",
                        said.value());
            }
            return budget;
        }

        private Optional<VoteType> type() {
            Entry said = lines.meta().getOrDefault("vote_type", new Entry("", lines.metaLine()));
            Optional<VoteType> type = VoteType.byKey(said.value());
            if (type.isEmpty()) {
                fault(
                        said.line(),
                        "vote_type",
                        said.value().isEmpty() ? "pb-missing" : "pb-vote-type",
                        "field",
                        "vote_type",
                        "value",
                        said.value());
            }
            return type;
        }

        private List<Candidate> projects(Map<String, Integer> known) {
            List<Candidate> projects = new ArrayList<>();
            for (Row row : lines.projects()) {
                String id = row.get("project_id");
                Optional<BigDecimal> cost = number(row.get("cost")).filter(value -> value.signum() >= 0);
                if (id.isEmpty()) {
                    fault(row.line(), "project_id", "pb-missing", "field", "project_id", "value", "");
                } else if (known.putIfAbsent(id, projects.size()) != null) {
                    fault(row.line(), "project_id", "pb-project-twice", "value", id);
                } else if (cost.isEmpty()) {
                    fault(
                            row.line(),
                            "cost",
                            row.get("cost").isEmpty() ? "pb-missing" : "pb-money",
                            "field",
                            "cost",
                            "value",
                            row.get("cost"));
                    projects.add(new Candidate(id, id, BigDecimal.ZERO));
                } else {
                    String name = row.get("name");
                    projects.add(new Candidate(id, name.isEmpty() ? id : name, cost.get()));
                }
            }
            return projects;
        }

        private List<Ballot> ballots(VoteType type, Map<String, Integer> known) {
            List<Ballot> ballots = new ArrayList<>(lines.votes().size());
            Map<String, Integer> voters = new HashMap<>();
            for (Row row : lines.votes()) {
                String voter = row.get("voter_id");
                Integer before = voters.putIfAbsent(voter, row.line());
                if (voter.isEmpty()) {
                    fault(row.line(), "voter_id", "pb-missing", "field", "voter_id", "value", "");
                } else if (before != null) {
                    fault(row.line(), "voter_id", "pb-voter-twice", "value", voter, "first", before);
                }
                ballot(row, type, known).ifPresent(ballots::add);
            }
            return ballots;
        }

        private Optional<Ballot> ballot(Row row, VoteType type, Map<String, Integer> known) {
            int before = faults.size();
            List<String> names = list(row.get("vote"));
            Map<Integer, String> choices = new LinkedHashMap<>();
            for (String name : names) {
                Integer place = known.get(name.strip());
                if (place == null) {
                    fault(row.line(), "vote", "pb-project-unknown", "value", name);
                } else if (choices.putIfAbsent(place, name) != null) {
                    fault(row.line(), "vote", "pb-choice-twice", "value", name);
                }
            }
            List<BigDecimal> points = List.of();
            if (type == VoteType.CUMULATIVE || type == VoteType.SCORING) {
                points = points(row, names.size());
            }
            return faults.size() > before
                    ? Optional.empty()
                    : Optional.of(new Ballot(List.copyOf(choices.keySet()), points));
        }

        private List<BigDecimal> points(Row row, int choices) {
            List<String> said = list(row.get("points"));
            if (said.size() != choices) {
                fault(row.line(), "points", "pb-points-many", "value", said.size(), "choices", choices);
                return List.of();
            }
            List<BigDecimal> points = new ArrayList<>();
            for (String one : said) {
                Optional<BigDecimal> number = number(one.strip()).filter(value -> value.signum() >= 0);
                if (number.isEmpty()) {
                    fault(row.line(), "points", "pb-points", "value", one);
                }
                points.add(number.orElse(BigDecimal.ZERO));
            }
            return points;
        }
    }

    /** The file again: the same fields, sections and rows, without blank lines. */
    public String text() {
        return PbLines.write(this);
    }
}
