package org.yicheng.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yicheng.rule.Ruling;

/** Bodies, their groups and members, and the cards members carry. Every change is recorded as {@code Caller.current()}. */
public interface Bodies {

    void add(Body body);

    Optional<Body> byId(String id);

    List<Body> childrenOf(String parent);

    /** Adds groups; codes must be new in the body. */
    void addGroups(List<Group> groups);

    List<Group> groupsOf(String body);

    /** Enters mandates into the roster, all or none; refuses duplicates, unknown groups and persons. */
    Ruling<Integer> enrol(String body, List<NewMember> members);

    /** All mandates of a body, ever; in office first, then by group and number. */
    List<Member> membersOf(String body);

    /** Mandates by id, of any body, in office or not; an unknown id is left out. */
    Map<UUID, Member> byMandates(Set<UUID> mandates);

    Optional<Member> memberByNumber(String body, String number);

    /** The mandate in office of a person in a body. */
    Optional<Member> memberOf(String body, UUID person);

    /** The number due 应出席: mandates that were not terminated at the instant. */
    int due(String body, Instant at);

    /** Suspends, terminates or restores a mandate from an instant on. */
    Ruling<Member> changeStatus(String body, String number, Member.MandateStatus status, Instant from, String reason);

    void issueCards(List<Credential> cards);

    Optional<Credential> card(String code);

    Optional<Credential> activeCardOf(UUID person);

    /** All cards a person ever had; the one in use first, then newest change first. */
    List<Credential> cardsOf(UUID person);

    /** The cards in use, by person, of all members of a body in office. */
    Map<UUID, String> activeCards(String body);

    /** Marks a card lost, revoked or active again. */
    Ruling<Credential> changeCard(String code, Credential.Status status, String reason);

    /** The rule set of a body, with every threshold and its article. */
    RuleSet rules(String body);

    /** A rule set by its own id, for a body that is still to be made. */
    RuleSet rulesById(String id);
}
