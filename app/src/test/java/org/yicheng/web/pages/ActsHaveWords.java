package org.yicheng.web.pages;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.yicheng.record.Act;
import org.yicheng.record.Journal;
import org.yicheng.rule.Words;

/** Whatever act a test has written, the record viewer says it in words: its verb, role, facts and named values. */
public final class ActsHaveWords implements TestExecutionListener {

    @Override
    public void afterTestClass(TestContext test) {
        Set<String> missing = missing(
                test.getApplicationContext().getBean(Journal.class),
                test.getApplicationContext().getBean(Words.class));
        if (!missing.isEmpty()) {
            throw new AssertionError("acts without words in the bundles: " + missing);
        }
    }

    static Set<String> missing(Journal journal, Words words) {
        Set<String> missing = new TreeSet<>();
        try (Stream<Act> acts = journal.all()) {
            acts.forEach(act -> missing.addAll(ActWords.missing(words, act.verb(), act.role(), act.facts())));
        }
        return missing;
    }
}
