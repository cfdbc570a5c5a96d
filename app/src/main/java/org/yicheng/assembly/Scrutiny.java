package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Scrutineers, the reading of the papers by two tellers or a device, and the names written in. */
public interface Scrutiny {

    int MOST_BATCH = 500;

    /** One who supervises the election (监票人); the chief 总监票人. */
    record Scrutineer(Member member, boolean chief) {}

    /**
     * Proposes the scrutineers, to be adopted by the body. Members, no candidates, one or two chiefs.
     *
     * @param noRelatives whether each has declared not to be a close relative of a candidate (EL 43(2))
     */
    Ruling<List<Scrutineer>> propose(UUID election, List<String> members, List<String> chiefs, boolean noRelatives);

    List<Scrutineer> scrutineers(UUID election);

    /** Paper by paper in the bundle's order; by counts of equal papers; or read by a device. */
    enum Form {
        PAPERS,
        COUNTS,
        SCAN
    }

    /** One entry line: {@code count} equal papers. */
    record Line(int count, BallotPaper paper) {}

    /** A cell that the two tellers read differently; {@code candidate} 0 is the paper as a whole, −1 the names. */
    record Difference(int paper, int candidate, String first, String second) {}

    /**
     * A bundle of papers.
     *
     * @param entered tellers who have entered it
     * @param differences between the two tellers, cell by cell
     * @param doubtful places of papers of a scanned batch that scrutineers still have to read
     */
    record Batch(
            int number,
            Form form,
            int size,
            boolean frozen,
            List<String> entered,
            List<Difference> differences,
            List<Integer> doubtful) {}

    /** Opens a bundle of papers to be entered; all bundles together hold what was collected. */
    Ruling<Batch> open(UUID election, Form form, int size);

    List<Batch> batches(UUID election);

    /** One teller's reading of a bundle; the same teller again replaces it. Equal to the other's: the bundle is frozen. */
    Ruling<Batch> enter(UUID election, int batch, String teller, List<Line> lines);

    /** What this teller entered, in order; empty once the batch is frozen. */
    List<BallotPaper> entry(UUID election, int batch, String teller);

    /** How papers stand in a file: see docs/reference/file-formats.md. */
    enum FileFormat {
        /** One row a paper, one column a candidate. */
        CSV,
        /** NIST SP 1500-103 cast vote records, JSON, version 1.0. */
        CVR,
        /** Who is approved on each paper; oppositions and abstentions can't be said in it. Written, not read. */
        BLT
    }

    /** Takes the papers of a scanning device; papers with illegible marks wait for the scrutineers. */
    Ruling<Batch> scan(UUID election, FileFormat format, byte[] file);

    /** The scrutineers' reading of a doubtful scanned paper. */
    Ruling<Batch> review(UUID election, int batch, int paper, BallotPaper read);

    /** Why a name counts or not. */
    enum Identity {
        PERSON,
        /** 无法确认所指何人. */
        UNIDENTIFIABLE,
        /** 不具备资格. */
        INELIGIBLE
    }

    /** A distinct name as it was written, on how many papers, and who is meant; empty until settled. */
    record WrittenName(
            String written,
            int papers,
            Optional<Identity> identity,
            Optional<String> member,
            Optional<String> label,
            String reason) {}

    List<WrittenName> writtenNames(UUID election);

    /** Members whose name is like the written one, for the scrutineers to choose from; equal names are all shown. */
    List<Member> alike(UUID election, String written);

    /**
     * Settles who is meant by a written name.
     *
     * @param member number of the member meant
     * @param outsider name and unit of somebody meant who is no member, where the election is open to others
     * @param reason why nobody, needed for UNIDENTIFIABLE and INELIGIBLE
     */
    record Settlement(
            String written, Identity identity, Optional<String> member, Optional<String> outsider, String reason) {}

    Ruling<WrittenName> settle(UUID election, Settlement settlement);

    /** The stored papers, sorted by what stands on them: for exports and recounts. Empty before the count. */
    List<BallotPaper> papers(UUID election);

    /** The stored papers as a file, in the same order; refused before the count. */
    Ruling<byte[]> export(UUID election, FileFormat format);
}
