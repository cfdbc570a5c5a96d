package org.yicheng.home;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A start for practice ({@code yicheng.rehearse=true}): the platform starts, asks itself for its first pages and ends
 * cleanly. The launcher runs it to train the JVM's ahead-of-time cache with what a real start does.
 */
public final class Rehearsal {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final List<String> PAGES = List.of("/", "/login", "/demo", "/api/openapi", "/nothing-here");

    private Rehearsal() {}

    /** Whether this start is one for practice. */
    public static boolean asked(ConfigurableApplicationContext context) {
        return context.getEnvironment().getProperty("yicheng.rehearse", Boolean.class, false);
    }

    /** Asks for the first pages, twice each, then closes the application; the answers do not matter. */
    public static int perform(ConfigurableApplicationContext context) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int round = 0; round < 2; round++) {
                for (String page : PAGES) {
                    URI address = URI.create("http://127.0.0.1:" + port + page);
                    int status = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode();
                    LOG.info("rehearsed {}: {}", page, status);
                }
            }
        } catch (IOException e) {
            LOG.warn("the rehearsal broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return SpringApplication.exit(context);
    }
}
