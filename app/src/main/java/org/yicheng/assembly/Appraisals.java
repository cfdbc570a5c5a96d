package org.yicheng.assembly;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yicheng.count.Percentages;
import org.yicheng.count.Rate;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Ruling;

/**
 * Appraising several items on one secret paper (满意度测评): each is satisfied, basically satisfied, not satisfied or
 * abstained from. Electronic papers are changed until closing; then nothing stored links a paper to its member. Paper
 * papers are counted by two tellers, who enter the same figures independently of each other. Every change is recorded
 * as {@code Caller.current()}.
 */
public interface Appraisals {

    int MOST_ITEMS = 50;
    int LONGEST_ITEM = 100;

    /** LISTED → VOTING → CLOSED → DECLARED; WITHDRAWN before the vote. */
    enum State {
        LISTED,
        VOTING,
        CLOSED,
        DECLARED,
        WITHDRAWN
    }

    /** On members' phones, or on paper that two tellers count. */
    enum Form {
        ELECTRONIC,
        PAPER
    }

    /** 满意, 基本满意, 不满意, 弃权: always in this order. */
    enum Grade {
        SATISFIED,
        BASICALLY,
        NOT_SATISFIED,
        ABSTAIN
    }

    /** @param subject by which the service that asked recognises it */
    record NewItem(String title, String subject) {}

    /** @param items 1 to {@value #MOST_ITEMS}, no title twice */
    record NewAppraisal(String sitting, Bilingual title, String subject, Form form, List<NewItem> items) {}

    /** @param number from 1, in the order of the paper */
    record Item(int number, String title, String subject) {}

    /**
     * An appraisal.
     *
     * @param attempt from 1; a void vote is taken again
     * @param due members due, frozen when the vote opened
     * @param present members present then
     * @param result once the vote is closed, on paper once both tellers agree
     */
    record Appraisal(
            UUID id,
            String sitting,
            String body,
            Bilingual title,
            String subject,
            Form form,
            List<Item> items,
            State state,
            int attempt,
            Optional<Integer> due,
            Optional<Integer> present,
            Optional<Figures> result,
            Optional<Instant> declared) {

        public Appraisal {
            items = List.copyOf(items);
        }

        /** Without its result: nobody reads that before it is declared. */
        public Appraisal withoutResult() {
            return new Appraisal(
                    id,
                    sitting,
                    body,
                    title,
                    subject,
                    form,
                    items,
                    state,
                    attempt,
                    due,
                    present,
                    Optional.empty(),
                    declared);
        }

        public Appraisal shown() {
            return state == State.DECLARED ? this : withoutResult();
        }
    }

    /** What the valid papers say of one item. */
    record Tally(int satisfied, int basically, int notSatisfied, int abstain) {

        public int of(Grade grade) {
            return switch (grade) {
                case SATISFIED -> satisfied;
                case BASICALLY -> basically;
                case NOT_SATISFIED -> notSatisfied;
                case ABSTAIN -> abstain;
            };
        }

        /** The four together: one for each valid paper. */
        public long sum() {
            return (long) satisfied + basically + notSatisfied + abstain;
        }

        /** The four in per cent of the valid papers, adding to 100.00; empty without papers. */
        public List<BigDecimal> percents() {
            return Percentages.LARGEST_REMAINDER.of(
                    List.of((long) satisfied, (long) basically, (long) notSatisfied, (long) abstain), 2);
        }

        /** Satisfied and basically satisfied together, in per cent of the valid papers; empty without papers. */
        public Optional<BigDecimal> contented() {
            return new Rate((long) satisfied + basically, sum()).percent(2);
        }
    }

    /**
     * The papers of a vote, counted.
     *
     * @param issued papers handed out; electronically, members who were present at closing or have voted
     * @param returned papers that came back
     * @param invalid of them
     */
    record Figures(int issued, int returned, int invalid, List<Tally> items) {

        public Figures {
            items = List.copyOf(items);
        }

        public int valid() {
            return returned - invalid;
        }

        /** More papers came back than were handed out: the vote counts for nothing and is taken again. */
        public boolean isVoid() {
            return returned > issued;
        }
    }

    /**
     * Where two tellers differ.
     *
     * @param item from 1; 0 for the papers as a whole
     * @param what {@code issued}, {@code returned}, {@code invalid}, or the name of a {@link Grade}
     */
    record Difference(int item, String what) {}

    /** How far the tellers are; never what the other one entered. */
    record Telling(List<String> tellers, List<Difference> differences) {

        public boolean agreed() {
            return tellers.size() == 2 && differences.isEmpty();
        }
    }

    Ruling<Appraisal> list(NewAppraisal appraisal);

    Optional<Appraisal> byId(UUID id);

    List<Appraisal> ofSitting(String sitting);

    /** Those a service asked for, the newest last. */
    List<Appraisal> ofSubject(String subject);

    /** Opens the vote; freezes N; refuses without quorum and while another vote is open. */
    Ruling<Appraisal> open(UUID id);

    /** Casts or changes the own paper until closing: a grade for each item, in their order. */
    Ruling<Appraisal> cast(UUID id, UUID person, List<Grade> grades);

    /** The own paper while the vote is open; afterwards nobody can tell. */
    Optional<List<Grade>> own(UUID id, UUID person);

    /** How many have cast; never what. */
    int cast(UUID id);

    Ruling<Appraisal> close(UUID id);

    /** A teller enters what was counted on paper, and corrects it until both agree. */
    Ruling<Telling> enter(UUID id, String teller, Figures counted);

    /** What a teller entered. */
    Optional<Figures> entry(UUID id, String teller);

    Telling telling(UUID id);

    /** Takes a void vote again: its figures stay in the record, the appraisal waits for its next vote. */
    Ruling<Appraisal> again(UUID id);

    /** Declares the result; on paper only once both tellers agree, and never of a void vote. */
    Ruling<Appraisal> declare(UUID id);

    Ruling<Appraisal> withdraw(UUID id, String reason);

    /** The electronic papers of a closed vote in random order, for a recount. */
    List<List<Grade>> papers(UUID id);
}
