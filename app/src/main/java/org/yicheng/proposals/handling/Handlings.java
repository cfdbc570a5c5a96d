package org.yicheng.proposals.handling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.matter.Matter;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.Inadmissible;
import org.yicheng.proposals.handling.Handling.Feedback;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.rule.Ruling;

/**
 * The handling of suggestions and of proposals, over the kernel's procedures {@code suggestion} and {@code proposal}: every step is one transaction with its
 * act in the record, and is refused with every reason at once. What a group handled together shares is done to each.
 */
public interface Handlings {

    // ---------------------------------------------------------------- the deputies' office, the proposals committee

    /**
     * Decides whether a suggestion is admitted; a reason in writing unless it is (DL 24). Proposals are examined by
     * {@link org.yicheng.proposals.Proposals#review}.
     *
     * @param inadmissible which reason of the place's lists it is, where it has any: needed for what is handled as a
     *     letter or not admitted, may be told with what is returned
     */
    Ruling<Handling> screen(UUID filing, Screening screening, Optional<Inadmissible> inadmissible, String reason);

    /** Assigns it, or after an objection assigns it anew: one or more leads with assistants, or each its own part. */
    Ruling<Handling> assign(UUID filing, List<Share> shares, String reason);

    Ruling<Handling> refuseObjection(UUID filing, String reason);

    /** Handles one together with another (并案); each keeps its number and gets its own answer. */
    Ruling<Handling> merge(UUID filing, UUID lead, String reason);

    /** Takes a merger back; refused once it was answered. */
    Ruling<Handling> separate(UUID filing, String reason);

    /** Notes what the chairpersons' meeting chose (重点督办; DL 52), of proposals the chair's meeting (重点提案). */
    Ruling<Handling> key(UUID filing, String reason, String committee);

    /** Notes how a key item was supervised. */
    Ruling<Handling> supervise(UUID filing, Supervision how);

    /** Decides what an organ asked for: broad or hard, up to what the place allows, before the last day. */
    Ruling<Handling> decideExtension(UUID filing, Optional<StatutoryPeriod> whole, String reason);

    /** Ends the wait for a judgement whose time is over; it does not count in the satisfaction rate. */
    Ruling<Handling> noFeedback(UUID filing, String reason);

    /** Has it handled again, or not, after the author was not satisfied. */
    Ruling<Handling> rehandle(UUID filing, boolean again, String reason);

    /** Ends the coordination after the second "not satisfied". */
    Ruling<Handling> coordinated(UUID filing, String reason);

    /** Raises the class of a reply that was given, with evidence; the former stays in the history. */
    Ruling<Handling> raise(UUID filing, String code, Optional<LocalDate> promised, String evidence);

    // ---------------------------------------------------------------- the organs

    Ruling<Handling> receive(UUID filing, String organ);

    Ruling<Handling> object(UUID filing, String organ, String reason);

    /**
     * Speech with the author.
     *
     * @param person who of the organ spoke
     * @param head whether that was its head
     */
    record Spoken(Matter.Letter.Way way, LocalDate on, String person, boolean head, String text) {}

    Ruling<Handling> contact(UUID filing, String organ, Spoken spoken);

    /** An assisting organ's opinion, for the lead. */
    Ruling<Handling> opinion(UUID filing, String organ, String text);

    /** Writes a reply, or its next version. */
    Ruling<Handling> draft(UUID filing, String organ, ReplyText text);

    /** Sends the draft to the organ's office. */
    Ruling<Handling> submit(UUID filing, String organ);

    /**
     * The next look: the office (not the drafter), the head of each lead, who signs, where the body says so the
     * coordinating organ. After the last one the letter is sealed and sent.
     *
     * @param organ in which the caller looks
     * @param passed false: back to the drafter, with a remark
     */
    Ruling<Handling> review(UUID filing, String organ, boolean passed, String remark);

    Ruling<Handling> askExtension(UUID filing, String organ, String reason);

    Ruling<Handling> fulfil(UUID commitment, Promise how, String evidence);

    // ---------------------------------------------------------------- the author

    /** The author's judgement; nobody else can give it. */
    Ruling<Handling> judge(UUID filing, Grade attitude, Grade result, String reason);

    /** The judgement of a mover that seals; a clerk enters it. Refused for whoever can judge in person. */
    Ruling<Handling> judgeUnderSeal(UUID filing, Grade attitude, Grade result, String reason);

    /** The author asks that nobody but the assigning office learn the name (QDS 18); before it has a number. */
    Ruling<Filing> conceal(UUID filing, String reason);

    boolean concealed(UUID filing);

    // ---------------------------------------------------------------- read and set

    Optional<Handling> byFiling(UUID filing);

    /** Of many filings those that are handled or were, in the order asked for. */
    List<Handling> byFilings(Collection<UUID> filings);

    Optional<Handling> byMatter(UUID matter);

    /** What an organ has in hand, or had; newest assignment first. */
    List<Handling> ofOrgan(String organ);

    /** The same as lines, for long lists. */
    List<Line> linesOfOrgan(String organ);

    List<Line> linesOfBody(String body);

    /** What a body received, newest first. */
    List<Handling> ofBody(String body);

    /** Those whose reply waits for the coordinating organ's check. */
    List<Line> linesAtGovernment();

    /** What was answered and may be published, newest first; each of the words is found in title, text or answer. */
    List<Handling> published(String words, long offset, int limit);

    long publishedCount(String words);

    List<Handling.Commitment> commitments(String body);

    List<ReplyScheme> schemes();

    Setting setting(String body);

    Ruling<Setting> set(String body, Setting setting);

    /** The points that a filing asks for, one a paragraph of its advice. */
    List<String> asked(Handling handling);

    /** The judgement of a round. */
    static Optional<Feedback> judged(Handling handling, int round) {
        return handling.feedback().stream().filter(one -> one.round() == round).findFirst();
    }
}
