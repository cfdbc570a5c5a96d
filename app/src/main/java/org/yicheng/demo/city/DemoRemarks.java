package org.yicheng.demo.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.yicheng.congress.deliberation.Notes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What deputies of the demo city say on each candidate of the livelihood projects. */
final class DemoRemarks {

    private static final String FILE = "examples/livelihood/remarks.yaml";

    /** @param project its title on the list @param wording proposed, of an amendment */
    record Remark(String project, Notes.Kind kind, String words, Optional<String> wording) {}

    private DemoRemarks() {}

    static List<Remark> read() {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Remark>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
