package org.yicheng.cli;

import picocli.CommandLine.Command;

/** {@code yicheng replay FOLDER}: lives a session through over the REST API. */
@Command(name = "replay", mixinStandardHelpOptions = true, description = "重演一次会议。Replays a session.")
final class ReplayCommand {
    private ReplayCommand() {}
}
