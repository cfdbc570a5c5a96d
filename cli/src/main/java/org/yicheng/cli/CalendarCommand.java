package org.yicheng.cli;

import java.util.concurrent.Callable;
import org.yicheng.calendar.cases.CalendarCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yicheng calendar FILE.json}: on which day periods end, and why. */
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        description = "期限：计算 yicheng-calendar-cases/1 文件中各期限的最后一日并说明理由。"
                + "Counts the periods of a yicheng-calendar-cases/1 file and says why they end when they do.")
final class CalendarCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "JSON；- 为标准输入。JSON file; - for standard input.")
    String file;

    @Override
    public Integer call() {
        return Answers.print(spec.commandLine(), file, CalendarCases::answer);
    }
}
