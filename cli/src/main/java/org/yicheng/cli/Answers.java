package org.yicheng.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yicheng.count.cases.CaseResults;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.RefusedException;
import org.yicheng.rule.Ruling;
import picocli.CommandLine;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Answers a file of cases as {@code {"results": {id: …}}}, or refuses it with every reason; nothing in part. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(CaseResults.NONE.getClass(), new NoneSerializer())
                    .addSerializer(Phrase.class, new PhraseSerializer()))
            .build();

    private Answers() {}

    /** Prints the answer to a file, {@code -} being standard input, and gives the exit status. */
    static int print(CommandLine line, String file, Function<Optional<Object>, Ruling<Map<String, Object>>> core) {
        PrintWriter out = line.getOut();
        PrintWriter err = line.getErr();
        try {
            Optional<Object> tree = Input.json(Input.bytes(file, System.in));
            Map<String, Object> results = core.apply(tree).orThrow();
            out.println(JSON.writeValueAsString(Map.of("results", results)));
            return Exit.DONE;
        } catch (Input.Unreadable e) {
            err.println(e.getMessage());
            return Exit.USAGE;
        } catch (RefusedException e) {
            Messages.refuse(err, e.reasons());
            return Exit.REFUSED;
        }
    }

    /** Writes "there is none" as null. */
    private static final class NoneSerializer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object none, JsonGenerator json, SerializationContext context) {
            json.writeNull();
        }
    }

    /** Writes what is read aloud in both languages, with its grounds. */
    private static final class PhraseSerializer extends ValueSerializer<Phrase> {
        @Override
        public void serialize(Phrase phrase, JsonGenerator json, SerializationContext context) {
            json.writePOJO(Messages.spoken(phrase));
        }
    }
}
