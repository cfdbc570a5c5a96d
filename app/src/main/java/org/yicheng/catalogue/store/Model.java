package org.yicheng.catalogue.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.yicheng.finding.LocalModel;
import org.yicheng.finding.Meaning;
import org.yicheng.home.HomeFolder;

/** The one instance of the language model; loaded in the background, so that no start and no request waits for it. */
@Component
@EnableConfigurationProperties(CatalogueProperties.class)
class Model {

    private static final Logger LOG = LoggerFactory.getLogger(Model.class);

    private final boolean wanted;
    private final Path natives;
    private volatile Optional<Meaning> meaning = Optional.empty();
    private boolean tried;

    Model(CatalogueProperties properties, HomeFolder home) {
        wanted = properties.model();
        natives = home.resolve("catalogue").resolve("native");
    }

    /** The model if it is there already. */
    Optional<Meaning> now() {
        return meaning;
    }

    /** Loads the model the first time, on the thread that asks. */
    synchronized Optional<Meaning> load() {
        if (wanted && !tried) {
            tried = true;
            try {
                Files.createDirectories(natives);
            } catch (IOException e) {
                throw new UncheckedIOException("the folder for native libraries " + natives, e);
            }
            LocalModel.Loading loading = LocalModel.load(natives);
            meaning = loading.model().map(RememberedMeaning::new);
            if (meaning.isEmpty()) {
                LOG.warn("the language model cannot be used, texts are compared by their words: {}", loading.why());
            }
        }
        return meaning;
    }
}
