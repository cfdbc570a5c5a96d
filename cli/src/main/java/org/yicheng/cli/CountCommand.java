package org.yicheng.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yicheng.count.cases.CountCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yicheng count FILE.json}: answers count cases. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "计票：回答 yicheng-count-cases/1 文件中的算例。Answers the cases of a yicheng-count-cases/1 file.",
        subcommands = ProjectsCommand.class)
final class CountCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "JSON；- 为标准输入。JSON file; - for standard input.")
    @Nullable
    String file;

    @Override
    public Integer call() {
        if (file == null) {
            throw new ParameterException(spec.commandLine(), Messages.both("cli.file-needed"));
        }
        return Answers.print(spec.commandLine(), file, CountCases::answer);
    }
}
