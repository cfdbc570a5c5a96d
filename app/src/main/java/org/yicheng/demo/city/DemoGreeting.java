package org.yicheng.demo.city;

import java.util.ArrayList;
import java.util.List;
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
        List<Bilingual> lines = new ArrayList<>();
        lines.add(words.both(Phrase.of("demo.roles", "address", properties.publicUrl() + "/demo")));
        for (Personas.Persona persona : Personas.STAFF) {
            lines.add(role("demo.persona-" + persona.key(), "demo.does-" + persona.key()));
        }
        lines.add(role("demo.deputy", "demo.does-deputy"));
        return lines;
    }

    private Bilingual role(String name, String does) {
        Bilingual who = words.both(Phrase.of(name));
        Bilingual what = words.both(Phrase.of(does));
        return new Bilingual("  " + who.zh() + "：" + what.zh(), "  " + who.en() + ": " + what.en());
    }
}
