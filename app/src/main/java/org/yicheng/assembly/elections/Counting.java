package org.yicheng.assembly.elections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.BallotPaper;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.Elections.Candidate;
import org.yicheng.count.ElectionResult;
import org.yicheng.count.ElectionTerms;
import org.yicheng.count.Office;
import org.yicheng.count.Papers;
import org.yicheng.count.Papers.PaperMark;
import org.yicheng.count.Roll;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;

/** Hands the stored papers to core count and turns its answer into a result with persons and words. */
@Component
class Counting {

    private final ElectionRows rows;
    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Words words;

    Counting(ElectionRows rows, JdbcClient jdbc, Bodies bodies, Words words) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.words = words;
    }

    /** Who is meant by a written name: a label that the core counts, and the person if there is one. */
    private record Meant(String label, Optional<UUID> person) {}

    ElectionTerms terms(Election election) {
        return ElectionTerms.on(election.occasion())
                .with(bodies.rules(election.body()).quorum())
                .with(election.terms().writeIn());
    }

    static Roll roll(Election election) {
        return new Roll(
                election.ballot().due().orElseThrow(),
                election.ballot().present().orElseThrow());
    }

    /** Whether the ballot is void before a paper is read. */
    Optional<ElectionResult.Void> refuse(Election election) {
        return org.yicheng.count.Election.refuse(
                roll(election),
                election.terms().seats(),
                election.ballot().issued().orElseThrow(),
                election.ballot().collected().orElseThrow(),
                terms(election));
    }

    Election.Result result(Election election) {
        List<String> codes = new PaperRows(jdbc).all(election);
        List<Candidate> candidates = rows.candidates(election.id());
        if (election.projects()) {
            return refuse(election)
                    .map(nothing -> nothing(election, nothing))
                    .orElseGet(() -> new ProjectCount(election, candidates, words).of(codes));
        }
        Map<String, Meant> meant = meant(election);
        Set<String> eligible = meant.values().stream()
                .filter(one -> one.person().isPresent())
                .map(Meant::label)
                .collect(Collectors.toSet());
        Papers papers = papers(candidates, codes, meant);
        ElectionResult result = new org.yicheng.count.Election(
                        roll(election),
                        election.terms().seats(),
                        election.ballot().issued().orElseThrow(),
                        papers,
                        terms(election).eligible(eligible))
                .count();
        return switch (result) {
            case ElectionResult.Void nothing -> nothing(election, nothing);
            case ElectionResult.Valid valid ->
                counted(election, valid, grounds(valid, election.terms().office()), candidates, meant, digest(codes));
        };
    }

    private static Papers papers(List<Candidate> candidates, List<String> codes, Map<String, Meant> meant) {
        Papers.Builder builder =
                new Papers.Builder(candidates.stream().map(Candidate::label).toList(), Math.max(1, codes.size()));
        for (String code : codes) {
            BallotPaper paper = BallotPaper.of(code);
            if (paper.unreadable()) {
                builder.addUnreadable(1);
            } else {
                builder.add(1, marks(paper.marks()), labels(paper, meant));
            }
        }
        return builder.build();
    }

    private static byte[] marks(String marks) {
        byte[] codes = new byte[marks.length()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = mark(marks.charAt(i)).code();
        }
        return codes;
    }

    private static PaperMark mark(char letter) {
        return switch (letter) {
            case 'Y' -> PaperMark.APPROVE;
            case 'N' -> PaperMark.OPPOSE;
            case 'X' -> PaperMark.ILLEGIBLE;
            default -> PaperMark.ABSTAIN;
        };
    }

    private static List<String> labels(BallotPaper paper, Map<String, Meant> meant) {
        return paper.writeIns().stream()
                .map(name -> Optional.ofNullable(meant.get(name))
                        .map(Meant::label)
                        .orElseThrow(() -> new IllegalStateException("a written name is not settled")))
                .toList();
    }

    private Map<String, Meant> meant(Election election) {
        Map<String, Meant> meant = new HashMap<>();
        jdbc.sql("select * from assembly.written_name where election = :id and attempt = :attempt")
                .param("id", election.id())
                .param("attempt", election.attempt())
                .query(row -> {
                    meant.put(
                            row.getString("written"),
                            new Meant(
                                    row.getString("label"), Optional.ofNullable(row.getObject("person", UUID.class))));
                });
        return meant;
    }

    /** Where it stands that a ballot is void; the law says it of elections. */
    static Citation source(Election election, ElectionResult.Void nothing) {
        boolean papers = nothing.reason() == ElectionResult.VoidReason.COLLECTED_EXCEEDS_ISSUED;
        return papers && election.kind() != Election.Kind.PERSONS
                ? ElectionStep.DECLARE_VOID.ground(election)
                : nothing.source();
    }

    Election.Result nothing(Election election, ElectionResult.Void nothing) {
        return new Election.Result(
                "VOID",
                Optional.of(nothing.reason().name()),
                0,
                0,
                0,
                0,
                0,
                nothing.unfilled(),
                ElectionResult.Next.REVOTE_ALL.name(),
                words.both(nothing.explanation()),
                List.of(source(election, nothing)),
                "",
                List.of());
    }

    /** The majority's ground and, where a tie or empty seats call for another ballot, the ground of that. */
    private static List<Citation> grounds(ElectionResult.Valid valid, Office office) {
        boolean upper = office == Office.UPPER_LEVEL_DEPUTY;
        Optional<Citation> next = switch (valid.next()) {
            case REVOTE_TIED ->
                Optional.of(upper ? Citation.of(Law.ELECTORAL, "45(3)") : Citation.of(Law.ORGANIC, "29(1)"));
            case SUPPLEMENTARY ->
                Optional.of(upper ? Citation.of(Law.ELECTORAL, "45(4)") : Citation.of(Law.ORGANIC, "29(2)"));
            case NONE, REVOTE_ALL -> Optional.empty();
        };
        return Stream.concat(valid.explanation().grounds().stream(), next.stream())
                .distinct()
                .toList();
    }

    private Election.Result counted(
            Election election,
            ElectionResult.Valid valid,
            List<Citation> grounds,
            List<Candidate> candidates,
            Map<String, Meant> meant,
            String digest) {
        List<Election.PersonTally> tallies = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Candidate candidate : candidates) {
            listed.add(candidate.label());
            tallies.add(tally(valid, candidate.label(), candidate.person(), false));
        }
        Map<String, UUID> written = new HashMap<>();
        meant.values().forEach(one -> one.person().ifPresent(person -> written.put(one.label(), person)));
        valid.approvals().keySet().stream()
                .filter(label -> !listed.contains(label))
                .sorted((a, b) -> Long.compare(valid.votes(b), valid.votes(a)))
                .forEach(label -> tallies.add(tally(
                        valid, label, Optional.ofNullable(written.get(label)).orElseThrow(), true)));
        boolean dismissal = election.dismissal();
        return new Election.Result(
                "VALID",
                Optional.empty(),
                valid.threshold(),
                valid.account().valid(),
                valid.account().invalid(),
                valid.account().blank(),
                valid.writeInsDisregarded(),
                dismissal ? 0 : valid.unfilled(),
                dismissal ? ElectionResult.Next.NONE.name() : valid.next().name(),
                words.both(dismissal ? dismissed(election, valid, tallies.getFirst()) : valid.explanation()),
                dismissal ? List.of(ElectionTerms.MAJORITY.source()) : grounds,
                digest,
                tallies);
    }

    /** Whether the person is dismissed, with the figures that decide it. */
    private static Phrase dismissed(Election election, ElectionResult.Valid valid, Election.PersonTally tally) {
        return Phrase.of(
                tally.elected() ? "assembly.dismissal-carried" : "assembly.dismissal-failed",
                "approve",
                tally.approve(),
                "oppose",
                tally.oppose(),
                "abstain",
                tally.abstain() + tally.illegible(),
                "invalid",
                valid.account().invalid(),
                "due",
                election.ballot().due().orElse(0),
                "threshold",
                valid.threshold());
    }

    /** A name written in is only ever approved: it has no oppositions and no abstentions. */
    private static Election.PersonTally tally(ElectionResult.Valid valid, String label, UUID person, boolean written) {
        long approve = valid.votes(label);
        long oppose = written ? 0 : valid.opposed().getOrDefault(label, 0L);
        long abstain = written ? 0 : valid.abstained().getOrDefault(label, 0L);
        long illegible = written ? 0 : valid.account().valid() - approve - oppose - abstain;
        return new Election.PersonTally(
                person,
                label,
                written,
                approve,
                oppose,
                abstain,
                illegible,
                0,
                valid.elected().contains(label),
                valid.tied().contains(label));
    }

    static String digest(List<String> codes) {
        return digest(String.join("\n", codes).getBytes(StandardCharsets.UTF_8));
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
