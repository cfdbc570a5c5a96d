package org.yicheng.livelihood.delivery.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Appraisals.Grade;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.ledger.Unit;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.livelihood.delivery.Delivery.Milestone;
import org.yicheng.livelihood.delivery.Evaluations.Evaluation;
import org.yicheng.livelihood.delivery.ResidentRatings;
import org.yicheng.livelihood.delivery.Standing.Light;
import org.yicheng.livelihood.delivery.pages.DeliveryPages.Line;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** How a year's projects stand today, for the standing committee at mid-year and year's end (GB/T 9704-2012). */
@Component
class DeliveryReport {

    private final Prints prints;
    private final Bodies bodies;
    private final Ratings ratings;
    private final Words words;
    private final Clock clock;

    DeliveryReport(Prints prints, Bodies bodies, Ratings ratings, Words words, Clock clock) {
        this.prints = prints;
        this.bodies = bodies;
        this.ratings = ratings;
        this.words = words;
        this.clock = clock;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, "livelihood." + key, facts);
    }

    Prints.File print(Round round, List<Line> lines, Output output) {
        Body body = bodies.byId(round.body()).orElseThrow();
        String today = OfficialDate.day(LocalDate.now(clock)).zh();
        Sheet sheet = Sheet.gazette(body.name().zh(), say("deliveries-of", "year", round.year()));
        sheet.paragraph(say(
                "report-all",
                "today",
                today,
                "n",
                lines.size(),
                "done",
                lines.stream().filter(line -> line.delivery().progress() == 100).count(),
                "paid",
                Unit.CNY.text(
                        lines.stream().mapToLong(line -> line.delivery().paid()).sum()),
                "budget",
                Unit.CNY.text(lines.stream()
                        .mapToLong(line -> line.delivery().plan().budget())
                        .sum())));
        sheet.paragraph(say(
                "report-lamps",
                "green",
                count(lines, Light.GREEN),
                "amber",
                count(lines, Light.AMBER),
                "red",
                count(lines, Light.RED)));
        sheet.table(
                List.of(
                        say("number"),
                        say("project"),
                        say("organ"),
                        say("deadline"),
                        say("progress"),
                        say("money-used"),
                        say("state")),
                lines.stream().map(this::row).toList());
        for (Line line : lines) {
            told(sheet, line);
        }
        sheet.signed(body.name().zh(), today);
        return prints.print(
                sheet, new Prints.What("livelihood-report", "livelihood-round:" + round.id(), round.demo()), output);
    }

    private static long count(List<Line> lines, Light light) {
        return lines.stream()
                .filter(line -> line.standing().light().equals(Optional.of(light)))
                .count();
    }

    private List<String> row(Line line) {
        Delivery one = line.delivery();
        return List.of(
                Integer.toString(one.number()),
                one.plan().title(),
                line.organ().zh(),
                OfficialDate.day(one.plan().deadline()).zh(),
                one.progress() + "%",
                Unit.CNY.text(one.paid()),
                stands(line));
    }

    /** The state, while it runs with what the lamp says. */
    private String stands(Line line) {
        List<String> said =
                new ArrayList<>(List.of(say("delivery-is-" + line.delivery().state())));
        if (line.standing().light().isPresent()) {
            if (line.standing().lateDays() > 0) {
                said.add(say("late-n", "n", line.standing().lateDays()));
            }
            if (line.standing().ahead()) {
                said.add(say("money-ahead"));
            }
        }
        return String.join("，", said);
    }

    /** Deputies' and residents' ratings, a paragraph each. */
    private void rated(Sheet sheet, Delivery one) {
        Ratings.Both both = ratings.of(one);
        both.deputies().ifPresent(rating -> sheet.paragraph(say("report-deputies", deputies(rating))));
        both.residents().ifPresent(figures -> sheet.paragraph(say("report-residents", residents(figures))));
        both.handover()
                .ifPresent(handover -> sheet.paragraph(say(
                        "handed-over",
                        "day",
                        OfficialDate.day(handover.day()),
                        "aftercare",
                        one.aftercare(),
                        "document",
                        handover.document())));
    }

    private static Object[] deputies(Evaluation rating) {
        List<java.math.BigDecimal> shares = rating.tally().percents();
        List<Object> facts = new ArrayList<>(
                List.of("day", OfficialDate.day(rating.day()), "valid", rating.returned() - rating.invalid()));
        for (Grade grade : Grade.values()) {
            String name = grade.name();
            facts.addAll(List.of(
                    name,
                    rating.tally().of(grade),
                    name + "-share",
                    shares.isEmpty() ? "—" : shares.get(grade.ordinal()).toPlainString() + "%"));
        }
        return facts.toArray();
    }

    private static Object[] residents(ResidentRatings.Figures figures) {
        List<Object> facts = new ArrayList<>(
                List.of("n", figures.ratings(), "mean", figures.mean().toPlainString()));
        for (int stars = ResidentRatings.MOST_STARS; stars >= 1; stars--) {
            facts.addAll(List.of("s" + stars, figures.counts().get(stars - 1)));
        }
        return facts.toArray();
    }

    private void told(Sheet sheet, Line line) {
        Delivery one = line.delivery();
        sheet.heading(one.number() + ". " + one.plan().title());
        sheet.paragraph(say(
                "report-goal",
                "goal",
                one.plan().goal().text(),
                "amount",
                String.format(java.util.Locale.ROOT, "%,d", one.plan().goal().amount())
                        + one.plan().goal().unit()));
        for (Milestone milestone : one.milestones()) {
            milestone
                    .done()
                    .ifPresent(day -> sheet.paragraph(say(
                            "report-reached",
                            "day",
                            OfficialDate.day(day),
                            "name",
                            milestone.name(),
                            "note",
                            milestone.note())));
        }
        one.decisions()
                .forEach(decision -> sheet.paragraph(say(
                        "report-decided",
                        "day",
                        OfficialDate.day(decision.day()),
                        "kind",
                        say("decided-" + decision.kind()),
                        "text",
                        decision.text())));
        rated(sheet, one);
        if (one.state().accepted()) {
            sheet.paragraph(say("accepted-by", "document", one.accepted(), "aftercare", one.aftercare()));
        }
    }
}
