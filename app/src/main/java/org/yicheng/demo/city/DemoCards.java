package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.District;
import org.yicheng.livelihood.Districts;
import org.yicheng.livelihood.delivery.Card;
import org.yicheng.livelihood.delivery.Cards;
import org.yicheng.livelihood.delivery.Cards.NewReport;
import org.yicheng.livelihood.delivery.Cards.NewRisk;
import org.yicheng.livelihood.delivery.Photo;
import org.yicheng.livelihood.delivery.Photos;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The drawing of the demo city and the cards of its projects, invented. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoCards {

    private static final String FOLDER = "examples/livelihood/";

    /** @param project lights, shelters or parking */
    record Text(
            String project,
            Card.Basics basics,
            List<RiskText> risks,
            List<NewReport> reports,
            List<PhotoText> photos) {}

    record PhotoText(Photo.Stage stage, Optional<Integer> report, LocalDateTime taken, String alt) {}

    record RiskText(
            String risk, String measure, LocalDate found, Optional<LocalDate> closed, Optional<String> outcome) {}

    private final Districts districts;
    private final Cards cards;
    private final Photos photos;

    DemoCards(Districts districts, Cards cards, Photos photos) {
        this.districts = districts;
        this.cards = cards;
        this.photos = photos;
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream in = new ClassPathResource(FOLDER + name).getInputStream()) {
            return new YAMLMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    void draw() {
        districts
                .draw(Personas.BODY, List.of(read("districts.yaml", District[].class)))
                .orThrow();
    }

    /**
     * Before any of them is accepted.
     *
     * @param projects by the name they have in the file
     */
    void enter(Map<String, UUID> projects) {
        for (Text text : read("cards.yaml", Text[].class)) {
            UUID id = projects.get(text.project());
            if (id == null) {
                throw new IllegalStateException("no project " + text.project());
            }
            cards.describe(id, 0, text.basics()).orThrow();
            for (int i = 0; i < text.risks().size(); i++) {
                risk(id, i + 1, text.risks().get(i));
            }
            text.reports().forEach(report -> cards.report(id, report).orThrow());
            text.photos()
                    .forEach(photo -> photos.add(
                                    id,
                                    new Photos.NewPhoto(
                                            DemoPictures.of(text.project(), photo.stage()),
                                            photo.stage(),
                                            photo.report(),
                                            photo.alt(),
                                            Optional.of(photo.taken()),
                                            false))
                            .orThrow());
        }
    }

    private void risk(UUID id, int number, RiskText text) {
        cards.risk(id, new NewRisk(text.risk(), text.measure(), text.found())).orThrow();
        text.closed()
                .ifPresent(day -> cards.close(id, number, day, text.outcome().orElseThrow())
                        .orThrow());
    }
}
