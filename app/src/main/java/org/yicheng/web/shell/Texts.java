package org.yicheng.web.shell;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yicheng.rule.Words;

/** All texts of the platform, loaded once; a bundle whose languages differ stops the start. */
@Configuration(proxyBeanMethods = false)
class Texts {

    private static final List<String> BUNDLES = List.of(
            "count",
            "calendar",
            "home",
            "party",
            "web",
            "catalogue",
            "document",
            "assembly",
            "hall",
            "debate",
            "library",
            "congress",
            "deliberation",
            "matter",
            "ledger",
            "reminders",
            "proposals",
            "livelihood",
            "cards",
            "budgeting",
            "demo");

    @Bean
    Words words() {
        return Words.load(Texts.class.getClassLoader(), BUNDLES);
    }
}
