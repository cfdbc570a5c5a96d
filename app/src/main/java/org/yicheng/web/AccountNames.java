package org.yicheng.web;

import java.util.Optional;
import java.util.UUID;
import org.yicheng.rule.Bilingual;

/** What invented accounts are called in both languages; stored is the Chinese name alone. One bean; the demo provides it. */
@FunctionalInterface
public interface AccountNames {

    /** The names of a demo account; empty for any other. */
    Optional<Bilingual> of(UUID account);
}
