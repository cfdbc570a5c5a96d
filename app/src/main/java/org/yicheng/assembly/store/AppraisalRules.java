package org.yicheng.assembly.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yicheng.assembly.Appraisals;
import org.yicheng.assembly.Appraisals.Appraisal;
import org.yicheng.assembly.Appraisals.Difference;
import org.yicheng.assembly.Appraisals.Figures;
import org.yicheng.assembly.Appraisals.Form;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Appraisals.NewAppraisal;
import org.yicheng.assembly.Appraisals.NewItem;
import org.yicheng.assembly.Appraisals.State;
import org.yicheng.assembly.Appraisals.Tally;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Refusal;

/** What stands against an appraisal, a paper, a teller's figures; every reason at once. */
final class AppraisalRules {

    static final Citation APPRAISAL = Citation.of(Law.PRODUCT, "appraisal.paper");
    static final Citation TELLERS = Citation.of(Law.PRODUCT, "election.two-tellers");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_TITLE = 200;

    private AppraisalRules() {}

    static Phrase word(State state) {
        return Phrase.of("assembly.appraisal-is-" + state.name());
    }

    static List<Refusal> againstListing(NewAppraisal asked) {
        List<Refusal> reasons = new ArrayList<>();
        int title = asked.title().zh().strip().length();
        if (title < 1 || title > LONGEST_TITLE) {
            reasons.add(Refusal.at("title", "assembly.title-length", "value", title, "most", LONGEST_TITLE));
        }
        int items = asked.items().size();
        if (items < 1 || items > Appraisals.MOST_ITEMS) {
            reasons.add(Refusal.at("items", "assembly.appraisal-items", "value", items, "most", Appraisals.MOST_ITEMS));
        }
        Set<String> seen = new HashSet<>();
        for (NewItem item : asked.items()) {
            if (item.title().isBlank()
                    || item.title().length() > Appraisals.LONGEST_ITEM
                    || CONTROL.matcher(item.title()).find()
                    || !seen.add(item.title())) {
                reasons.add(Refusal.at(
                        "items", "assembly.appraisal-item", "value", item.title(), "most", Appraisals.LONGEST_ITEM));
            }
        }
        return reasons;
    }

    static Optional<Refusal> againstState(Appraisal appraisal, Set<State> allowed) {
        return allowed.contains(appraisal.state())
                ? Optional.empty()
                : Optional.of(Refusal.by(
                        APPRAISAL,
                        "assembly.choice-state",
                        "title",
                        appraisal.title(),
                        "state",
                        word(appraisal.state()),
                        "needed",
                        allowed.stream().sorted().map(AppraisalRules::word).toList()));
    }

    /** Papers are filled in on the phone only while the vote is open, every item with one grade. */
    static List<Refusal> againstPaper(Appraisal appraisal, List<Grade> grades) {
        List<Refusal> reasons = new ArrayList<>();
        if (appraisal.form() != Form.ELECTRONIC) {
            reasons.add(Refusal.by(APPRAISAL, "assembly.appraisal-on-paper"));
        } else if (appraisal.state() != State.VOTING) {
            reasons.add(Refusal.by(APPRAISAL, "assembly.vote-not-open", "state", word(appraisal.state())));
        }
        if (grades.size() != appraisal.items().size()) {
            reasons.add(Refusal.at(
                    "grades",
                    APPRAISAL,
                    "assembly.appraisal-grades",
                    "value",
                    grades.size(),
                    "needed",
                    appraisal.items().size()));
        }
        return reasons;
    }

    /** Figures of papers that can be: more returned than issued can be too, and make the vote void. */
    static List<Refusal> againstFigures(Appraisal appraisal, Figures counted) {
        List<Refusal> reasons = new ArrayList<>();
        int present = appraisal.present().orElse(0);
        if (counted.issued() < 1 || counted.issued() > present) {
            reasons.add(Refusal.at(
                    "issued",
                    APPRAISAL,
                    "assembly.election-issued-present",
                    "value",
                    counted.issued(),
                    "present",
                    present));
        }
        if (counted.returned() < 0 || counted.invalid() < 0 || counted.invalid() > counted.returned()) {
            reasons.add(Refusal.at(
                    "invalid",
                    APPRAISAL,
                    "assembly.appraisal-invalid",
                    "value",
                    counted.invalid(),
                    "returned",
                    counted.returned()));
        }
        if (counted.items().size() != appraisal.items().size()) {
            reasons.add(Refusal.at(
                    "items",
                    APPRAISAL,
                    "assembly.appraisal-grades",
                    "value",
                    counted.items().size(),
                    "needed",
                    appraisal.items().size()));
        }
        for (int i = 0; i < counted.items().size(); i++) {
            againstTally(i + 1, counted.items().get(i), counted.valid()).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Optional<Refusal> againstTally(int item, Tally tally, int valid) {
        boolean counted = IntStream.of(tally.satisfied(), tally.basically(), tally.notSatisfied(), tally.abstain())
                .allMatch(one -> one >= 0);
        return counted && tally.sum() == valid
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "item-" + item,
                        APPRAISAL,
                        "assembly.appraisal-sum",
                        "item",
                        item,
                        "sum",
                        tally.sum(),
                        "valid",
                        valid));
    }

    static List<Difference> differences(Figures one, Figures other) {
        List<Difference> found = new ArrayList<>();
        if (one.issued() != other.issued()) {
            found.add(new Difference(0, "issued"));
        }
        if (one.returned() != other.returned()) {
            found.add(new Difference(0, "returned"));
        }
        if (one.invalid() != other.invalid()) {
            found.add(new Difference(0, "invalid"));
        }
        for (int i = 0; i < one.items().size(); i++) {
            for (Grade grade : Grade.values()) {
                if (one.items().get(i).of(grade) != other.items().get(i).of(grade)) {
                    found.add(new Difference(i + 1, grade.name()));
                }
            }
        }
        return found;
    }
}
