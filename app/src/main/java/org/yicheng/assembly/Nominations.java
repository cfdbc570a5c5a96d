package org.yicheng.assembly;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Ruling;

/** Who is nominated in an election, and by whom (提名). */
public interface Nominations {

    /** Who nominated. */
    enum Source {
        /** 主席团提名. */
        PRESIDIUM,
        /** 代表联合提名. */
        JOINT,
        /** Taken over from the ballot before: tied, or next by votes. */
        EARLIER_BALLOT
    }

    /** COSIGNING until enough have signed and the first signer submits it. */
    enum State {
        COSIGNING,
        SUBMITTED,
        WITHDRAWN
    }

    /**
     * A person to be nominated.
     *
     * @param member the number in the body of a member; empty for somebody else
     * @param name of somebody who is no member
     * @param profile 候选人情况; those who nominate introduce the person truthfully (OL 26(4))
     */
    record Nominee(Optional<String> member, Optional<String> name, String profile) {}

    /** @param signers how many signatures count now */
    record Nomination(
            UUID id,
            UUID election,
            Source source,
            UUID person,
            String name,
            Optional<String> member,
            String profile,
            Optional<String> firstSigner,
            State state,
            int signers) {}

    /** A signature; {@code counts} is false once withdrawn or the mandate ended or is suspended. */
    record Signature(String member, String name, String group, boolean counts) {}

    /** How many members a joint nomination needs, and on what ground. */
    record JointRule(int signers, Citation source) {}

    JointRule jointRule(Election election);

    /** The presidium nominates; replaces its earlier list; not more than the seats (R17). */
    Ruling<List<Nomination>> ofPresidium(UUID election, List<Nominee> nominees);

    /**
     * A joint nomination handed in on paper, entered by the secretariat with the members who signed it; the first is the
     * first signer. Every signer is held to what holds on the phone, and whatever is wrong is said at once.
     *
     * @param reference where the signed paper is kept
     */
    Ruling<Nomination> onPaper(UUID election, Nominee nominee, List<String> members, String reference);

    /** A member begins a joint nomination and signs it first. */
    Ruling<Nomination> begin(UUID election, UUID person, Nominee nominee);

    /** A member signs; nobody signs for more nominees than there are seats (R17). */
    Ruling<Nomination> sign(UUID nomination, UUID person);

    /** A member takes the signature back, before the nomination is submitted. */
    Ruling<Nomination> unsign(UUID nomination, UUID person);

    /** The first signer hands it in; refused below the number of signers, with the number. */
    Ruling<Nomination> submit(UUID nomination, UUID person);

    /** Strikes a nominee who does not accept, or whose nomination its nominators take back. */
    Ruling<Nomination> withdraw(UUID nomination, String reason);

    Optional<Nomination> byId(UUID nomination);

    /** All nominations that stand or are being signed, submitted ones first, in stroke order. */
    List<Nomination> of(UUID election);

    List<Signature> signatures(UUID nomination);
}
