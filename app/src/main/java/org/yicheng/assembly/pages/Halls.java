package org.yicheng.assembly.pages;

import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.Elections;
import org.yicheng.assembly.HallBoard;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Roll;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Basis;
import org.yicheng.count.Threshold;
import org.yicheng.party.Permission;
import org.yicheng.rule.Language;
import org.yicheng.web.Live;
import org.yicheng.web.Pages;

/** Reads halls for pages, and renders their live parts once for all who watch. */
@Component
class Halls implements HallBoard {

    private final Bodies bodies;
    private final Sittings sittings;
    private final Questions questions;
    private final Elections elections;
    private final Appraisals appraisals;
    private final Live live;
    private final Pages pages;

    Halls(
            Bodies bodies,
            Sittings sittings,
            Questions questions,
            Elections elections,
            Appraisals appraisals,
            Live live,
            Pages pages) {
        this.bodies = bodies;
        this.sittings = sittings;
        this.questions = questions;
        this.elections = elections;
        this.appraisals = appraisals;
        this.live = live;
        this.pages = pages;
    }

    @PostConstruct
    void register() {
        live.source("board:", Permission.BOARD_SHOW, (topic, language) -> parts(topic, "assembly/boardbody", language));
        live.source(
                "chair:",
                Permission.QUESTION_MOVE,
                (topic, language) -> parts(topic, "assembly/chairfigures", language));
        live.source("floor:", Permission.MEMBER_DOCUMENTS, (topic, _) -> Map.of("floor", floor(id(topic))));
        live.source("gate:", Permission.SIGN_IN_SEND, (topic, language) -> parts(topic, "assembly/gateline", language));
    }

    private static String id(String topic) {
        return topic.substring(topic.indexOf(':') + 1);
    }

    private Map<String, String> parts(String topic, String template, Language language) {
        Sitting sitting = sittings.byId(id(topic)).orElseThrow();
        HallView view = view(sitting);
        return Map.of("body", pages.fragment(template, view, language), "stage", view.stage());
    }

    /** A short word that changes when phones have to show something else. */
    String floor(String sitting) {
        Optional<Question> current = questions.current(sitting);
        String state = sittings.byId(sitting).map(found -> found.state().name()).orElse("");
        return state
                + current.map(question -> "/" + question.id() + "/" + question.state())
                        .orElse("")
                + appraisal(sitting)
                        .map(one -> "/" + one.id() + "/" + one.state())
                        .orElse("")
                + elections
                        .ofSitting(sitting)
                        .map(election -> "/" + election.id() + "/" + election.state())
                        .orElse("");
    }

    @Override
    public String body(String sitting, Language language) {
        return pages.fragment("assembly/boardbody", view(sittings.byId(sitting).orElseThrow()), language);
    }

    HallView view(Sitting sitting) {
        Body body = bodies.byId(sitting.body()).orElseThrow();
        RuleSet rules = bodies.rules(sitting.body());
        Roll roll = sittings.roll(sitting.id());
        List<Question> all = questions.ofSitting(sitting.id());
        Optional<Question> current = questions.current(sitting.id());
        Optional<Appraisals.Appraisal> appraisal = appraisal(sitting.id());
        return new HallView(
                sitting,
                rules.memberWord(),
                roll,
                all,
                current,
                current.map(question -> questions.pressed(question.id())).orElse(0),
                current.map(question -> questions.hands(question.id())).orElse(new Questions.Hands(List.of(), false)),
                needed(current.map(questions::rulesOf).orElse(rules), roll),
                ballot(sitting, current),
                appraisal.map(Appraisals.Appraisal::withoutResult),
                appraisal.map(one -> appraisals.cast(one.id())).orElse(0),
                rules.modes().contains(VotingMode.SHOW_OF_HANDS),
                body.demo());
    }

    /** The appraisal that is open, or closed and not declared yet. */
    private Optional<Appraisals.Appraisal> appraisal(String sitting) {
        return appraisals.ofSitting(sitting).stream()
                .filter(one -> one.state() == Appraisals.State.VOTING || one.state() == Appraisals.State.CLOSED)
                .findFirst();
    }

    /** An election under way, or one announced since the last question was decided; votes only once announced. */
    private Optional<Election> ballot(Sitting sitting, Optional<Question> current) {
        Instant since = current.flatMap(Question::declared).orElse(Instant.MIN);
        return elections
                .ofSitting(sitting.id())
                .filter(election ->
                        elections.history(election.id()).getLast().at().isAfter(since))
                .map(election -> election.state().announced() ? election : election.withoutOutcome());
    }

    /** The votes needed as far as they are known before the count: shares of all members, or of those present now. */
    private static String needed(RuleSet rules, Roll roll) {
        return rules.decision().thresholds().stream()
                .filter(threshold -> threshold.measure() == Threshold.Measure.HEADS)
                .filter(threshold -> threshold.basis() == Basis.ALL_MEMBERS || threshold.basis() == Basis.PRESENT)
                .map(threshold ->
                        threshold.share().threshold(threshold.basis() == Basis.PRESENT ? roll.present() : roll.due()))
                .map(votes -> Long.toString(votes))
                .findFirst()
                .orElse("");
    }
}
