package org.yicheng.home;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platform lives.
 *
 * @param data the home folder
 * @param databaseUrl a JDBC URL (with user and password parameters) of an outside PostgreSQL; absent = embedded
 * @param demo whether the demo city, its personas and its clock are on
 * @param publicUrl how browsers reach the platform, e.g. {@code http://localhost:8080}
 */
@ConfigurationProperties("yicheng")
public record HomeProperties(
        @DefaultValue("data") String data,
        @Nullable String databaseUrl,
        @DefaultValue("false") boolean demo,
        @DefaultValue("http://localhost:8080") String publicUrl) {}
