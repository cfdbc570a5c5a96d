package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.congress.Schedules;
import org.yicheng.congress.Session;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.party.Role;
import org.yicheng.rule.Bilingual;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo session's documents, given out as the secretariat would. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoDocuments {

    private static final String FOLDER = "examples/shijiazhuang-15-5/documents/";

    private final Documents documents;
    private final Schedules schedules;

    DemoDocuments(Documents documents, Schedules schedules) {
        this.documents = documents;
        this.schedules = schedules;
    }

    /** The list of documents as its file has it. */
    record Papers(String format, List<Entry> documents, List<Hour> schedule) {}

    record Hour(
            OffsetDateTime at,
            Optional<OffsetDateTime> until,
            String zh,
            String en,
            Optional<String> room,
            Optional<String> who) {

        Schedules.Item item() {
            return new Schedules.Item(
                    at.toInstant(), new Bilingual(zh, en), room.orElse(""), until.map(OffsetDateTime::toInstant), who);
        }
    }

    record Entry(
            Document.Kind kind,
            Document.Secrecy secrecy,
            Optional<String> number,
            String title,
            String text,
            List<String> audience,
            Optional<OffsetDateTime> from,
            Optional<Revised> revised) {}

    record Revised(String text, String remark) {}

    /** Makes and publishes them; call as the secretariat. */
    void load(String body, Session session) {
        Papers papers = JsonMapper.builder()
                .build()
                .treeToValue(YAMLMapper.builder().build().readTree(text("documents.yaml")), Papers.class);
        schedules
                .propose(
                        session.id(), papers.schedule().stream().map(Hour::item).toList())
                .orThrow();
        for (Entry entry : papers.documents()) {
            load(
                    entry,
                    new Documents.NewDocument(
                            body,
                            session.subject(),
                            entry.kind(),
                            entry.number().orElse(""),
                            session.name().zh(),
                            entry.secrecy(),
                            true));
        }
    }

    private void load(Entry entry, Documents.NewDocument fresh) {
        Document document = documents
                .create(fresh, Documents.Draft.of(entry.title(), text(entry.text())))
                .orThrow()
                .document();
        List<Audience> audience = entry.audience().stream()
                .map(word -> audience(fresh.body(), word))
                .toList();
        Optional<java.time.Instant> from = entry.from().map(OffsetDateTime::toInstant);
        documents.publish(document.id(), 1, audience, from).orThrow();
        entry.revised().ifPresent(revised -> {
            documents
                    .revise(
                            document.id(),
                            1,
                            new Documents.Draft(
                                    entry.title(), text(revised.text()), Optional.empty(), revised.remark()))
                    .orThrow();
            documents.publish(document.id(), 2, audience, from).orThrow();
        });
    }

    private static Audience audience(String body, String word) {
        return switch (word) {
            case "everybody" -> new Audience.Everybody();
            case "members" -> new Audience.Members(body);
            case "secretariat" -> new Audience.Holders(body, Role.SECRETARIAT);
            case "chair" -> new Audience.Holders(body, Role.CHAIR);
            default -> throw new IllegalArgumentException("an audience is one of the four words, got " + word);
        };
    }

    private static String text(String name) {
        try (InputStream in = new ClassPathResource(FOLDER + name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }
}
