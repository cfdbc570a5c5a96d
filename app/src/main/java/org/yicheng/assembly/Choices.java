package org.yicheng.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/**
 * Choosing among options or for small offices by ranked ballots, where the rule set admits it; elections of a congress
 * are {@link Elections}. The ballot is electronic and secret: after closing nothing stored links a paper to its member.
 * Every change is recorded as {@code Caller.current()}.
 */
public interface Choices {

    int MOST_OPTIONS = 30;

    /** LISTED → VOTING → CLOSED → DECLARED; WITHDRAWN before the vote. */
    enum State {
        LISTED,
        VOTING,
        CLOSED,
        DECLARED,
        WITHDRAWN
    }

    /** @param options what can be ranked, 2 to 30, each once */
    record NewChoice(String sitting, Bilingual title, ChoiceMethod method, int seats, List<String> options) {}

    /**
     * A choice.
     *
     * @param due members due, frozen when the vote opened
     * @param result once the vote is closed
     */
    record Choice(
            UUID id,
            String sitting,
            String body,
            Bilingual title,
            ChoiceMethod method,
            int seats,
            List<String> options,
            State state,
            Optional<Integer> due,
            Optional<Result> result) {}

    /**
     * What the papers say, counted by core count.
     *
     * @param winners in the order they won; with those whom the chair's recorded act chose among the tied
     * @param tied between whom the rules do not decide and nobody has decided yet
     * @param papers ballots cast, {@code blank} of them ranking nobody
     * @param stages votes of each continuing option stage by stage, as decimals
     * @param scores points, first preferences or pairwise wins
     * @param tieDecision why the tied were decided so; empty if there was no tie
     */
    record Result(
            List<String> winners,
            List<String> tied,
            int papers,
            int blank,
            long quota,
            List<Map<String, String>> stages,
            Map<String, Long> scores,
            List<String> order,
            String tieDecision) {}

    Ruling<Choice> list(NewChoice choice);

    Optional<Choice> byId(UUID id);

    List<Choice> ofSitting(String sitting);

    /** Opens the vote; freezes N; refuses without quorum and while another vote is open. */
    Ruling<Choice> open(UUID id);

    /** Casts or changes the own ballot until closing; an empty ranking is a blank paper. */
    Ruling<Choice> cast(UUID id, UUID person, List<String> ranking);

    /** The own ranking while the vote is open; afterwards nobody can tell. */
    Optional<List<String>> own(UUID id, UUID person);

    /** How many have cast; never what. */
    int cast(UUID id);

    Ruling<Choice> close(UUID id);

    /** Decides a tie that the rules leave open, by a recorded act, never silently. */
    Ruling<Choice> decideTie(UUID id, List<String> chosen, String reason);

    /** Declares the result; refused while a tie is undecided. */
    Ruling<Choice> declare(UUID id);

    Ruling<Choice> withdraw(UUID id, String reason);

    /** The papers in random order, once declared: anybody can count again. */
    List<List<String>> papers(UUID id);
}
