package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/** Questions, votes and results. Every change is recorded as {@code Caller.current()}. */
public interface Questions {

    /** A question to be listed for a sitting; see {@link Question}. */
    record NewQuestion(
            String sitting, Question.Kind kind, Bilingual title, String text, String subject, VotingMode mode) {}

    Question list(NewQuestion question);

    Optional<Question> byId(UUID id);

    List<Question> ofSitting(String sitting);

    /** Those that a body adopted, in any of its sittings, the latest first. */
    List<Question> adopted(String body);

    /** The question that is being put or voted on, or whose result stands on the board. */
    Optional<Question> current(String sitting);

    /** Puts the question before the sitting. Refuses if the sitting is not open or another vote is open. */
    Ruling<Question> put(UUID id);

    /** Opens the vote; freezes N; refuses without quorum. */
    Ruling<Question> open(UUID id);

    /**
     * One press by a member. Completes only after the mark is on disk. The person must have a mandate in office in
     * the body and be signed in.
     *
     * @param key idempotency key of the press, 1..100 characters; the same key again gets the first receipt
     */
    CompletableFuture<Ruling<Receipt>> press(UUID id, UUID person, Mark mark, String key);

    /** The state of a person's vote: the mark while the vote is open; after closing only that there was one. */
    OwnVote ownVote(UUID id, UUID person);

    /** What a member may know of the own vote. */
    record OwnVote(boolean pressed, Optional<Mark> mark) {}

    /** How many have pressed; never how. */
    int pressed(UUID id);

    /** Continues as a show of hands when devices fail: presses so far are discarded, recorded as such. */
    Ruling<Question> turnToHands(UUID id);

    /** One teller's count; when two tellers agree the count stands, else both are shown and typed again. */
    Ruling<Hands> enterHands(UUID id, String teller, Outcome.Votes votes);

    /** The tellers' entries and whether they agree. */
    record Hands(List<Entry> entries, boolean agreed) {
        public record Entry(String teller, Outcome.Votes votes) {}
    }

    Hands hands(UUID id);

    /** Closes the vote; counts; computes the outcome. The question is CLOSED and can't be opened again. */
    Ruling<Question> close(UUID id);

    /** Declares the result: from now on it is public and its events run. */
    Ruling<Question> declare(UUID id);

    /** Marks a hearing as held. */
    Ruling<Question> note(UUID id);

    Ruling<Question> withdraw(UUID id, String reason);

    Ruling<Question> defer(UUID id, String reason);

    /** Supersedes a declared result by a recorded act; the old one stays readable. */
    Ruling<Question> supersede(UUID id, Outcome.Votes corrected, String reason);

    /** The rules this question is decided by: its body's, with its own threshold if it has one. */
    RuleSet rulesOf(Question question);

    /** Earlier versions of the outcome, oldest first. */
    List<Outcome> history(UUID id);

    /** Who voted how, for recorded votes only, after declaration. */
    List<Named> recorded(UUID id);

    /** A member and the mark, of a recorded vote. */
    record Named(String memberNumber, String name, String groupName, Mark mark) {}
}
