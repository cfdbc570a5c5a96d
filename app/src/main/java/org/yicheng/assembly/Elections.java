package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.count.Occasion;
import org.yicheng.count.Slate;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/** The life of elections. Every change is recorded as {@code Caller.current()}. */
public interface Elections {

    int MOST_SEATS = 2_000;

    /** An election to be drafted; {@code occasion} is FIRST or BY_ELECTION. */
    record NewElection(
            String body, Bilingual title, Occasion occasion, Election.Terms terms, String method, String subject) {}

    /** Drafts the method of an election; refuses a margin outside the law, with the lawful range. */
    Ruling<Election> draft(NewElection election);

    /**
     * A vote on paper whether somebody is dismissed (罢免): the same papers, scrutineers, tellers and account as an
     * election's, with one name on the paper and nobody to be written in.
     *
     * @param person as printed on the paper
     * @param text what the papers are about: the motion
     */
    record Dismissing(String body, Bilingual title, String person, String text, String subject) {}

    /** Begins it with the list final; scrutineers are adopted next. */
    Ruling<Election> dismissal(Dismissing plan);

    /** One of the projects that a ballot chooses among; {@code id} is its service's. */
    record Item(UUID id, String label, String text) {}

    /**
     * A ballot on projects (票决): the same papers, scrutineers, tellers and account as an election's, with projects on
     * the paper in the order given and nobody to be written in.
     *
     * @param method the ballot method 票决办法, in full
     */
    record Choosing(
            String body, Bilingual title, List<Item> items, Election.Terms terms, String method, String subject) {}

    /** Drafts the method of a ballot on projects; the plenary adopts it, then the list is taken as it stands. */
    Ruling<Election> choosing(Choosing plan);

    /** Changes the draft, before it is adopted. */
    Ruling<Election> redraft(UUID id, Election.Terms terms, String method);

    Optional<Election> byId(UUID id);

    /** In order of their numbers. */
    List<Election> ofBody(String body);

    List<Election> ofSubject(String subject);

    /** The ballot that is under way or was last taken in a sitting. */
    Optional<Election> ofSitting(String sitting);

    /** The first ballot and all that follow from it, in order. */
    List<Election> chain(UUID id);

    /** A state and when it began. */
    record Entered(Election.State state, int attempt, Instant at, Optional<UUID> question) {}

    List<Entered> history(UUID id);

    /**
     * A result that was announced and then annulled by the presidium; it stays as it was.
     *
     * @param because the presidium's question, with its reason
     */
    record Superseded(int attempt, Election.Result result, Instant announced, Instant annulled, String because) {}

    /** Announced results that stand no longer, oldest first. */
    List<Superseded> superseded(UUID id);

    /** Takes a step without figures; refuses with every reason. */
    Ruling<Election> take(UUID id, ElectionStep step);

    /** Takes a step that a body decided by a question; the question must be declared adopted. */
    Ruling<Election> decided(UUID id, ElectionStep step, UUID question);

    /** A step that the state allows, and what stands against it. */
    record Possible(ElectionStep step, List<Refusal> against) {}

    List<Possible> possible(UUID id);

    /** The slate as it stands: nominated, lawful range, what to do. */
    record SlateCheck(int seats, int nominated, Optional<Integer> margin, Slate slate) {}

    SlateCheck slate(UUID id);

    /** One of the final list, in its order; {@code label} is unique on the paper, {@code person} a project's id too. */
    record Candidate(int place, UUID person, String label, Optional<String> member, String profile, boolean demo) {}

    List<Candidate> candidates(UUID id);

    /**
     * Hands out the papers: freezes N and those present. An electronic form issues one to each member signed in and
     * takes no figure.
     *
     * @param issued papers handed out; not more than those present
     * @param notReceived numbers of members present who took none
     */
    Ruling<Election> issue(UUID id, String sitting, int issued, List<String> notReceived);

    /** Reports the papers collected; an electronic form counts its box and takes no figure. */
    Ruling<Election> collect(UUID id, int collected, List<String> notReturned);

    /** What would stand against this paper as an electronic one; nothing is stored. */
    List<Refusal> wouldRefuse(UUID id, BallotPaper paper);

    /** A member's receipt: that the paper is in the box, never what stands on it. */
    record InBox(UUID election, boolean before) {}

    /**
     * Puts an electronic paper into the box. Durable when it returns. One paper a member signed in; the same key again
     * gets the receipt again.
     */
    Ruling<InBox> cast(UUID id, UUID person, BallotPaper paper, String key);

    /** Whether a person's paper is in the box. */
    boolean voted(UUID id, UUID person);

    /** Papers received and returned so far, by the list; never what stands on them. */
    record Returned(int received, int returned) {}

    Returned returned(UUID id);

    /** Who received and who returned a paper. */
    record Receiver(String member, String name, boolean received, boolean returned) {}

    List<Receiver> receivers(UUID id);

    /**
     * Begins the ballot that must follow: among those tied, or for the seats left.
     *
     * @param byVotes the candidates of a supplementary election are taken in the order of votes (OL 29(2)), else they
     *     are nominated anew
     */
    Ruling<Election> follow(UUID id, boolean byVotes);

    /** Counts the stored papers again, without storing anything: the same papers give the same result. */
    Election.Result recount(UUID id);
}
