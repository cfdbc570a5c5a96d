package org.yicheng.livelihood.delivery.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.assembly.Body;
import org.yicheng.library.Audience;
import org.yicheng.library.Documents;
import org.yicheng.library.Publication;
import org.yicheng.library.Subjects;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.delivery.Deliveries;
import org.yicheng.livelihood.delivery.Delivery;
import org.yicheng.rule.Bilingual;

/**
 * The documents of projects: plan, contract notices, acceptance. The library keeps and publishes them; a project is one of
 * its subjects, after the congress's sessions.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class DeliveryDocuments implements Subjects {

    private static final int MOST = 100;

    private final Rounds rounds;
    private final Deliveries deliveries;
    private final Bodies bodies;
    private final Documents documents;
    private final Clock clock;

    DeliveryDocuments(Rounds rounds, Deliveries deliveries, Bodies bodies, Documents documents, Clock clock) {
        this.rounds = rounds;
        this.deliveries = deliveries;
        this.bodies = bodies;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public List<Subject> of(String body) {
        Optional<Bilingual> issuer = bodies.byId(body).map(Body::name);
        return rounds.ofBody(body).stream()
                .flatMap(round -> deliveries.ofRound(round.id()).stream()
                        .map(one -> new Subject(one.subject(), named(round, one), issuer.orElse(named(round, one)))))
                .toList();
    }

    private static Bilingual named(Round round, Delivery delivery) {
        String name =
                round.year() + "-" + delivery.number() + " " + delivery.plan().title();
        return new Bilingual(name, name);
    }

    /** One that everybody may read. */
    public record Open(UUID id, String title, Instant from) {}

    /** Newest first, each under the title of the version that everybody sees. */
    List<Open> open(Round round, Delivery delivery) {
        Documents.Filter filter = new Documents.Filter(round.body(), delivery.subject(), "", "out", "");
        return documents.find(filter, 0, MOST).rows().stream()
                .flatMap(held -> held.publications().stream()
                        .filter(one ->
                                one.stands(clock.instant()) && one.audience().contains(new Audience.Everybody()))
                        .max(java.util.Comparator.comparingInt(Publication::version))
                        .map(this::shown)
                        .stream())
                .toList();
    }

    private Open shown(Publication publication) {
        String title = documents.versions(publication.document()).stream()
                .filter(version -> version.number() == publication.version())
                .findFirst()
                .orElseThrow()
                .title();
        return new Open(publication.document(), title, publication.from());
    }
}
