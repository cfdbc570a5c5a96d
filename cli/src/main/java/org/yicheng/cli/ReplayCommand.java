package org.yicheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.yicheng.rule.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code yicheng replay FOLDER}: lives a session through over the REST API and prints its record. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "通过REST接口重演一次会议，打印记录，写出纪要。Lives a session through over REST.")
final class ReplayCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "会议文件夹，如 examples/shijiazhuang-15-5。Folder of the session.")
    Path folder;

    @Option(names = "--url", description = "已在运行的空平台（yicheng.demo-city=false）；缺省为自行启动。A running, empty platform.")
    Optional<String> url;

    @Option(
            names = "--jar",
            description = "平台程序。The platform's jar.",
            defaultValue = "${sys:yicheng.jar:-app/target/yicheng-exec.jar}")
    Path jar;

    @Option(names = "--out", description = "纪要和记录写到此处。Minutes and record go here.", defaultValue = "replay-out")
    Path out;

    @Option(names = "--json", description = "另在标准输出打印一行JSON摘要。Also prints a summary as JSON.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        if (!Files.isRegularFile(folder.resolve("session.yaml"))) {
            err.println(Messages.both("cli.no-file", "file", folder.resolve("session.yaml")));
            return Exit.USAGE;
        }
        try {
            if (url.isPresent()) {
                return replay(url.get());
            }
            err.println(Messages.both("cli.starting-platform"));
            try (Platform platform = Platform.start(jar)) {
                return replay(platform.url());
            }
        } catch (RefusedException e) {
            Messages.refuse(err, e.reasons());
            return Exit.FAILED;
        }
    }

    private int replay(String base) throws IOException {
        var stdout = spec.commandLine().getOut();
        Replay replay = new Replay(new Rest(base), folder, out, stdout);
        replay.run();
        if (json) {
            stdout.println(Rest.JSON.writeValueAsString(replay.summary()));
        }
        replay.differences()
                .forEach(difference ->
                        spec.commandLine().getErr().println(Messages.both("cli.differs", "what", difference)));
        return replay.differences().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
}
