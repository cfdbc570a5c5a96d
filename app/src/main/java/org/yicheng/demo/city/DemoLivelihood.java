package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.Rounds;
import org.yicheng.livelihood.Wish;
import org.yicheng.livelihood.Wishes;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The demo city's livelihood projects: a call that is over, with what was asked for, and one that is open. */
@Component
@ConditionalOnBooleanProperty("yicheng.demo")
class DemoLivelihood {

    private static final String FILE = "examples/livelihood/livelihood.yaml";

    record Play(List<RoundText> rounds) {}

    record RoundText(int year, LocalDate opens, LocalDate closes, String notice, List<WishText> wishes) {}

    /**
     * @param accept whether it is public
     * @param with number of the wish with which it stands
     * @param refuse why it was not accepted
     */
    record WishText(
            Wish.Channel channel,
            LocalDate came,
            String title,
            String text,
            String where,
            Optional<Boolean> accept,
            Optional<Integer> with,
            Optional<String> refuse) {}

    private final Rounds rounds;
    private final Wishes wishes;

    DemoLivelihood(Rounds rounds, Wishes wishes) {
        this.rounds = rounds;
        this.wishes = wishes;
    }

    private static Play read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(in, Play.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    void load() {
        for (RoundText text : read().rounds()) {
            Round round = rounds.call(
                            Personas.BODY,
                            new Rounds.Call(text.year(), "general", text.opens(), text.closes(), text.notice()))
                    .orThrow();
            List<UUID> taken = new ArrayList<>();
            for (WishText wish : text.wishes()) {
                taken.add(take(round, wish, taken));
            }
        }
    }

    private UUID take(Round round, WishText text, List<UUID> taken) {
        UUID id = wishes.enter(
                        round.id(),
                        text.channel(),
                        text.came(),
                        new Wishes.Draft(text.title(), text.text(), text.where(), ""))
                .orThrow()
                .wish()
                .id();
        text.accept().ifPresent(_ -> wishes.accept(id).orThrow());
        text.with().ifPresent(number -> wishes.join(id, taken.get(number - 1)).orThrow());
        text.refuse().ifPresent(reason -> wishes.refuse(id, reason).orThrow());
        return id;
    }
}
