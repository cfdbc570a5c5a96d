package org.yicheng.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yicheng.chain.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The record as it is exported, one act a line, read back. */
public final class Exported {

    private Exported() {}

    public static List<Link> links(String export) {
        return export.lines().map(Exported::link).toList();
    }

    private static Link link(String line) {
        JsonNode node = JsonMapper.shared().readTree(line);
        Map<String, String> facts = new HashMap<>();
        node.required("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        return new Link(
                node.required("number").asLong(),
                Instant.parse(node.required("at").asString()),
                node.required("actor").asString(),
                node.required("role").asString(),
                node.required("verb").asString(),
                node.required("subject").asString(),
                node.required("ground").asString(),
                facts,
                node.required("previous").asString(),
                node.required("hash").asString());
    }
}
