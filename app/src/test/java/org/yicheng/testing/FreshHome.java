package org.yicheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test's application its own home folder and its own database. */
public final class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            // A test says itself when the catalogue follows, and asks for the model where it needs it.
                            "yicheng.catalogue.pace=0",
                            "yicheng.catalogue.model="
                                    + context.getEnvironment().getProperty("yicheng.catalogue.model", "false"),
                            "yicheng.data=" + Files.createTempDirectory("yicheng-home-"),
                            "yicheng.database-url=" + TestDatabase.fresh())
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
