package org.yicheng.cli;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yicheng.count.cases.CaseResults;
import org.yicheng.count.cases.CountCases;
import org.yicheng.rule.Phrase;
import org.yicheng.rule.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * {@code yicheng count FILE.json}: answers count cases as {@code {"results": {id: …}}}. Nothing is answered in part: a
 * file with any fault is refused with all of them.
 */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "计票：回答 yicheng-count-cases/1 文件中的算例。Answers the cases of a yicheng-count-cases/1 file.")
final class CountCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(CaseResults.NONE.getClass(), new NoneSerializer())
                    .addSerializer(Phrase.class, new PhraseSerializer()))
            .build();

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON；- 为标准输入。JSON file; - for standard input.")
    String file;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        try {
            Optional<Object> tree = Input.json(Input.bytes(file, System.in));
            Map<String, Object> results = CountCases.answer(tree).orThrow();
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
