package org.yicheng.budgeting.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Elections;
import org.yicheng.count.projects.PbFile;
import org.yicheng.rule.Bilingual;

/** The elections that come with the platform, to play with: places and ballots are invented. */
@Component
class KeptElections implements Elections {

    private final List<Election> shipped = List.of(
            shipped("minghu", new Bilingual("明湖区居民参与式预算", "Residents' budget of Minghu district")),
            shipped("two-blocs", new Bilingual("多数与少数", "A majority and a minority")));

    private static Election shipped(String id, Bilingual title) {
        try {
            String text = new ClassPathResource("budgeting/" + id + ".pb").getContentAsString(StandardCharsets.UTF_8);
            return new Election(id, title, true, PbFile.read(text).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Listed> all() {
        return shipped.stream()
                .map(one -> new Listed(
                        one.id(),
                        one.title(),
                        one.demo(),
                        one.file().projects().size(),
                        one.file().votes().size()))
                .toList();
    }

    @Override
    public Optional<Election> byId(String id) {
        return shipped.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
