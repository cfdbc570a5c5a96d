package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Criterion;
import org.yicheng.livelihood.Project;
import org.yicheng.livelihood.Projects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo city's livelihood projects: a call that is over, with what was asked for, and one that is open. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoLivelihood {

    private static final long FEN_OF_WAN = 1_000_000;
    private static final String FILE = "examples/livelihood/livelihood.yaml";

    record Play(List<RoundText> rounds) {}

    record RoundText(
            int year,
            LocalDate opens,
            LocalDate closes,
            String notice,
            List<WishText> wishes,
            List<ProjectText> projects,
            Optional<DemoPoll.PollText> poll,
            List<Projects.Taken> list) {}

    /** @param wishes their numbers @param note why a usual criterion, {@code unmet}, is not met */
    record ProjectText(
            String title,
            String goal,
            String organ,
            long wan,
            List<Integer> wishes,
            Optional<Criterion> unmet,
            Optional<String> note,
            Optional<Project.Spot> spot,
            PlanText plan) {}

    /** How a project is carried out if the deputies choose it: by whom, and how much of what. */
    record PlanText(String organ, long amount, String unit) {}

    /**
     * @param accept whether it is public
     * @param with number of the wish with which it stands
     * @param refuse why it was not accepted
     */
    record WishText(
            Wish.Channel channel,
            LocalDate came,
            String title,
            String text,
            String where,
            Optional<Boolean> accept,
            Optional<Integer> with,
            Optional<String> refuse) {}

    private final Rounds rounds;
    private final Wishes wishes;
    private final Projects projects;
    private final DemoPoll poll;

    DemoLivelihood(Rounds rounds, Wishes wishes, Projects projects, DemoPoll poll) {
        this.rounds = rounds;
        this.wishes = wishes;
        this.projects = projects;
        this.poll = poll;
    }

    private static Play read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(in, Play.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** What a project's plan begins with, by its title; none for what a visitor entered. */
    static Optional<PlanText> plan(String title) {
        return read().rounds().stream()
                .flatMap(round -> round.projects().stream())
                .filter(project -> project.title().equals(title))
                .map(ProjectText::plan)
                .findFirst();
    }

    void load() {
        for (RoundText text : read().rounds()) {
            Round round = rounds.call(
                            Personas.BODY,
                            new Rounds.Call(text.year(), "general", text.opens(), text.closes(), text.notice()))
                    .orThrow();
            List<UUID> taken = new ArrayList<>();
            for (WishText wish : text.wishes()) {
                taken.add(take(round, wish, taken));
            }
            text.projects().forEach(project -> propose(round, project, taken));
            text.poll().ifPresent(one -> poll.load(round, one));
            text.list().forEach(step -> projects.take(round.id(), step).orThrow());
        }
    }

    private void propose(Round round, ProjectText text, List<UUID> taken) {
        Project project = projects.propose(
                        round.id(),
                        new Projects.Draft(
                                text.title(),
                                text.goal(),
                                text.organ(),
                                text.wan() * FEN_OF_WAN,
                                text.wishes().stream()
                                        .map(number -> taken.get(number - 1))
                                        .toList(),
                                text.spot()))
                .orThrow();
        Map<Criterion, Project.Check> checks = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            boolean met = !text.unmet().equals(Optional.of(criterion));
            checks.put(criterion, new Project.Check(met, met ? "" : text.note().orElse("")));
        }
        projects.screen(project.id(), checks).orThrow();
    }

    private UUID take(Round round, WishText text, List<UUID> taken) {
        UUID id = wishes.enter(
                        round.id(),
                        text.channel(),
                        text.came(),
                        new Wishes.Draft(text.title(), text.text(), text.where(), ""))
                .orThrow()
                .wish()
                .id();
        text.accept().ifPresent(_ -> wishes.accept(id).orThrow());
        text.with().ifPresent(number -> wishes.join(id, taken.get(number - 1)).orThrow());
        text.refuse().ifPresent(reason -> wishes.refuse(id, reason).orThrow());
        return id;
    }
}
