package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
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
import org.yicheng.calendar.StatutoryPeriod;
import org.yicheng.home.PlatformClock;
import org.yicheng.matter.Matter;
import org.yicheng.party.Caller;
import org.yicheng.party.Organ;
import org.yicheng.party.Organs;
import org.yicheng.proposals.Filings;
import org.yicheng.proposals.Kind;
import org.yicheng.proposals.Kind.Part;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handling.Grade;
import org.yicheng.proposals.handling.Handling.Mode;
import org.yicheng.proposals.handling.Handling.Point;
import org.yicheng.proposals.handling.Handling.Promise;
import org.yicheng.proposals.handling.Handling.ReplyText;
import org.yicheng.proposals.handling.Handling.Screening;
import org.yicheng.proposals.handling.Handling.Share;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.proposals.handling.Setting;
import org.yicheng.rule.Bilingual;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What deputies asked for in the year before the session, handled to the end: the topics that the source page reports,
 * with invented authors, dates and answers; and a few that wait for the visitor.
 */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoSuggestions {

    /** For which the visitor can work. */
    static final String ORGAN = "organ-industry";

    private static final String FILE = "examples/suggestions/suggestions.yaml";
    private static final String NOBODY = "承办人（演示）0311-00000000";

    /** The file as it stands. @param answered whose answers wait for the visitor's judgement, as their author */
    record Play(List<OrganText> organs, List<Text> suggestions, List<Text> waiting, List<Text> answered) {}

    record OrganText(String id, String zh, String en, Optional<Boolean> coordinates) {}

    record Text(
            String title,
            String lead,
            Optional<List<String>> signers,
            OffsetDateTime filed,
            String situation,
            List<String> advice,
            Optional<List<Taking>> organs,
            Optional<String> organ,
            Optional<Key> key,
            Optional<Objection> objection,
            Optional<Extension> extension,
            Optional<Met> met,
            Optional<Answer> reply,
            Optional<Judged> feedback,
            Optional<Answer> again,
            Optional<String> kept,
            Optional<String> raised) {}

    record Taking(String organ, Mode mode, Optional<String> part, Optional<String> opinion) {}

    record Key(String reason, String committee) {}

    record Objection(String reason, String to) {}

    record Extension(String reason, int months) {}

    record Met(Matter.Letter.Way way, boolean head, String text) {}

    record Answer(
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            String code,

            List<String> answers,
            Optional<String> promise,
            Optional<Integer> days,
            Optional<Judged> judged) {}

    record Judged(Grade attitude, Grade result, Optional<String> reason) {}

    private final Personas personas;
    private final Filings filings;
    private final Handlings handlings;
    private final Organs organs;
    private final Clock clock;
    private final Play play = read();

    DemoSuggestions(Personas personas, Filings filings, Handlings handlings, Organs organs, Clock clock) {
        this.personas = personas;
        this.filings = filings;
        this.handlings = handlings;
        this.organs = organs;
        this.clock = clock;
    }

    private static Play read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return JsonMapper.builder()
                    .build()
                    .treeToValue(YAMLMapper.builder().build().readTree(in), Play.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /** When the first of them was filed. */
    Instant begin() {
        return play.suggestions().getFirst().filed().toInstant().minus(Duration.ofHours(1));
    }

    /** Who handles what is filed, with the congress and with the CPPCC committee. */
    void organs() {
        play.organs()
                .forEach(one -> organs.add(new Organ(
                                one.id(),
                                new Bilingual(one.zh(), one.en()),
                                one.coordinates().orElse(false),
                                true))
                        .orThrow());
    }

    void load() {
        to(begin());
        office(() -> handlings.set(
                        Personas.BODY, new Setting("shijiazhuang", "solved-started-planned-explained", true, false)))
                .orThrow();
        List<UUID> ids = new ArrayList<>();
        play.suggestions().forEach(text -> ids.add(filed(text)));
        for (int i = 0; i < ids.size(); i++) {
            handle(ids.get(i), play.suggestions().get(i));
        }
        for (Text text : play.waiting()) {
            UUID id = filed(text);
            text.organ().ifPresent(organ -> {
                screened(id);
                office(() -> handlings.assign(id, List.of(new Share(organ, Mode.LEAD, "")), ""))
                        .orThrow();
            });
        }
        play.answered().forEach(text -> handle(filed(text), text));
    }

    // ---------------------------------------------------------------- who acts

    static <T> T as(Caller caller, Supplier<T> action) {
        List<T> result = new ArrayList<>();
        caller.run(() -> result.add(action.get()));
        return result.getFirst();
    }

    private <T> T office(Supplier<T> action) {
        return as(personas.caller("secretariat"), action);
    }

    <T> T organ(String who, String organ, Supplier<T> action) {
        return as(personas.caller(who, organ), action);
    }

    private <T> T deputy(String number, Supplier<T> action) {
        return as(personas.caller(personas.member(number).orElseThrow()), action);
    }

    /** Goes on by days; acts only go forward. */
    void later(int days) {
        to(clock.instant().plus(Duration.ofDays(days)));
    }

    void to(Instant instant) {
        if (clock instanceof PlatformClock platform && instant.isAfter(clock.instant())) {
            platform.set(instant);
        }
    }

    // ---------------------------------------------------------------- the way

    private UUID filed(Text text) {
        to(text.filed().toInstant());
        Filings.Text words = new Filings.Text(
                text.title(), Map.of(Part.SITUATION, text.situation(), Part.ADVICE, String.join("\n", text.advice())));
        UUID id = deputy(text.lead(), () -> filings.draft(Personas.BODY, Kind.SUGGESTION, words))
                .orThrow()
                .id();
        String hash = filings.byId(id).orElseThrow().textHash();
        text.signers()
                .orElse(List.of())
                .forEach(number -> deputy(number, () -> filings.sign(id, hash)).orThrow());
        deputy(text.lead(), () -> filings.submit(id, true)).orThrow();
        office(() -> filings.register(id)).orThrow();
        return id;
    }

    private void screened(UUID id) {
        office(() -> handlings.screen(id, Screening.ACCEPTED, Optional.empty(), ""))
                .orThrow();
    }

    private void handle(UUID id, Text text) {
        later(1);
        screened(id);
        List<Taking> parts = text.organs().orElseThrow();
        assign(id, parts, "");
        text.key()
                .ifPresent(key -> office(() -> handlings.key(id, key.reason(), key.committee()))
                        .orThrow());
        later(1);
        parts.forEach(one -> organ("handler", one.organ(), () -> handlings.receive(id, one.organ()))
                .orThrow());
        List<Taking> handling = text.objection()
                .map(objection -> objected(id, parts, objection))
                .orElse(parts);
        later(6);
        for (Taking part : handling) {
            met(id, part, text.met().orElseThrow());
            part.opinion()
                    .ifPresent(opinion -> organ(
                                    "handler", part.organ(), () -> handlings.opinion(id, part.organ(), opinion))
                            .orThrow());
        }
        text.extension().ifPresent(extension -> extended(id, handling.getFirst().organ(), extension));
        later(3);
        answered(id, handling, text.advice(), text.reply().orElseThrow());
        text.feedback().ifPresent(judged -> judged(id, text.lead(), judged));
        text.again().ifPresent(again -> answeredAgain(id, handling, text, again));
        text.kept().ifPresent(evidence -> kept(id, evidence, text.raised()));
    }

    private void assign(UUID id, List<Taking> parts, String reason) {
        List<Share> shares = parts.stream()
                .map(one -> new Share(one.organ(), one.mode(), one.part().orElse("")))
                .toList();
        office(() -> handlings.assign(id, shares, reason)).orThrow();
    }

    private List<Taking> objected(UUID id, List<Taking> parts, Objection objection) {
        String organ = parts.getFirst().organ();
        organ("handler", organ, () -> handlings.object(id, organ, objection.reason()))
                .orThrow();
        later(2);
        List<Taking> others = List.of(new Taking(objection.to(), Mode.LEAD, Optional.empty(), Optional.empty()));
        assign(id, others, objection.reason());
        organ("handler", objection.to(), () -> handlings.receive(id, objection.to()))
                .orThrow();
        return others;
    }

    void met(UUID id, Taking part, Met met) {
        LocalDate today = LocalDate.now(clock);
        Handlings.Spoken spoken =
                new Handlings.Spoken(met.way(), today, met.head() ? "单位负责人（演示）" : "承办人（演示）", met.head(), met.text());
        organ("handler", part.organ(), () -> handlings.contact(id, part.organ(), spoken))
                .orThrow();
    }

    private void extended(UUID id, String organ, Extension extension) {
        organ("handler", organ, () -> handlings.askExtension(id, organ, extension.reason()))
                .orThrow();
        office(() -> handlings.decideExtension(
                        id, Optional.of(StatutoryPeriod.ofMonths(extension.months())), extension.reason()))
                .orThrow();
    }

    void answered(UUID id, List<Taking> parts, List<String> advice, Answer answer) {
        List<String> leads = parts.stream()
                .filter(one -> one.mode() == Mode.LEAD)
                .map(Taking::organ)
                .toList();
        if (!leads.isEmpty()) {
            letter(id, leads, reply(advice, answer));
            return;
        }
        parts.forEach(one -> letter(id, List.of(one.organ()), reply(advice, answer)));
    }

    /** Drafted by the first, read by its office, signed by the head of each. */
    private void letter(UUID id, List<String> leads, ReplyText text) {
        String first = leads.getFirst();
        organ("handler", first, () -> handlings.draft(id, first, text)).orThrow();
        organ("handler", first, () -> handlings.submit(id, first)).orThrow();
        organ("reviewer", first, () -> handlings.review(id, first, true, "")).orThrow();
        later(1);
        leads.forEach(organ -> organ("head", organ, () -> handlings.review(id, organ, true, ""))
                .orThrow());
    }

    private ReplyText reply(List<String> advice, Answer answer) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < advice.size(); i++) {
            points.add(new Point(advice.get(i), answer.answers().get(i)));
        }
        Optional<LocalDate> due = answer.days().map(days -> LocalDate.now(clock).plusDays(days));
        return new ReplyText("", points, answer.code(), due, answer.promise().orElse(""), NOBODY, true, "");
    }

    private void judged(UUID id, String lead, Judged judged) {
        later(2);
        deputy(
                        lead,
                        () -> handlings.judge(
                                id,
                                judged.attitude(),
                                judged.result(),
                                judged.reason().orElse("")))
                .orThrow();
    }

    private void answeredAgain(UUID id, List<Taking> parts, Text text, Answer again) {
        office(() -> handlings.rehandle(id, true, "请提出具体措施（演示）")).orThrow();
        later(10);
        answered(id, parts, text.advice(), again);
        judged(id, text.lead(), again.judged().orElseThrow());
    }

    void kept(UUID id, String evidence, Optional<String> raised) {
        Handling handling = handlings.byFiling(id).orElseThrow();
        handling.commitments().stream()
                .filter(one -> one.state() == Promise.OPEN)
                .forEach(one -> organ(
                                "handler", one.organ(), () -> handlings.fulfil(one.id(), Promise.FULFILLED, evidence))
                        .orThrow());
        raised.ifPresent(code -> office(() -> handlings.raise(id, code, Optional.empty(), evidence))
                .orThrow());
    }
}
