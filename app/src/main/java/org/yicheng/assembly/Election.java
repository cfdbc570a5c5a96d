package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.count.Basis;
import org.yicheng.count.Occasion;
import org.yicheng.count.Office;
import org.yicheng.count.WriteInRule;
import org.yicheng.count.projects.DeputiesBallot;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;

/**
 * One ballot for the seats of one office (选举), on a dismissal (罢免), or on projects (民生实事项目票决). Re-votes and
 * supplementary elections are elections of their own, chained to the first.
 *
 * @param number its place among the elections of its body, from 1
 * @param title what is elected: 市人民政府副市长
 * @param method the election method 选举办法, in full
 * @param subject what it belongs to in its service, e.g. {@code congress-session:sjz-npc-15-5}
 * @param follows the ballot it follows from, if it does
 * @param origin the first ballot of its chain; itself for a first one
 * @param attempt 1, and one more for every void ballot
 * @param outcome once counted; the public sees it from ANNOUNCED on
 */
public record Election(
        UUID id,
        String body,
        int number,
        Bilingual title,
        Occasion occasion,
        Terms terms,
        String method,
        String subject,
        Optional<UUID> follows,
        UUID origin,
        State state,
        int attempt,
        Ballot ballot,
        Optional<Result> outcome) {

    /** Where an election stands; see {@link ElectionStep} for how it moves. */
    public enum State {
        METHOD_DRAFTED,
        METHOD_ADOPTED,
        NOMINATING,
        DISCUSSING,
        PRE_ELECTION,
        LIST_FINAL,
        SCRUTINEERS_ADOPTED,
        PAPERS_ISSUED,
        VOTING,
        COLLECTED,
        VOID,
        BALLOT_VALID,
        COUNTED,
        VALIDITY_DECIDED,
        ANNOUNCED,
        PROCLAIMED,
        OATH;

        /** Whether the result stands for everybody to read. */
        public boolean announced() {
            return this == ANNOUNCED || this == PROCLAIMED || this == OATH;
        }
    }

    /**
     * What the election method fixes.
     *
     * @param seats S, at least 1
     * @param margin by how many the candidates exceed the seats (差额数); empty where the law leaves it open
     * @param newTerm a new term elects its leaders (换届): nomination and discussion take at least two days
     * @param membersOnly only members of the body may be elected, as to the standing committee
     * @param choosing how projects are determined, where projects stand on the paper and no persons
     */
    public record Terms(
            Office office,
            int seats,
            Optional<Integer> margin,
            WriteInRule writeIn,
            Secrecy secrecy,
            boolean newTerm,
            boolean membersOnly,
            Optional<Choosing> choosing) {

        /** Terms of a ballot on persons. */
        public Terms(
                Office office,
                int seats,
                Optional<Integer> margin,
                WriteInRule writeIn,
                Secrecy secrecy,
                boolean newTerm,
                boolean membersOnly) {
            this(office, seats, margin, writeIn, secrecy, newTerm, membersOnly, Optional.empty());
        }

        /** Terms of a ballot on projects: nobody is written in, and no office is filled. */
        public static Terms ofProjects(int choose, int projects, Secrecy secrecy, Choosing choosing) {
            return new Terms(
                    Office.PRINCIPAL,
                    choose,
                    Optional.of(projects - choose),
                    WriteInRule.NOT_ALLOWED,
                    secrecy,
                    false,
                    false,
                    Optional.of(choosing));
        }

        /** The same for other figures. */
        public Terms with(int seats, Optional<Integer> margin) {
            return new Terms(office, seats, margin, writeIn, secrecy, newTerm, membersOnly, choosing);
        }
    }

    /**
     * How a ballot on projects is determined (票决办法); counted by {@link DeputiesBallot}.
     *
     * @param base of what a majority is more than half
     * @param again whether places that nobody fills are voted on again; else they stay open
     */
    public record Choosing(DeputiesBallot.Preset preset, Basis base, boolean again) {}

    /**
     * The account of the ballot.
     *
     * @param due N, frozen when the papers were issued
     * @param present those present then
     */
    public record Ballot(
            Optional<String> sitting,
            Optional<Integer> due,
            Optional<Integer> present,
            Optional<Integer> issued,
            Optional<Integer> collected) {}

    /**
     * What was counted.
     *
     * @param status VALID or VOID
     * @param reason why void: NO_QUORUM, COLLECTED_EXCEEDS_ISSUED
     * @param threshold votes that elect
     * @param disregarded names written in that count for nothing
     * @param next NONE, REVOTE_TIED, SUPPLEMENTARY, REVOTE_ALL
     * @param explanation to be read aloud
     * @param digest SHA-256 over the papers, sorted
     * @param tallies candidates in the paper's order, then those written in
     */
    public record Result(
            String status,
            Optional<String> reason,
            long threshold,
            long valid,
            long invalid,
            long blank,
            long disregarded,
            int unfilled,
            String next,
            Bilingual explanation,
            List<Citation> grounds,
            String digest,
            List<PersonTally> tallies) {

        public List<PersonTally> elected() {
            return tallies.stream().filter(PersonTally::elected).toList();
        }

        public List<PersonTally> tied() {
            return tallies.stream().filter(PersonTally::tied).toList();
        }
    }

    /**
     * One person's or project's votes; {@code illegible} entries count for nothing; the four sum to the valid papers.
     *
     * @param points of a project on numbered papers; else 0
     */
    public record PersonTally(
            UUID person,
            String label,
            boolean writeIn,
            long approve,
            long oppose,
            long abstain,
            long illegible,
            long points,
            boolean elected,
            boolean tied) {}

    /** Do its papers decide on a dismissal? */
    public boolean dismissal() {
        return occasion == Occasion.DISMISSAL;
    }

    /** Do projects stand on its papers? */
    public boolean projects() {
        return terms.choosing().isPresent();
    }

    /** Are the projects numbered on its papers instead of marked? */
    public boolean ranked() {
        return terms.choosing()
                .filter(choosing -> choosing.preset() == DeputiesBallot.Preset.RANK)
                .isPresent();
    }

    /** What its papers are about; the words of pages and paper go by it. */
    public Kind kind() {
        return dismissal() ? Kind.DISMISSAL : projects() ? Kind.PROJECTS : Kind.PERSONS;
    }

    public enum Kind {
        PERSONS,
        DISMISSAL,
        PROJECTS
    }

    /** The same without a result that is not announced yet. */
    public Election withoutOutcome() {
        return new Election(
                id,
                body,
                number,
                title,
                occasion,
                terms,
                method,
                subject,
                follows,
                origin,
                state,
                attempt,
                ballot,
                Optional.empty());
    }
}
