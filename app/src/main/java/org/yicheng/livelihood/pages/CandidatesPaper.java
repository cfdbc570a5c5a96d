package org.yicheng.livelihood.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.calendar.OfficialDate;
import org.yicheng.document.Output;
import org.yicheng.document.Prints;
import org.yicheng.document.Sheet;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Projects.Taken;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import org.yicheng.livelihood.Wishes.Asked;
import org.yicheng.livelihood.poll.Polls;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** The secretariat's explanation of the candidates (候选项目的说明), for the presidium and all deputies. */
@Component
class CandidatesPaper {

    private final Projects projects;
    private final Wishes wishes;
    private final Polls polls;
    private final ProjectRemarks said;
    private final Bodies bodies;
    private final Prints prints;
    private final Words words;
    private final Clock clock;

    CandidatesPaper(
            Projects projects,
            Wishes wishes,
            Polls polls,
            ProjectRemarks said,
            Bodies bodies,
            Prints prints,
            Words words,
            Clock clock) {
        this.said = said;
        this.projects = projects;
        this.wishes = wishes;
        this.polls = polls;
        this.bodies = bodies;
        this.prints = prints;
        this.words = words;
        this.clock = clock;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, "livelihood." + key, facts);
    }

    /** How they were asked for, screened and listed; then each with goal, organ, money and what residents said. */
    Prints.File print(Round round, Output output) {
        Body body = bodies.byId(round.body()).orElseThrow();
        List<Project> all = projects.of(round.id());
        List<Project> listed =
                all.stream().filter(project -> project.state().open()).toList();
        Sheet sheet = Sheet.gazette(body.name().zh(), say("explanation-of", "year", round.year()));
        sheet.paragraph(say(
                "explanation-call",
                "from",
                OfficialDate.day(round.opens()).zh(),
                "to",
                OfficialDate.day(round.closes()).zh(),
                "received",
                wishes.count(round.id(), new Asked(java.util.Optional.empty(), false)),
                "accepted",
                wishes.count(round.id(), new Asked(java.util.Optional.of(Wish.State.ACCEPTED), false))));
        sheet.paragraph(say(
                "explanation-screened",
                "proposed",
                all.size(),
                "dropped",
                all.size() - listed.size(),
                "listed",
                listed.size()));
        for (Taken taken : projects.taken(round.id())) {
            sheet.paragraph(say(
                    "explanation-step-" + taken.step(),
                    "day",
                    OfficialDate.day(taken.day()).zh(),
                    "record",
                    taken.record()));
        }
        polls.advice(round.id()).ifPresent(advice -> sheet.paragraph(say("explanation-poll", "n", advice.ballots())));
        sheet.table(
                List.of(say("number"), say("project-title"), say("project-goal"), say("organ"), say("estimate")),
                listed.stream().map(CandidatesPaper::row).toList());
        listed.forEach(project -> told(sheet, round, project));
        sheet.signed(
                say("explanation-signed"),
                OfficialDate.day(LocalDate.now(clock)).zh());
        return prints.print(
                sheet,
                new Prints.What("livelihood-candidates", "livelihood-round:" + round.id(), round.demo()),
                output);
    }

    private static List<String> row(Project project) {
        return List.of(
                Integer.toString(project.number()),
                project.title(),
                project.goal(),
                project.organ(),
                Money.wan(project.fen()));
    }

    /** Where a project comes from, where a usual criterion is not met, and what residents said. */
    private void told(Sheet sheet, Round round, Project project) {
        List<String> lines = new ArrayList<>();
        lines.add(
                project.wishes().isEmpty()
                        ? say("explanation-department")
                        : say("explanation-wishes", "n", project.wishes().size()));
        project.checks().forEach((criterion, check) -> {
            if (!check.met()) {
                lines.add(say("explanation-unmet", "criterion", say("criterion-" + criterion), "note", check.note()));
            }
        });
        polls.advice(round.id())
                .flatMap(advice -> advice.of(project.id()))
                .ifPresent(line -> lines.add(say("explanation-votes", "votes", line.votes(), "rank", line.rank())));
        said.on(project)
                .filter(tally -> tally.remarks() > 0)
                .ifPresent(tally -> lines.add(
                        say("explanation-remarks", "n", tally.remarks(), "delegations", tally.delegations())));
        sheet.paragraph(project.number() + ". " + project.title() + "：" + String.join("", lines));
    }
}
