package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document says of every route of the interface what it does, takes and answers, also when it refuses. */
@YichengTest(properties = "yicheng.demo=true")
class DescriptionTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern BOTH_LANGUAGES = Pattern.compile("\\p{IsHan}.*[A-Za-z]{2}.*");

    @Autowired
    MockMvc web;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private JsonNode description;
    private final List<Operation> operations = new ArrayList<>();

    private record Operation(String method, String path, JsonNode said) {

        Set<String> answers() {
            return new TreeSet<>(said.path("responses").propertyNames());
        }

        boolean posts() {
            return method.equals("post");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void read() throws Exception {
        String text =
                web.perform(get("/api/openapi")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        description = new JsonMapper().readTree(text);
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
    }

    private Operation operation(String name) {
        return operations.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not described"));
    }

    @Test
    void everyRouteOfTheInterfaceIsDescribed() {
        Set<String> routes = new TreeSet<>();
        mapping.getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(_ -> handler.getBeanType().getName().startsWith("org.yicheng."))
                        .filter(path -> path.startsWith("/api/v1/"))
                        .map(path -> path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method ->
                                        routes.add(method.name().toLowerCase(java.util.Locale.ROOT) + " " + path))));
        assertThat(operations.stream().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(routes);
        assertThat(operations).hasSizeGreaterThan(100).allMatch(one -> METHODS.contains(one.method()));
    }

    @Test
    void everyOperationHasItsPlaceAndASummaryInBothLanguages() {
        assertThat(operations).allSatisfy(one -> {
            assertThat(one.said().path("summary").asString("")).as("%s", one).matches(BOTH_LANGUAGES);
            assertThat(one.said().path("tags").size()).as("tags of %s", one).isEqualTo(1);
        });
    }

    @Test
    void everyTagIsNamedOnceAndExplainedInBothLanguages() {
        List<String> names = new ArrayList<>();
        for (JsonNode tag : description.get("tags")) {
            names.add(tag.get("name").asString());
            assertThat(tag.path("description").asString("")).as("%s", tag).matches(BOTH_LANGUAGES);
        }
        Set<String> used = new TreeSet<>();
        operations.forEach(one -> one.said().path("tags").forEach(tag -> used.add(tag.asString())));
        assertThat(names).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyOperationSaysHowItRefuses() {
        assertThat(operations).allSatisfy(one -> {
            assertThat(one.answers()).as("%s", one).contains("500", "503").anyMatch(status -> status.startsWith("2"));
            one.said().get("responses").properties().forEach(answer -> {
                if (answer.getKey().compareTo("400") >= 0) {
                    assertThat(answer.getValue().get("content").propertyNames())
                            .as("%s answering %s", one, answer.getKey())
                            .containsExactly("application/problem+json");
                    assertThat(answer.getValue().path("description").asString(""))
                            .matches(BOTH_LANGUAGES);
                }
            });
            boolean named = one.path().contains("{");
            assertThat(!named || one.answers().containsAll(Set.of("400", "404")))
                    .as("%s names something", one)
                    .isTrue();
            boolean changes = !one.method().equals("get");
            assertThat(!changes || one.answers().containsAll(Set.of("403", "409")))
                    .as("%s changes something", one)
                    .isTrue();
        });
    }

    @Test
    void problemsAreListedWhereTheyCanOccurAndNowhereElse() {
        assertThat(operation("get /api/v1/sessions").answers()).containsExactly("200", "500", "503");
        assertThat(operation("get /api/v1/record/acts").answers())
                .containsExactly("200", "400", "401", "403", "500", "503");
        assertThat(operation("post /api/v1/sign-in/password").answers())
                .containsExactly("200", "400", "403", "409", "415", "429", "500", "503");
        assertThat(operation("post /api/v1/bodies/{body}/roster").answers())
                .containsExactly("200", "400", "401", "403", "404", "409", "413", "422", "500", "503");
        assertThat(operation("get /api/v1/sessions/{id}/archive.zip").answers()).contains("409");
    }

    @Test
    void aKeyForRepeatsIsOfferedOnlyWhereItIsKept() {
        assertThat(operations).allSatisfy(one -> {
            boolean offered = false;
            for (JsonNode parameter : one.said().path("parameters")) {
                offered |= parameter.get("name").asString().equals("Idempotency-Key");
            }
            assertThat(offered).as("%s", one).isEqualTo(one.answers().contains("422"));
            assertThat(!offered || one.posts()).as("%s", one).isTrue();
        });
        assertThat(operation("post /api/v1/presses").answers()).doesNotContain("422");
        assertThat(operation("post /api/v1/sessions").answers()).contains("422");
    }

    @Test
    void filesAreSentAsParts() {
        for (String name : List.of("post /api/v1/bodies/{body}/roster", "post /api/v1/bodies/{body}/roster/preview")) {
            JsonNode content = operation(name).said().get("requestBody").get("content");
            assertThat(content.propertyNames()).as(name).containsExactly("multipart/form-data");
            JsonNode file = content.get("multipart/form-data")
                    .get("schema")
                    .get("properties")
                    .get("file");
            assertThat(file.get("format").asString()).as(name).isEqualTo("binary");
        }
    }
}
