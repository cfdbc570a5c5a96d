package org.yicheng.walk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.yicheng.bench.Platform;

/**
 * Gives every browser test the same demo city and the same Chromium; both start once and end with the last test of the
 * JVM, also where each class is executed by itself, as a fork of the build does.
 */
final class Walk implements BeforeAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Walk.class);

    private static final class City implements AutoCloseable {
        private final Path home = Platform.newHome();
        private final Platform platform = Platform.start(home, "-XX:TieredStopAtLevel=1", "--yicheng.demo=true");
        private final Map<String, String> signedIn = new HashMap<>();

        @Override
        public void close() {
            platform.close();
            Platform.remove(home);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.needed();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store shared = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, SHARED);
        City city = shared.computeIfAbsent(City.class, _ -> new City(), City.class);
        Chromium chromium =
                shared.computeIfAbsent(Chromium.class, _ -> new Chromium(Chromium.needed()), Chromium.class);
        return context.getStore(ExtensionContext.Namespace.create(Walk.class, context.getUniqueId()))
                .computeIfAbsent(
                        Visit.class, _ -> new Visit(city.platform, chromium.browser(), city.signedIn), Visit.class);
    }
}
