package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.yicheng.assembly.Election;
import org.yicheng.assembly.SignInEvent;
import org.yicheng.congress.Decision;
import org.yicheng.congress.Sessions.Wording;
import org.yicheng.congress.deliberation.Notes;
import org.yicheng.rule.Bilingual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The session of the demo city as its files have it. */
record Script(Reported reported, Demo demo) {

    private static final String FOLDER = "examples/shijiazhuang-15-5/";

    /** What the newspaper page states. */
    record Reported(
            BodyText body,
            SessionText session,
            String presiding,
            OffsetDateTime motionDeadline,
            Map<String, Map<String, Integer>> attendance,
            List<Item> preliminary,
            List<Item> presidium) {}

    record BodyText(String id, Bilingual name, Bilingual shortName, Bilingual place) {}

    record SessionText(
            String id, int number, Bilingual name, Bilingual shortName, LocalDate reportIn, LocalDate opening) {}

    record Item(Decision decision, Bilingual title) {}

    /** What is invented. */
    record Demo(
            String hall,
            OffsetDateTime arrival,
            OffsetDateTime signInFrom,
            OffsetDateTime preliminaryAt,
            OffsetDateTime presidiumAt,
            OffsetDateTime plenaryAt,
            Map<String, Integer> rollAt,
            List<String> presidium,
            List<String> presidiumPresent,
            String secretaryGeneral,
            List<String> standingChairs,
            List<String> deputySecretaries,
            List<List<String>> executiveChairs,
            Map<Decision, String> texts,
            Talks delegations,
            Later later) {}

    /** The days after the first presidium meeting; hearings by plenary. */
    record Later(
            List<OffsetDateTime> plenaries,
            List<OffsetDateTime> presidium,
            List<List<String>> hearings,
            List<String> resolutions,
            Talks deliberation,
            Ballot election) {}

    /** The invented election: its method, who is nominated by whom, who supervises. */
    record Ballot(
            Bilingual title,
            Election.Terms terms,
            String method,
            List<String> presidium,
            String joint,
            List<String> joiners,
            List<String> scrutineers,
            String chief) {}

    /** A meeting of delegations: what about, and what is said there, in turn. */
    record Talks(OffsetDateTime at, String item, List<Said> notes) {}

    record Said(Notes.Kind kind, String words) {}

    static Script read() {
        JsonNode tree = YAMLMapper.builder().build().readTree(bytes("session.yaml"));
        JsonMapper json = JsonMapper.builder().build();
        return new Script(
                json.treeToValue(tree.get("reported"), Reported.class), json.treeToValue(tree.get("demo"), Demo.class));
    }

    static byte[] roster() {
        return bytes("roster.csv");
    }

    /** The gates' events, in the order they arrived. */
    static List<SignInEvent> signIns() {
        JsonMapper json = JsonMapper.builder().build();
        return new String(bytes("sign-in-preliminary.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .map(json::readTree)
                .map(event -> new SignInEvent(
                        event.get("event_id").asString(),
                        OffsetDateTime.parse(event.get("t").asString()).toInstant(),
                        event.get("credential").asString(),
                        SignInEvent.Direction.valueOf(event.get("type").asString()),
                        event.get("source").asString(),
                        0))
                .toList();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = new ClassPathResource(FOLDER + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    List<Wording> wordings(List<Item> items) {
        return items.stream()
                .map(item -> new Wording(
                        item.decision(),
                        item.title(),
                        Optional.ofNullable(demo.texts().get(item.decision())).orElse("")))
                .toList();
    }
}
