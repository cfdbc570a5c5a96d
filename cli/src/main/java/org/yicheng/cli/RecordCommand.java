package org.yicheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.yicheng.chain.Link;
import org.yicheng.chain.Verification;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code yicheng record verify FILE}: checks an exported journal on any machine. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "记录：核验导出的行为记录。The record: checks an exported journal.",
        subcommands = RecordCommand.Verify.class)
final class RecordCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordCommand() {}

    /** Verifies line by line; memory does not grow with the journal. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "逐行核验哈希链。Checks the hash chain line by line.")
    static final class Verify implements Callable<Integer> {

        @Spec
        CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "每行一条的JSON文件。Journal as JSON lines.")
        Path file;

        @Override
        public Integer call() throws IOException {
            var out = spec.commandLine().getOut();
            var err = spec.commandLine().getErr();
            AtomicLong number = new AtomicLong();
            try (Stream<String> lines = Files.lines(file)) {
                Iterator<Link> links = lines.filter(line -> !line.isBlank())
                        .map(line -> link(line, number.incrementAndGet()))
                        .iterator();
                return report(Verification.of(links), out, err);
            } catch (NoSuchFileException e) {
                err.println(Messages.both("cli.no-file", "file", file));
                return Exit.USAGE;
            } catch (RefusedException e) {
                Messages.refuse(err, e.reasons());
                return Exit.REFUSED;
            } catch (UncheckedIOException e) {
                Messages.refuse(err, java.util.List.of(Refusal.at("/", "cli.not-utf8")));
                return Exit.REFUSED;
            }
        }

        private static int report(Verification found, java.io.PrintWriter out, java.io.PrintWriter err) {
            Map<String, Object> result = new LinkedHashMap<>();
            switch (found) {
                case Verification.Sound(long lines, String last) -> {
                    result.put("sound", true);
                    result.put("acts", lines);
                    result.put("last", last);
                    err.println(Messages.both("cli.record-sound", "acts", lines));
                }
                case Verification.Broken(long at, var fault) -> {
                    result.put("sound", false);
                    result.put("number", at);
                    result.put("fault", fault.name());
                    err.println(Messages.both("cli.record-broken", "number", at, "fault", fault));
                }
            }
            out.println(JSON.writeValueAsString(result));
            return found instanceof Verification.Sound ? Exit.DONE : Exit.FAILED;
        }
    }

    /** One line of the export. */
    static Link link(String line, long number) {
        JsonNode node = (JsonNode) readTree(line, number);
        Map<String, String> facts = new LinkedHashMap<>();
        node.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asString()));
        try {
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
        } catch (tools.jackson.core.JacksonException | IllegalArgumentException | DateTimeException e) {
            throw malformed(number, String.valueOf(e.getMessage()));
        }
    }

    private static Object readTree(String line, long number) {
        try {
            return JSON.readTree(line);
        } catch (tools.jackson.core.JacksonException e) {
            throw malformed(number, e.getOriginalMessage());
        }
    }

    private static RefusedException malformed(long number, String why) {
        return new RefusedException(Refusal.at("/" + (number - 1), "cli.bad-line", "line", number, "why", why));
    }
}
