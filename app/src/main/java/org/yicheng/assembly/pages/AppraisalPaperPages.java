package org.yicheng.assembly.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Difference;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.Item;
import org.yicheng.assembly.Appraisals.State;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.assembly.Appraisals.Telling;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Sittings;
import org.yicheng.party.Caller;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;
import org.yicheng.web.Worded;

/** The paper of an appraisal: filled in on a member's phone, or entered as counted by a teller. */
@Controller
public class AppraisalPaperPages {

    private final Appraisals appraisals;
    private final AppraisalScope scope;
    private final Sittings sittings;
    private final Bodies bodies;
    private final Pages pages;

    AppraisalPaperPages(Appraisals appraisals, AppraisalScope scope, Sittings sittings, Bodies bodies, Pages pages) {
        this.appraisals = appraisals;
        this.scope = scope;
        this.sittings = sittings;
        this.bodies = bodies;
        this.pages = pages;
    }

    /**
     * A paper on the phone.
     *
     * @param marked what stands on it now: recorded, or typed and refused
     * @param recorded whether a paper is in
     */
    public record PaperView(
            Appraisal appraisal,
            Map<Integer, Grade> marked,
            boolean recorded,
            boolean signedIn,
            boolean demo,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return appraisal.body();
        }

        public boolean open() {
            return appraisal.state() == State.VOTING && appraisal.form() == Form.ELECTRONIC;
        }

        public boolean is(Item item, Grade grade) {
            return marked.get(item.number()) == grade;
        }

        /** Which words stand below. */
        public String word() {
            if (appraisal.form() == Form.PAPER) {
                return "on-paper";
            }
            if (appraisal.state() == State.DECLARED) {
                return "declared";
            }
            if (!open()) {
                return "not-open";
            }
            if (!signedIn) {
                return "not-signed-in";
            }
            return recorded ? "recorded" : "fill-in";
        }

        /** Colour and mark of a grade. */
        public static String kind(Grade grade) {
            return switch (grade) {
                case SATISFIED -> "for";
                case BASICALLY -> "half";
                case NOT_SATISFIED -> "against";
                case ABSTAIN -> "abstain";
            };
        }
    }

    @GetMapping("/appraisals/{id}")
    @Needs(Permission.VOTE)
    View paper(@PathVariable UUID id) {
        Appraisal appraisal = scope.appraisal(id, Permission.VOTE);
        return paper(appraisal, Optional.empty(), List.of());
    }

    private View paper(Appraisal appraisal, Optional<Map<Integer, Grade>> typed, List<Refusal> reasons) {
        UUID person = AppraisalScope.person(appraisal.id());
        Optional<List<Grade>> own = appraisals.own(appraisal.id(), person);
        Map<Integer, Grade> recorded = own.map(grades -> IntStream.range(0, grades.size())
                        .boxed()
                        .collect(java.util.stream.Collectors.toMap(at -> at + 1, grades::get)))
                .orElse(Map.of());
        return pages.show(
                "assembly/appraisalpaper",
                new PaperView(
                        appraisal.shown(),
                        typed.orElse(recorded),
                        own.isPresent(),
                        sittings.present(appraisal.sitting(), person),
                        demo(appraisal),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private boolean demo(Appraisal appraisal) {
        return bodies.byId(appraisal.body()).orElseThrow().demo();
    }

    /** Fields are {@code grade-N} for the N-th item; what is not marked is named, not guessed. */
    @PostMapping("/appraisals/{id}")
    @Needs(Permission.VOTE)
    Object cast(@PathVariable UUID id, @RequestParam Map<String, String> sent) {
        Appraisal appraisal = scope.appraisal(id, Permission.VOTE);
        Map<Integer, Grade> marked = new java.util.HashMap<>();
        for (Item item : appraisal.items()) {
            String mark = sent.getOrDefault("grade-" + item.number(), "");
            Arrays.stream(Grade.values())
                    .filter(grade -> grade.name().equals(mark))
                    .findFirst()
                    .ifPresent(grade -> marked.put(item.number(), grade));
        }
        List<Integer> open = appraisal.items().stream()
                .map(Item::number)
                .filter(number -> !marked.containsKey(number))
                .toList();
        Ruling<Appraisal> ruling = open.isEmpty()
                ? appraisals.cast(
                        id,
                        AppraisalScope.person(id),
                        appraisal.items().stream()
                                .map(item -> marked.get(item.number()))
                                .toList())
                : Ruling.refused(Refusal.at("item-" + open.getFirst(), "assembly.appraisal-unmarked", "numbers", open));
        return ruling instanceof Ruling.Refused<Appraisal>(List<Refusal> reasons)
                ? paper(appraisal, Optional.of(marked), reasons)
                : HallPages.to("/appraisals/" + id);
    }

    /**
     * A teller's sheet.
     *
     * @param typed what stands in the fields
     * @param telling how far both are; never the other one's figures
     */
    public record CountView(
            Appraisal appraisal,
            Map<String, String> typed,
            Telling telling,
            boolean entered,
            boolean demo,
            List<Refusal> reasons)
            implements Worded {

        @Override
        public String wordsOf() {
            return appraisal.body();
        }

        public String value(String field) {
            return typed.getOrDefault(field, "");
        }

        public boolean open() {
            return appraisal.form() == Form.PAPER && appraisal.state() == State.CLOSED && !telling.agreed();
        }

        public boolean differs(int item, String what) {
            return entered && telling.differences().contains(new Difference(item, what));
        }

        /** Which words stand above: closed, to be entered, waiting for the other, different, agreed. */
        public String word() {
            if (telling.agreed()) {
                return "agreed";
            }
            if (!open()) {
                return "closed";
            }
            if (!entered) {
                return "to-enter";
            }
            return telling.tellers().size() == 2 ? "differs" : "waiting";
        }
    }

    @GetMapping("/appraisals/{id}/count")
    @Needs(Permission.BALLOT_ENTER)
    View count(@PathVariable UUID id) {
        Appraisal appraisal = scope.appraisal(id, Permission.BALLOT_ENTER);
        Map<String, String> before = appraisals
                .entry(id, Caller.current().actor())
                .map(AppraisalPaperPages::fields)
                .orElse(Map.of());
        return count(appraisal, before, List.of());
    }

    private View count(Appraisal appraisal, Map<String, String> typed, List<Refusal> reasons) {
        return pages.show(
                "assembly/appraisalcount",
                new CountView(
                        appraisal.shown(),
                        typed,
                        appraisals.telling(appraisal.id()),
                        appraisals
                                .entry(appraisal.id(), Caller.current().actor())
                                .isPresent(),
                        demo(appraisal),
                        reasons),
                reasons.isEmpty() ? HttpStatus.OK.value() : HttpStatus.CONFLICT.value());
    }

    private static Map<String, String> fields(Figures counted) {
        Map<String, String> fields = new java.util.HashMap<>();
        fields.put("issued", Integer.toString(counted.issued()));
        fields.put("returned", Integer.toString(counted.returned()));
        fields.put("invalid", Integer.toString(counted.invalid()));
        for (int i = 0; i < counted.items().size(); i++) {
            for (Grade grade : Grade.values()) {
                fields.put(
                        "item-" + (i + 1) + "-" + grade,
                        Integer.toString(counted.items().get(i).of(grade)));
            }
        }
        return fields;
    }

    @PostMapping("/appraisals/{id}/count")
    @Needs(Permission.BALLOT_ENTER)
    Object enter(@PathVariable UUID id, @RequestParam Map<String, String> typed) {
        Appraisal appraisal = scope.appraisal(id, Permission.BALLOT_ENTER);
        List<Refusal> reasons = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (Item item : appraisal.items()) {
            String row = "item-" + item.number();
            int[] counts = Arrays.stream(Grade.values())
                    .mapToInt(grade -> whole(typed, row + "-" + grade, reasons))
                    .toArray();
            tallies.add(new Tally(counts[0], counts[1], counts[2], counts[3]));
        }
        Figures counted = new Figures(
                whole(typed, "issued", reasons),
                whole(typed, "returned", reasons),
                whole(typed, "invalid", reasons),
                tallies);
        Ruling<Telling> ruling =
                reasons.isEmpty() ? appraisals.enter(id, Caller.current().actor(), counted) : Ruling.refused(reasons);
        return ruling instanceof Ruling.Refused<Telling>(List<Refusal> why)
                ? count(appraisal, typed, why)
                : HallPages.to("/appraisals/" + id + "/count");
    }

    private static int whole(Map<String, String> typed, String field, List<Refusal> reasons) {
        String text = typed.getOrDefault(field, "").strip();
        if (text.matches("\\d{1,5}")) {
            return Integer.parseInt(text);
        }
        reasons.add(Refusal.at(field, "assembly.appraisal-number", "value", text));
        return 0;
    }
}
