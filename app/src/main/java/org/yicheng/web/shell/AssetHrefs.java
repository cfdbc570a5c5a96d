package org.yicheng.web.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Static files under two addresses: {@code /assets/v/yicheng-<hash of its content>.css}, which browsers may keep for a
 * year, and {@code /assets/yicheng.css}, which they ask about every time.
 */
@Configuration(proxyBeanMethods = false)
class AssetHrefs implements WebMvcConfigurer {

    private static final String VERSIONED = "/assets/v/";
    private static final String FILES = "classpath:/static/assets/";

    private final ObjectProvider<ResourceUrlProvider> addresses;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    AssetHrefs(ObjectProvider<ResourceUrlProvider> addresses) {
        this.addresses = addresses;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(VERSIONED + "**")
                .addResourceLocations(FILES)
                .setCacheControl(
                        CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new StyleSheet());
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new StyleSheet());
    }

    /** The versioned address of an asset. */
    String href(String name) {
        return known.computeIfAbsent(name, each -> {
            String address = addresses.getObject().getForLookupPath(VERSIONED + each);
            if (address == null || address.equals(VERSIONED + each)) {
                throw new IllegalArgumentException("no asset " + each);
            }
            return address;
        });
    }
}
