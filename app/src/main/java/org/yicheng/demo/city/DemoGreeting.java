package org.yicheng.demo.city;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.yicheng.home.Greeting;
import org.yicheng.home.HomeProperties;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.Words;

/** The roles that a visitor of the demo city can step into, a line each, printed when the platform has started. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoGreeting implements Greeting {

    private final HomeProperties properties;
    private final Words words;

    DemoGreeting(HomeProperties properties, Words words) {
        this.properties = properties;
        this.words = words;
    }

    @Override
    public List<Bilingual> lines() {
        Stream<Bilingual> roles = Personas.STAFF.stream().map(persona -> {
            Bilingual name = words.both(Phrase.of("demo.persona-" + persona.key()));
            Bilingual does = words.both(Phrase.of("demo.does-" + persona.key()));
            return new Bilingual("  " + name.zh() + "：" + does.zh(), "  " + name.en() + ": " + does.en());
        });
        return Stream.of(
                        Stream.of(words.both(Phrase.of("demo.roles", "address", properties.publicUrl() + "/demo"))),
                        roles,
                        Stream.of(words.both(Phrase.of("demo.roles-deputies"))))
                .flatMap(lines -> lines)
                .toList();
    }
}
