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
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.party.Role;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo session's documents, given out as the secretariat would. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoDocuments {

    private static final String FOLDER = "examples/shijiazhuang-15-5/documents/";

    private final Documents documents;

    DemoDocuments(Documents documents) {
        this.documents = documents;
    }

    /** The list of documents as its file has it. */
    record Papers(String format, List<Entry> documents) {}

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
    void load(String body, String subject, String issuer) {
        Papers papers = JsonMapper.builder()
                .build()
                .treeToValue(YAMLMapper.builder().build().readTree(text("documents.yaml")), Papers.class);
        for (Entry entry : papers.documents()) {
            load(
                    entry,
                    new Documents.NewDocument(
                            body, subject, entry.kind(), entry.number().orElse(""), issuer, entry.secrecy(), true));
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
