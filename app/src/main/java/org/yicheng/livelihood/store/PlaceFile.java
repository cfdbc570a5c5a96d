package org.yicheng.livelihood.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Place;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Citation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The places whose rules ship with the product, of {@code livelihood/places.yml}; a faulty file stops the start. */
@Component
class PlaceFile {

    private record Text(
            String id, Bilingual name, int callDays, String callSource, boolean hearing, String hearingSource) {
        Place read() {
            return new Place(id, name, callDays, Citation.parse(callSource), hearing, Citation.parse(hearingSource));
        }
    }

    private final List<Place> places;

    PlaceFile() {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Objects.requireNonNull(
                PlaceFile.class.getResourceAsStream("/livelihood/places.yml"), "livelihood/places.yml")) {
            places = Stream.of(mapper.readValue(in, Text[].class))
                    .map(Text::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read livelihood/places.yml", e);
        }
    }

    List<Place> all() {
        return places;
    }

    Optional<Place> byId(String id) {
        return places.stream().filter(place -> place.id().equals(id)).findFirst();
    }
}
