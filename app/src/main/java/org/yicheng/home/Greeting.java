package org.yicheng.home;

import java.util.List;
import org.yicheng.rule.Bilingual;

/** Lines that a module adds to what is printed when the platform has started, e.g. the roles one can step into. */
@FunctionalInterface
public interface Greeting {

    /** The lines, in order. */
    List<Bilingual> lines();
}
