package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation is checked like code: links lead somewhere, decisions are whole, nothing names a machine. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern FENCE = Pattern.compile("(?s)```.*?```");
    private static final Pattern MACHINE = Pattern.compile("(?<![\\w.])/(?:home|root|Users|tmp|work)/[A-Za-z0-9]");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(FENCE.matcher(Files.readString(page)).replaceAll(""));
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!target.contains("://") && !target.startsWith("mailto:") && !leadsSomewhere(page, target)) {
                    broken.add(Project.root().relativize(page) + " → " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyDecisionSaysItsContextDecisionConsequencesAndAlternatives() throws IOException {
        try (Stream<Path> decisions = Files.list(Project.resolve("docs/decisions"))) {
            assertThat(decisions.filter(path -> path.toString().endsWith(".md")).toList())
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(Files.readString(path))
                            .contains("Status:", "Date:", "## Context", "## Decision", "## Consequences", "## Rejected")
                            .matches(text -> text.lines().count() <= 60, "fits one page"));
        }
    }

    @Test
    void noPageNamesAFolderOfSomebodysMachine() throws IOException {
        for (Path page : pages()) {
            assertThat(MACHINE.matcher(Files.readString(page))
                            .results()
                            .map(r -> r.group())
                            .toList())
                    .as(page.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyPageOfTheDocumentationIsReachedFromItsIndex() throws IOException {
        String index = Project.read("docs/README.md");
        try (Stream<Path> all = Files.walk(Project.resolve("docs"))) {
            assertThat(all.filter(path -> path.toString().endsWith(".md"))
                            .map(path ->
                                    Project.resolve("docs").relativize(path).toString())
                            .filter(path -> !path.equals("README.md")))
                    .allSatisfy(path -> assertThat(index).contains("(" + path + ")"));
        }
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path there = file.isEmpty() ? page : page.resolveSibling(file).normalize();
        if (!Files.exists(there)) {
            return false;
        }
        return hash < 0 || anchors(there).contains(target.substring(hash + 1));
    }

    private static Set<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .strip()
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(Project.root());
                Stream<Path> docs = Files.walk(Project.resolve("docs"));
                Stream<Path> examples = Files.walk(Project.resolve("examples"))) {
            return Stream.of(top, docs, examples)
                    .flatMap(paths -> paths)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }
}
