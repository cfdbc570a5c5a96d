package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.assembly.Member;
import org.yicheng.assembly.Question;
import org.yicheng.assembly.Questions;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.assembly.Sitting;
import org.yicheng.assembly.Sittings;
import org.yicheng.assembly.VotingMode;
import org.yicheng.congress.Rosters;
import org.yicheng.congress.SessionStep;
import org.yicheng.congress.Sessions;
import org.yicheng.demo.city.DemoSuggestions.Answer;
import org.yicheng.demo.city.DemoSuggestions.Judged;
import org.yicheng.demo.city.DemoSuggestions.Key;
import org.yicheng.demo.city.DemoSuggestions.Met;
import org.yicheng.demo.city.DemoSuggestions.Taking;
import org.yicheng.proposals.Filing.Outcome;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.Proposals;
import org.yicheng.proposals.Proposals.Collective;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handling.Supervision;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.rule.Bilingual;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The demo city's CPPCC committee: last year's proposals answered and judged, and a plenary in session with proposals
 * that wait for the visitor. Everything is invented.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoCppcc {

    private static final String FOLDER = "examples/proposals/";
    private static final String KIND = "cn-cppcc-plenary";

    /** The file as it stands. @param year handled to the end @param proposals of the session */
    record Play(BodyText body, SessionText session, List<Text> year, List<Text> proposals) {}

    record BodyText(String id, Bilingual name, Bilingual shortName) {}

    record SessionText(
            String id,
            int number,
            Bilingual name,
            Bilingual shortName,
            String place,
            LocalDate reportIn,
            LocalDate opening,
            OffsetDateTime openingAt,
            OffsetDateTime closingAt,
            OffsetDateTime intakeUntil,
            List<Bilingual> reports,
            List<String> absent) {}

    /** @param lead of a member's or a sector's; empty where the mover seals */
    record Text(
            String title,
            Optional<String> lead,
            Optional<List<String>> signers,
            Optional<Collective> collective,
            OffsetDateTime filed,
            String situation,
            String analysis,
            List<String> advice,
            Optional<Boolean> examined,
            Optional<List<Taking>> organs,
            Optional<Key> key,
            Optional<String> supervised,
            Optional<Met> met,
            Optional<Answer> reply,
            Optional<Judged> feedback,
            Optional<String> kept) {

        Filings.Text words() {
            return new Filings.Text(
                    title,
                    Map.of(Part.SITUATION, situation, Part.ANALYSIS, analysis, Part.ADVICE, String.join("\n", advice)));
        }
    }

    private final Personas personas;
    private final DemoSuggestions suggestions;
    private final Bodies bodies;
    private final Rosters rosters;
    private final Sessions sessions;
    private final Sittings sittings;
    private final Questions questions;
    private final Filings filings;
    private final Proposals proposals;
    private final Handlings handlings;
    private final Clock clock;
    private final Play play = read();

    DemoCppcc(
            Personas personas,
            DemoSuggestions suggestions,
            Bodies bodies,
            Rosters rosters,
            Sessions sessions,
            Sittings sittings,
            Questions questions,
            Filings filings,
            Proposals proposals,
            Handlings handlings,
            Clock clock) {
        this.personas = personas;
        this.suggestions = suggestions;
        this.bodies = bodies;
        this.rosters = rosters;
        this.sessions = sessions;
        this.sittings = sittings;
        this.questions = questions;
        this.filings = filings;
        this.proposals = proposals;
        this.handlings = handlings;
        this.clock = clock;
    }

    private static byte[] bytes(String name) {
        try (InputStream in = new ClassPathResource(FOLDER + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    private static Play read() {
        return JsonMapper.builder()
                .build()
                .treeToValue(YAMLMapper.builder().build().readTree(bytes("proposals.yaml")), Play.class);
    }

    /** When the first of the year's proposals was filed. */
    Instant begin() {
        return play.year().getFirst().filed().toInstant();
    }

    /** The committee, and the proposals that were filed, answered and judged before the session. */
    void year() {
        BodyText body = play.body();
        bodies.add(new Body(
                body.id(), Body.Kind.CPPCC, body.name(), body.shortName(), "cn-cppcc", Optional.empty(), true));
        rosters.take(body.id(), bytes("roster.csv"), true).orThrow();
        committee(
                        "proposals",
                        () -> handlings.set(
                                body.id(),
                                new Setting("shijiazhuang", "solved-started-planned-explained", true, false)))
                .orThrow();
        List<UUID> ids = new ArrayList<>();
        play.year().forEach(text -> ids.add(filed(text)));
        for (int i = 0; i < ids.size(); i++) {
            handle(ids.get(i), play.year().get(i));
        }
    }

    private void handle(UUID id, Text text) {
        suggestions.later(1);
        examined(id);
        assigned(id, text);
        text.key()
                .ifPresent(key -> committee("proposals", () -> handlings.key(id, key.reason(), key.committee()))
                        .orThrow());
        suggestions.later(3);
        List<Taking> parts = text.organs().orElseThrow();
        for (Taking part : parts) {
            suggestions.met(id, part, text.met().orElseThrow());
            part.opinion()
                    .ifPresent(opinion -> suggestions
                            .organ("handler", part.organ(), () -> handlings.opinion(id, part.organ(), opinion))
                            .orThrow());
        }
        text.supervised().ifPresent(how -> supervised(id, text.key().orElseThrow(), how));
        suggestions.later(2);
        suggestions.answered(id, parts, text.advice(), text.reply().orElseThrow());
        text.feedback().ifPresent(judged -> judged(id, text, judged));
        text.kept().ifPresent(evidence -> {
            suggestions.later(7);
            suggestions.kept(id, evidence, Optional.empty());
        });
    }

    private void supervised(UUID id, Key key, String how) {
        Supervision supervision = new Supervision(LocalDate.now(clock), key.committee(), how);
        committee("proposals", () -> handlings.supervise(id, supervision)).orThrow();
    }

    private void judged(UUID id, Text text, Judged judged) {
        suggestions.later(1);
        String reason = judged.reason().orElse("");
        if (text.lead().isPresent()) {
            member(text.lead().get(), () -> handlings.judge(id, judged.attitude(), judged.result(), reason))
                    .orThrow();
        } else {
            committee("proposals", () -> handlings.judgeUnderSeal(id, judged.attitude(), judged.result(), reason))
                    .orThrow();
        }
    }

    /** The plenary of this year: convened, opened, with its proposals; it closes after the visitor came. */
    void session() {
        SessionText text = play.session();
        committee("proposals", () -> convened(text));
        play.proposals().stream()
                .filter(one -> one.filed().isBefore(text.openingAt()))
                .forEach(this::waiting);
        suggestions.to(text.openingAt().minusHours(1).toInstant());
        committee("proposals", () -> opened(text));
        play.proposals().stream()
                .filter(one -> !one.filed().isBefore(text.openingAt()))
                .forEach(this::waiting);
    }

    private Sitting convened(SessionText text) {
        sessions.plan(
                        new Sessions.NewSession(
                                text.id(),
                                play.body().id(),
                                text.number(),
                                text.name(),
                                text.shortName(),
                                text.reportIn(),
                                text.opening(),
                                text.place(),
                                true),
                        KIND)
                .orThrow();
        sessions.take(text.id(), SessionStep.CONVENE).orThrow();
        proposals
                .intake(play.body().id(), text.opening(), text.intakeUntil().toInstant())
                .orThrow();
        sessions.take(text.id(), SessionStep.PREPARE).orThrow();
        sessions.take(text.id(), SessionStep.REGISTER).orThrow();
        Bilingual closing = new Bilingual("闭幕会", "Closing meeting");
        sessions.preparePlenary(text.id(), 2, closing, text.closingAt().toInstant())
                .orThrow();
        Bilingual opening = new Bilingual("开幕会", "Opening meeting");
        return sessions.preparePlenary(text.id(), 1, opening, text.openingAt().toInstant())
                .orThrow();
    }

    /** The opening meeting: who is there signs in by card, it is held and closed. */
    private Sitting opened(SessionText text) {
        List<Member> present = bodies.membersOf(play.body().id()).stream()
                .filter(member -> !text.absent().contains(member.number()))
                .toList();
        sessions.reportIn(text.id(), present.stream().map(Member::number).toList())
                .orThrow();
        Sitting opening = sittings
                .ofSubject(sessions.byId(text.id()).orElseThrow().subject())
                .stream()
                .filter(sitting -> sitting.number() == 1)
                .findFirst()
                .orElseThrow();
        sittings.namePresiding(opening.id(), present.getFirst().name()).orThrow();
        sittings.openSignIn(opening.id()).orThrow();
        Map<UUID, String> cards = bodies.activeCards(play.body().id());
        List<SignInEvent> events = new ArrayList<>();
        for (Member member : present) {
            events.add(new SignInEvent(
                    "demo-cppcc-" + member.number(),
                    clock.instant(),
                    cards.getOrDefault(member.person(), ""),
                    SignInEvent.Direction.IN,
                    "GATE-1",
                    events.size()));
        }
        sittings.signIn(opening.id(), events);
        suggestions.to(text.openingAt().toInstant());
        sittings.open(opening.id()).orThrow();
        for (Bilingual report : text.reports()) {
            Question heard = questions.list(new Questions.NewQuestion(
                    opening.id(), Question.Kind.HEARING, report, "", opening.subject(), VotingMode.SHOW_OF_HANDS));
            questions.put(heard.id()).orThrow();
            questions.note(heard.id()).orThrow();
        }
        suggestions.to(text.openingAt().plusHours(1).toInstant());
        return sittings.close(opening.id()).orThrow();
    }

    private void waiting(Text text) {
        UUID id = filed(text);
        if (text.examined().orElse(false)) {
            examined(id);
        }
        if (text.organs().isPresent()) {
            assigned(id, text);
        }
    }

    // ---------------------------------------------------------------- the way

    private UUID filed(Text text) {
        suggestions.to(text.filed().toInstant());
        UUID id = text.lead()
                .map(lead -> moved(lead, text))
                .orElseGet(() -> committee(
                                "proposals",
                                () -> proposals.enter(
                                        play.body().id(),
                                        text.words(),
                                        text.collective().orElseThrow(),
                                        true))
                        .orThrow()
                        .id());
        return committee("proposals", () -> filings.register(id)).orThrow().id();
    }

    private UUID moved(String lead, Text text) {
        String body = play.body().id();
        UUID id = member(
                        lead,
                        () -> text.collective()
                                .map(collective -> proposals.draft(body, text.words(), collective))
                                .orElseGet(() -> filings.draft(body, Kind.PROPOSAL, text.words())))
                .orThrow()
                .id();
        String hash = filings.byId(id).orElseThrow().textHash();
        text.signers()
                .orElse(List.of())
                .forEach(number -> member(number, () -> filings.sign(id, hash)).orThrow());
        return member(lead, () -> filings.submit(id, true)).orThrow().id();
    }

    /** Two examiners, then the committee's decision. */
    private void examined(UUID id) {
        for (String who : List.of("examiner1", "examiner2", "proposals")) {
            committee(who, () -> proposals.review(id, Outcome.FILED, "")).orThrow();
        }
    }

    private void assigned(UUID id, Text text) {
        List<Taking> parts = text.organs().orElseThrow();
        List<Share> shares = parts.stream()
                .map(one -> new Share(one.organ(), one.mode(), one.part().orElse("")))
                .toList();
        committee("proposals", () -> handlings.assign(id, shares, "")).orThrow();
        if (text.reply().isPresent()) {
            parts.forEach(one -> suggestions
                    .organ("handler", one.organ(), () -> handlings.receive(id, one.organ()))
                    .orThrow());
        }
    }

    private <T> T committee(String who, Supplier<T> action) {
        return DemoSuggestions.as(personas.caller(who), action);
    }

    private <T> T member(String number, Supplier<T> action) {
        return DemoSuggestions.as(personas.caller(personas.member(number).orElseThrow()), action);
    }
}
