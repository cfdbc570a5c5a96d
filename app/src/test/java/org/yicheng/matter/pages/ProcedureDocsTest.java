package org.yicheng.matter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yicheng.matter.Procedure;
import org.yicheng.matter.store.YamlProcedures;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;

/**
 * The docs show the procedures as they are declared. After a change of a declaration run this test with {@code
 * -Dyicheng.write-docs=true}: it writes them anew.
 */
class ProcedureDocsTest {

    private static final Path DOCS = Path.of("../docs");

    @Test
    void theDocsShowWhatIsDeclared() throws IOException {
        for (Map.Entry<Path, String> file : files().entrySet()) {
            if (Boolean.getBoolean("yicheng.write-docs")) {
                Files.writeString(file.getKey(), file.getValue());
            }
            assertThat(file.getKey()).hasContent(file.getValue());
        }
    }

    private static Map<Path, String> files() {
        // Tests declare procedures of their own; the docs show what ships.
        List<Procedure> all = new YamlProcedures()
                .all().stream()
                        .filter(one -> Files.exists(Path.of("src/main/resources/procedures/" + one.id() + ".yml")))
                        .toList();
        Map<Path, String> files = new LinkedHashMap<>();
        StringBuilder page = new StringBuilder("""
                # Procedures

                Made from the declarations in `app/src/main/resources/procedures`; do not edit. The page `/procedures` of the platform shows the same.
                """);
        for (Procedure procedure : all) {
            files.put(
                    DOCS.resolve("images/procedure-" + procedure.id() + ".svg"),
                    ProcedureDiagram.of(procedure, Language.EN));
            page.append(section(procedure));
        }
        files.put(DOCS.resolve("reference/procedures.md"), page.toString());
        return files;
    }

    private static String both(Bilingual name) {
        return name.zh() + " " + name.en();
    }

    private static String section(Procedure procedure) {
        StringBuilder text = new StringBuilder();
        text.append("\n## ").append(both(procedure.name())).append("\n\n");
        text.append("![%s](../images/procedure-%s.svg)\n\n"
                .formatted(procedure.name().en(), procedure.id()));
        text.append("| no. | step | by | needs | ground |\n|---|---|---|---|---|\n");
        int number = 0;
        for (Procedure.Transition one : procedure.transitions()) {
            text.append("| %d | `%s` %s | %s | %s | %s |\n"
                    .formatted(
                            ++number,
                            one.id(),
                            both(one.name()),
                            String.join(", ", one.by()),
                            needs(one),
                            one.ground().key()));
        }
        text.append("\n| place | limit | how long | ground |\n|---|---|---|---|\n");
        for (Procedure.Place place : procedure.places()) {
            place.terms()
                    .forEach((limit, term) -> text.append("| %s%s | `%s` | %s%s | %s |\n"
                            .formatted(
                                    both(place.name()),
                                    place.checkLocally() ? " (check locally)" : "",
                                    limit,
                                    term.period().written().en(),
                                    term.longest()
                                            .map(most -> ", at most "
                                                    + most.written().en())
                                            .orElse(""),
                                    term.ground().key())));
        }
        return text.toString();
    }

    private static String needs(Procedure.Transition one) {
        String papers = String.join(", ", one.documents());
        return one.reason() ? papers.isEmpty() ? "a reason" : "a reason, " + papers : papers.isEmpty() ? "–" : papers;
    }
}
