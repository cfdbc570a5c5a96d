package org.yicheng.assembly.pages;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.Receipt;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** The delegate's phone: what is under way, and the ballot. */
@Controller
@Needs(Permission.VOTE)
class BallotPages {

    private final Sittings sittings;
    private final Questions questions;
    private final Halls halls;
    private final VoicePages voices;
    private final Pages pages;

    BallotPages(Sittings sittings, Questions questions, Halls halls, VoicePages voices, Pages pages) {
        this.sittings = sittings;
        this.questions = questions;
        this.halls = halls;
        this.voices = voices;
        this.pages = pages;
    }

    /** The sitting's floor on a phone: the ballot when a vote is open, else where things stand. */
    @GetMapping("/floor/{sitting}")
    View floor(@PathVariable String sitting) {
        Sitting found = sittings.byId(sitting)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.sitting.unknown", "value", sitting)));
        Optional<Question> current = questions.current(sitting);
        return current.filter(question -> question.state() == Question.State.VOTING)
                .map(question -> ballot(question, List.of()))
                .orElseGet(() -> pages.show(
                        "assembly/floor", new FloorView(halls.view(found), sittings.present(sitting, person()))));
    }

    @GetMapping("/vote/{question}")
    View ballot(@PathVariable UUID question) {
        return ballot(known(question), List.of());
    }

    @PostMapping("/vote/{question}")
    View press(@PathVariable UUID question, @RequestParam Mark mark, @RequestParam String key) {
        Ruling<Receipt> ruling = questions.press(question, person(), mark, key).join();
        return ballot(
                known(question),
                ruling instanceof Ruling.Refused<Receipt>(List<Refusal> reasons) ? reasons : List.of());
    }

    private View ballot(Question question, List<Refusal> reasons) {
        if (voices.takes(question)) {
            return voices.own(question, reasons);
        }
        return pages.show(
                "assembly/ballot",
                new BallotView(
                        question,
                        questions.ownVote(question.id(), person()),
                        sittings.present(question.sitting(), person()),
                        UUID.randomUUID().toString(),
                        questions.ofSitting(question.sitting()).size(),
                        reasons));
    }

    private Question known(UUID id) {
        return questions
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.question.unknown", "value", id)));
    }

    private static UUID person() {
        return Caller.current()
                .person()
                .orElseThrow(() -> new RefusedException(Refusal.plain("assembly.no-mandate", "question", "")));
    }
}
