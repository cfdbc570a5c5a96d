package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Election.State;
import org.yicheng.assembly.ElectionStep;
import org.yicheng.assembly.ElectionWords;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.Nominations.Nomination;
import org.yicheng.assembly.Scrutiny.Scrutineer;
import org.yicheng.rule.Refusal;
import org.yicheng.web.Reach;
import org.yicheng.web.Shell;
import org.yicheng.web.Step;

/**
 * An election as its page shows it.
 *
 * @param member whether the reader may see what is for members
 * @param chain the first ballot and all that follow
 * @param steps what this reader can do now, with what stands against it
 * @param typed what was typed into the form of the presidium's nominees
 */
public record ElectionView(
        Election election,
        boolean demo,
        boolean member,
        List<Election> chain,
        List<Elections.Entered> history,
        List<Elections.Superseded> superseded,
        Elections.SlateCheck slate,
        List<Nomination> nominations,
        List<Elections.Candidate> candidates,
        List<Scrutineer> scrutineers,
        Elections.Returned returned,
        List<Elections.Possible> steps,
        String typed,
        Paper paper,
        List<Refusal> reasons) {

    /**
     * The form for a joint nomination signed on paper, as it was typed.
     *
     * @param signers how many must have signed
     */
    public record Paper(int signers, String nominee, String members, String reference) {

        public boolean typed() {
            return !(nominee + members + reference).isBlank();
        }
    }

    private static final List<State> WAY = List.of(
            State.METHOD_ADOPTED,
            State.NOMINATING,
            State.DISCUSSING,
            State.LIST_FINAL,
            State.SCRUTINEERS_ADOPTED,
            State.VOTING,
            State.COUNTED,
            State.VALIDITY_DECIDED,
            State.ANNOUNCED,
            State.PROCLAIMED);

    private static final List<State> WAY_OF_DISMISSAL = List.of(
            State.LIST_FINAL,
            State.SCRUTINEERS_ADOPTED,
            State.VOTING,
            State.COUNTED,
            State.VALIDITY_DECIDED,
            State.ANNOUNCED);

    /** The key of the words for a state. */
    public String stands(State state) {
        return ElectionWords.stands(election, state);
    }

    private static final List<State> WAY_OF_PROJECTS = List.of(
            State.METHOD_ADOPTED,
            State.LIST_FINAL,
            State.SCRUTINEERS_ADOPTED,
            State.VOTING,
            State.COUNTED,
            State.VALIDITY_DECIDED,
            State.ANNOUNCED,
            State.PROCLAIMED);

    public String path() {
        return "/elections/" + election.id();
    }

    public boolean is(State state) {
        return election.state() == state;
    }

    public boolean before(State state) {
        return election.state().compareTo(state) < 0;
    }

    /** The way through the election: what is done, where it stands, what comes. */
    public List<Step> way(Shell shell) {
        List<Step> steps = new ArrayList<>();
        for (State state : states()) {
            boolean done = election.state().compareTo(state) > 0;
            Step.State where = election.state() == state ? Step.State.HERE : done ? Step.State.DONE : Step.State.AHEAD;
            List<String> notes = history.stream()
                    .filter(entered -> entered.state() == state)
                    .reduce((_, last) -> last)
                    .map(entered -> shell.time().dayMinute(entered.at()))
                    .stream()
                    .toList();
            steps.add(new Step(shell.say(stands(state)), where, notes));
        }
        return steps;
    }

    private List<State> states() {
        return switch (election.kind()) {
            case PERSONS -> WAY;
            case DISMISSAL -> WAY_OF_DISMISSAL;
            case PROJECTS -> WAY_OF_PROJECTS;
        };
    }

    /** The key of a word that is another for each kind of ballot. */
    public String of(String what) {
        return ElectionWords.of(election, what);
    }

    /** Steps that this reader takes by a button here. */
    public List<Elections.Possible> buttons(ElectionStep.By by) {
        return steps.stream()
                .filter(possible ->
                        possible.step().by() == by && !possible.step().withFigures())
                .toList();
    }

    /** The nominees on the line of those who may stand. */
    public Reach reach(Shell shell) {
        int must = slate.margin()
                .map(margin -> slate.seats() + margin)
                .orElse(slate.slate().least());
        int all =
                Math.max(Math.max(must, slate.nominated()), slate.slate().most().orElse(must));
        return new Reach(
                slate.nominated(),
                all,
                must,
                shell.say("assembly.nominated-n", "n", slate.nominated()),
                shell.say("assembly.most-n", "n", all),
                shell.say("assembly.stand-n", "n", must),
                shell.say("assembly.slate-aloud", "nominated", slate.nominated(), "must", must));
    }

    public Optional<Election.Result> result() {
        return election.outcome();
    }

    /** The lawful range in words: 2–4. */
    public String range() {
        int least = slate.slate().least();
        return slate.slate().most().isPresent() && slate.slate().most().getAsInt() != least
                ? least + "–" + slate.slate().most().getAsInt()
                : String.valueOf(least);
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
