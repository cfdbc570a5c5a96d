package org.yicheng.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the product is made of: the bill of materials that the build writes, checked against what may be in it. */
class MaterialsTest {

    /** Licences under which a library may be shipped with an Apache-2.0 product, unchanged and in its own jar. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "0BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "EDL-1.0",
            "Unicode-3.0",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "GPL-2.0-with-classpath-exception",
            "CC0-1.0",
            "GNU General Public License (GPL), version 2, with the Classpath exception",
            // JDOM: the terms of the Apache Software License 1.1 without its advertising clause.
            "Similar to Apache License but with the acknowledgment clause removed");

    private static final JsonNode BILL = JsonMapper.shared().readTree(Project.read("target/yicheng-sbom.json"));

    @Test
    void everyLibraryMayBeShippedWithAnApacheProduct() {
        List<String> objections = new ArrayList<>();
        for (JsonNode component : BILL.path("components")) {
            List<String> licences = licences(component);
            if (licences.stream().noneMatch(ALLOWED::contains)) {
                objections.add(component.path("purl").asString() + " " + licences);
            }
        }
        assertThat(objections)
                .as("libraries whose licence is unknown or not allowed")
                .isEmpty();
    }

    @Test
    void theBillNamesTheLibrariesThatMatter() {
        List<String> names = new ArrayList<>();
        BILL.path("components")
                .forEach(component -> names.add(component.path("name").asString()));
        assertThat(names).contains("spring-webmvc", "postgresql", "openhtmltopdf-pdfbox", "picocli", "yicheng-count");
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            if (licence.has("id")) {
                licences.add(licence.path("id").asString());
            } else if (licence.has("name")) {
                licences.add(licence.path("name").asString());
            } else if (choice.has("expression")) {
                licences.addAll(List.of(choice.path("expression").asString().split(" OR ")));
            }
        }
        return licences;
    }
}
