package org.yicheng.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.yicheng.assembly.Association;
import org.yicheng.assembly.Ballots;
import org.yicheng.assembly.Congress;
import org.yicheng.web.pages.ActsHaveWords;
import probing.Probe;

/**
 * The whole application on a random port with a real, empty database, and the helpers that build meetings in it. All tests
 * so marked share one application in each JVM: a further import or property starts another, which costs ten seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import({Congress.class, Ballots.class, Association.class, Probe.class})
@ContextConfiguration(initializers = FreshHome.class)
@TestExecutionListeners(
        listeners = {CleanTables.class, ActsHaveWords.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface YichengTest {

    /** Extra properties, e.g. {@code yicheng.demo=true}; each combination gets an application of its own. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
