package org.yicheng.cli;

import java.util.concurrent.Callable;
import org.yicheng.count.cases.CountCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yicheng count FILE.json}: answers count cases. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "计票：回答 yicheng-count-cases/1 文件中的算例。Answers the cases of a yicheng-count-cases/1 file.")
final class CountCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON；- 为标准输入。JSON file; - for standard input.")
    String file;

    @Override
    public Integer call() {
        return Answers.print(spec.commandLine(), file, CountCases::answer);
    }
}
