package org.yicheng.catalogue.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the catalogue works on this machine.
 *
 * @param model whether the local language model is used; without it texts are compared by shared pieces
 * @param pace how often the record is followed; zero: only when asked
 */
@ConfigurationProperties("yicheng.catalogue")
record CatalogueProperties(
        @DefaultValue("true") boolean model,
        @DefaultValue("300ms") Duration pace) {}
