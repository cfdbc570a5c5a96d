package org.yicheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of all commands. Results on standard output, messages on standard error. */
@Command(
        name = "yicheng",
        mixinStandardHelpOptions = true,
        version = "Yicheng 议成 0.1",
        description = "议成命令行 The command line of Yicheng.",
        exitCodeOnInvalidInput = Exit.USAGE,
        exitCodeOnExecutionException = Exit.FAILED,
        subcommands = {
            CountCommand.class,
            CalendarCommand.class,
            CatalogueCommand.class,
            RecordCommand.class,
            ReplayCommand.class
        })
public final class Yicheng {

    private Yicheng() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs one command line and returns its exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Yicheng());
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        int status = line.execute(args);
        out.flush();
        err.flush();
        return status;
    }
}
