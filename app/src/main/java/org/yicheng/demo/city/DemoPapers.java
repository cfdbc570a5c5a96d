package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.library.Audience;
import org.yicheng.library.Document;
import org.yicheng.library.Documents;
import org.yicheng.livelihood.delivery.Deliveries;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The public documents of the demo city's projects, invented. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoPapers {

    private static final String FILE = "examples/livelihood/papers.yaml";
    private static final String ISSUER = "市人民政府办公室（演示）";

    /** @param project lights or shelters */
    record Paper(String project, Document.Kind kind, String title, String text) {}

    private final Documents documents;
    private final Deliveries deliveries;

    DemoPapers(Documents documents, Deliveries deliveries) {
        this.documents = documents;
        this.deliveries = deliveries;
    }

    /**
     * Publishes them; call as the secretariat.
     *
     * @param projects by the name they have in the file
     */
    void publish(Map<String, UUID> projects) {
        for (Paper paper : papers()) {
            UUID project = Objects.requireNonNull(projects.get(paper.project()), paper.project());
            Documents.NewDocument fresh = new Documents.NewDocument(
                    Personas.BODY,
                    deliveries.byId(project).orElseThrow().subject(),
                    paper.kind(),
                    "",
                    ISSUER,
                    Document.Secrecy.OPEN,
                    true);
            UUID id = documents
                    .create(fresh, Documents.Draft.of(paper.title(), paper.text()))
                    .orThrow()
                    .document()
                    .id();
            documents
                    .publish(id, 1, List.of(new Audience.Everybody()), Optional.empty())
                    .orThrow();
        }
    }

    private static List<Paper> papers() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return List.of(new YAMLMapper().readValue(in, Paper[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
