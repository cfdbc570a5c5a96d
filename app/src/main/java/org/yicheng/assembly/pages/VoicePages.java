package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Mark;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.RuleSet;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.Voices;
import org.yicheng.assembly.Voices.Instruction;
import org.yicheng.assembly.Voices.Voice;
import org.yicheng.assembly.VotingMode;
import org.yicheng.count.Weight;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Votes by name: on the member's phone, and at the teller's table when members are called. */
@Controller
class VoicePages {

    private final Questions questions;
    private final Voices voices;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Scope scope;
    private final Pages pages;

    VoicePages(Questions questions, Voices voices, Sittings sittings, Bodies bodies, Scope scope, Pages pages) {
        this.questions = questions;
        this.voices = voices;
        this.sittings = sittings;
        this.bodies = bodies;
        this.scope = scope;
        this.pages = pages;
    }

    /** Is this question voted here and not on the page with three keys? */
    boolean takes(Question question) {
        return question.mode().uncounted()
                || question.mode() == VotingMode.ROLL_CALL
                || bodies.rules(question.body()).byName();
    }

    @GetMapping("/voice/{question}")
    @Needs(Permission.VOTE)
    View voice(@PathVariable UUID question) {
        return own(known(question), List.of());
    }

    View own(Question question, List<Refusal> reasons) {
        RuleSet rules = bodies.rules(question.body());
        VoiceView view = new VoiceView(
                question,
                voices.standings(question.id(), person()),
                rules.weighted(),
                rules.split(),
                false,
                sittings.present(question.sitting(), person()),
                reasons);
        return pages.show("assembly/voice", view, status(reasons));
    }

    private static int status(List<Refusal> reasons) {
        return reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value();
    }

    @PostMapping("/voice/{question}")
    @Needs(Permission.VOTE)
    View cast(
            @PathVariable UUID question,
            @RequestParam String member,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String votesFor,
            @RequestParam(defaultValue = "") String against,
            @RequestParam(defaultValue = "") String abstain) {
        Question found = known(question);
        Typed typed = typed(mark, votesFor, against, abstain);
        if (typed.instruction().isEmpty()) {
            return own(found, typed.reasons());
        }
        Ruling<Voice> ruling =
                voices.cast(question, person(), member, typed.instruction().get());
        return own(found, reasons(ruling));
    }

    @PostMapping("/voice/{question}/object")
    @Needs(Permission.VOTE)
    View object(@PathVariable UUID question) {
        List<Refusal> reasons = reasons(voices.object(question, person()));
        return own(known(question), reasons);
    }

    private static List<Refusal> reasons(Ruling<?> ruling) {
        return ruling instanceof Ruling.Refused<?>(List<Refusal> reasons) ? reasons : List.of();
    }

    /** What came from the form: a whole mark, else parts of the weight. */
    private record Typed(Optional<Instruction> instruction, List<Refusal> reasons) {}

    private static Typed typed(String mark, String votesFor, String against, String abstain) {
        for (Mark one : Mark.values()) {
            if (one.name().equals(mark)) {
                return new Typed(Optional.of(new Instruction.Whole(one)), List.of());
            }
        }
        if (votesFor.isBlank() && against.isBlank() && abstain.isBlank()) {
            return new Typed(Optional.empty(), List.of(Refusal.at("mark", "assembly.voice-missing")));
        }
        List<Refusal> reasons = new ArrayList<>();
        Voices.Parts parts = new Voices.Parts(
                weight("votesFor", votesFor, reasons),
                weight("against", against, reasons),
                weight("abstain", abstain, reasons));
        return reasons.isEmpty()
                ? new Typed(Optional.of(new Instruction.Split(parts)), List.of())
                : new Typed(Optional.empty(), reasons);
    }

    private static Weight weight(String field, String text, List<Refusal> reasons) {
        String typed = text.strip();
        Optional<Weight> weight = typed.isEmpty() ? Optional.of(Weight.ZERO) : Weight.parse(typed);
        if (weight.isEmpty()) {
            reasons.add(Refusal.at(field, "assembly.weight-form", "value", typed, "places", Weight.PLACES));
        }
        return weight.orElse(Weight.ZERO);
    }

    @GetMapping("/calls/{question}")
    @Needs(Permission.HANDS_ENTER)
    View calls(@PathVariable UUID question) {
        return calls(scope.question(question, Permission.HANDS_ENTER), List.of());
    }

    private View calls(Question question, List<Refusal> reasons) {
        RuleSet rules = bodies.rules(question.body());
        VoiceView view =
                new VoiceView(question, voices.called(question.id()), rules.weighted(), false, true, true, reasons);
        return pages.show("assembly/calls", view, status(reasons));
    }

    @PostMapping("/calls/{question}")
    @Needs(Permission.HANDS_ENTER)
    View answer(@PathVariable UUID question, @RequestParam String member, @RequestParam Mark mark) {
        Question found = scope.question(question, Permission.HANDS_ENTER);
        return calls(found, reasons(voices.answer(question, member, new Instruction.Whole(mark))));
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
