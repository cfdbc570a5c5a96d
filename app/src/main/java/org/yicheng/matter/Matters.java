package org.yicheng.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;

/**
 * The matters. Every change is one transaction with its act in the record, made as {@code Caller.current()}; nothing is
 * ever deleted.
 */
public interface Matters {

    /** Opens a matter in its procedure's first state. For services, which ask for rights of their own. */
    Ruling<Matter> open(Matter.Opening opening);

    /**
     * Moves a matter. Refused, with every reason at once: the transition is not declared from this state, the caller is
     * no party that may do it, a document or a reason is missing, a limit has lapsed, the matter was changed meanwhile.
     */
    Ruling<Matter> move(UUID id, Matter.Move move);

    /** The same for what was decided elsewhere, e.g. by a vote: the service has established who may; nothing else is left out. */
    Ruling<Matter> carry(UUID id, Matter.Move move);

    /** What stands against a move or, {@code decided}, against carrying it; empty: nothing. */
    List<Refusal> against(UUID id, Matter.Move move, boolean decided);

    Optional<Matter> byId(UUID id);

    /** Those that exist. */
    Map<UUID, Matter> byIds(Collection<UUID> ids);

    /** The states of many. */
    Map<UUID, String> states(Collection<UUID> ids);

    /** The matter behind a service's subject. */
    Optional<Matter> bySubject(String subject);

    /** The matter with this number in a series. */
    Optional<Matter> byNumber(String series, int number);

    /** Oldest first. */
    List<Matter.Step> history(UUID id);

    /** May the caller see it? Its parties may, and who examines in the scope of one. */
    boolean visible(Matter matter);

    /** What the caller may do with it now. */
    List<Procedure.Transition> possible(Matter matter);

    /** Links one matter to another; each pair of a type once. */
    Ruling<Matter.Link> link(UUID from, Matter.LinkType type, UUID to, String reason);

    /**
     * Takes a link back; both stay in the history. A merger is refused once one of the two is past the states in which
     * its procedure lets it be undone.
     */
    Ruling<Matter.Link> unlink(UUID from, UUID link, String reason);

    /** Links from or to it, those undone too, oldest first. */
    List<Matter.Link> links(UUID id);

    /** The same of many, those that stand. */
    List<Matter.Link> standingLinks(Collection<UUID> ids);

    Ruling<Matter.Letter> write(UUID id, Matter.Letter letter);

    List<Matter.Letter> correspondence(UUID id);

    /** What waits for the caller, most urgent first, at most {@code most}. */
    List<Task> tasks(int most);
}
