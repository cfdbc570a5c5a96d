package org.yicheng.livelihood.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wish.State;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Draft;
import org.yicheng.rule.Citation;
import org.yicheng.rule.Law;
import org.yicheng.rule.Refusal;

/** What stands against a wish and against what becomes of it; every reason at once. */
final class WishRules {

    static final Citation WISH = Citation.of(Law.PRODUCT, "livelihood.wish");
    static final Citation GROUPS = Citation.of(Law.PRODUCT, "livelihood.groups");

    /** Numbers of identity cards and mobile phones do not belong where everybody reads. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})(?!\\d)");

    private WishRules() {}

    static List<Refusal> againstDraft(Draft draft) {
        List<Refusal> reasons = new ArrayList<>();
        length(reasons, "title", draft.title(), Wishes.LEAST_TITLE, Wishes.LONGEST_TITLE);
        length(reasons, "text", draft.text(), Wishes.LEAST_TEXT, Wishes.LONGEST_TEXT);
        length(reasons, "where", draft.where(), 0, Wishes.LONGEST_WHERE);
        length(reasons, "contact", draft.contact(), 0, Wishes.LONGEST_CONTACT);
        personal(reasons, "title", draft.title());
        personal(reasons, "text", draft.text());
        personal(reasons, "where", draft.where());
        return reasons;
    }

    private static void length(List<Refusal> reasons, String field, String text, int least, int most) {
        int length = text.strip().length();
        if (length < least || length > most) {
            reasons.add(
                    Refusal.at(field, WISH, "livelihood.wish-length", "value", length, "least", least, "most", most));
        }
    }

    private static void personal(List<Refusal> reasons, String field, String text) {
        if (PERSONAL.matcher(text).find()) {
            reasons.add(Refusal.at(field, WISH, "livelihood.wish-personal"));
        }
    }

    static Optional<Refusal> againstDay(Round round, LocalDate day) {
        return round.inCall(day)
                ? Optional.empty()
                : Optional.of(Refusal.at(
                        "came",
                        WISH,
                        round.call(day) == Round.Call.AHEAD ? "livelihood.call-ahead" : "livelihood.call-over",
                        "opens",
                        round.opens(),
                        "closes",
                        round.closes()));
    }

    static List<Refusal> againstAccepting(Wish wish) {
        return wish.state() == State.ACCEPTED
                ? List.of(Refusal.by(WISH, "livelihood.wish-accepted", "number", wish.number()))
                : List.of();
    }

    static List<Refusal> againstRefusing(Wish wish, String reason) {
        List<Refusal> reasons = new ArrayList<>();
        if (wish.state() == State.REFUSED) {
            reasons.add(Refusal.by(WISH, "livelihood.wish-refused", "number", wish.number()));
        }
        if (wish.joined() > 0) {
            reasons.add(Refusal.by(GROUPS, "livelihood.wish-leads", "number", wish.number(), "joined", wish.joined()));
        }
        if (reason.isEmpty() || reason.length() > Wishes.LONGEST_REASON) {
            reasons.add(Refusal.at(
                    "reason",
                    WISH,
                    "livelihood.wish-length",
                    "value",
                    reason.length(),
                    "least",
                    1,
                    "most",
                    Wishes.LONGEST_REASON));
        }
        return reasons;
    }

    /** Only an accepted one of the same round leads, and none that itself stands with another. */
    static List<Refusal> againstJoining(Wish wish, Optional<Wish> lead) {
        List<Refusal> reasons = new ArrayList<>();
        boolean fit = lead.filter(one -> one.round().equals(wish.round())
                        && !one.id().equals(wish.id())
                        && one.state() == State.ACCEPTED
                        && one.lead().isEmpty())
                .isPresent();
        if (!fit) {
            String number = lead.map(one -> String.valueOf(one.number())).orElse("—");
            reasons.add(Refusal.at("lead", GROUPS, "livelihood.wish-lead", "number", number));
        }
        if (wish.joined() > 0) {
            reasons.add(Refusal.by(GROUPS, "livelihood.wish-leads", "number", wish.number(), "joined", wish.joined()));
        }
        if (wish.lead().isPresent()) {
            reasons.add(Refusal.by(GROUPS, "livelihood.wish-joined", "number", wish.number()));
        }
        return reasons;
    }
}
