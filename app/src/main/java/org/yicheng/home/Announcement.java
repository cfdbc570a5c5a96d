package org.yicheng.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;

/**
 * Tells the launcher that the platform answers: writes the file named by {@code yicheng.announce}, one fact a line,
 * {@code language TAB text}. The file appears whole or not at all.
 */
@Component
@ConditionalOnProperty("yicheng.announce")
class Announcement {

    private final HomeProperties properties;
    private final List<Greeting> greetings;

    Announcement(HomeProperties properties, List<Greeting> greetings) {
        this.properties = properties;
        this.greetings = greetings;
    }

    @EventListener
    @Order
    void ready(ApplicationReadyEvent event) {
        String file = event.getApplicationContext().getEnvironment().getRequiredProperty("yicheng.announce");
        write(Path.of(file), lines());
    }

    private List<Bilingual> lines() {
        String address = properties.publicUrl();
        List<Bilingual> lines = new ArrayList<>();
        lines.add(new Bilingual("议成已就绪  " + address, "Yicheng is ready  " + address));
        greetings.stream().map(Greeting::lines).forEach(lines::addAll);
        return lines;
    }

    private static void write(Path file, List<Bilingual> lines) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(
                    fresh, lines.stream().flatMap(Announcement::inEachLanguage).toList());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot announce the start in " + file, e);
        }
    }

    private static Stream<String> inEachLanguage(Bilingual line) {
        return Stream.of("zh\t" + line.in(Language.ZH), "en\t" + line.in(Language.EN));
    }
}
