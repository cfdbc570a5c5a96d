package org.yicheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yicheng.finding.Evaluation;
import org.yicheng.finding.Evaluation.Case;
import org.yicheng.finding.LocalModel;
import org.yicheng.finding.Meaning;
import org.yicheng.finding.Organ;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code yicheng catalogue …}: finding and matching, without a server. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "目录：相似查找与交办推荐。The catalogue: likeness and routing.",
        subcommands = CatalogueCommand.Evaluate.class)
final class CatalogueCommand {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** It would advise a flag of the JVM that makes no difference to a few titles; held, or the setting is lost. */
    private static final Logger ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private CatalogueCommand() {}

    /** Prints every measure, with the model that ships and without it. */
    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "逐条留一，衡量相似查找与交办推荐的准确度。Leave one out: how well alike titles are found and routed.")
    static final class Evaluate implements Callable<Integer> {

        private static final List<String> TITLES = List.of("id", "group", "title", "lead_organ");
        private static final List<String> ORGANS = List.of("organ", "duties");

        @Spec
        CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "制表符分隔：id group title lead_organ。Tab-separated titles.")
        String file;

        @Option(names = "--organs", paramLabel = "ORGANS", description = "单位与职责：organ duties。Organs and duties.")
        @Nullable
        String organs;

        @Override
        public Integer call() throws IOException {
            PrintWriter out = spec.commandLine().getOut();
            PrintWriter err = spec.commandLine().getErr();
            try {
                List<Organ> known = organs == null ? List.of() : organs(organs);
                List<Case> cases = cases(file, known);
                out.println(JSON.writeValueAsString(measured(cases, known, err)));
                return Exit.DONE;
            } catch (Input.Unreadable e) {
                err.println(e.getMessage());
                return Exit.USAGE;
            } catch (RefusedException e) {
                Messages.refuse(err, e.reasons());
                return Exit.REFUSED;
            }
        }

        private static List<Organ> organs(String file) {
            return Tsv.read(Input.bytes(file, System.in), ORGANS, Set.copyOf(ORGANS)).rows().stream()
                    .map(row -> Organ.of(cell(row, "organ"), cell(row, "duties")))
                    .toList();
        }

        private static List<Case> cases(String file, List<Organ> organs) {
            List<Case> cases = Tsv.read(Input.bytes(file, System.in), TITLES, Set.of("id", "title")).rows().stream()
                    .map(row -> new Case(
                            cell(row, "id"),
                            cell(row, "group").replace("-", ""),
                            cell(row, "title"),
                            cell(row, "lead_organ")))
                    .toList();
            List<String> names = organs.stream().map(Organ::name).toList();
            List<Refusal> faults = new ArrayList<>();
            for (Case one : cases) {
                if (!organs.isEmpty() && !one.organ().isEmpty() && !names.contains(one.organ())) {
                    faults.add(Refusal.at("/" + one.id(), "cli.organ-unknown", "id", one.id(), "value", one.organ()));
                }
            }
            if (!faults.isEmpty()) {
                throw new RefusedException(faults);
            }
            return cases;
        }

        private static String cell(Map<String, String> row, String name) {
            return row.getOrDefault(name, "");
        }

        private static Map<String, Object> measured(List<Case> cases, List<Organ> organs, PrintWriter err)
                throws IOException {
            ADVICE.setLevel(Level.OFF);
            Path natives = Files.createTempDirectory("yicheng-natives");
            try {
                LocalModel.Loading loading = LocalModel.load(natives);
                if (loading.model().isEmpty()) {
                    err.println(Messages.both("cli.no-model", "why", loading.why()));
                }
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("titles", cases.size());
                result.put(
                        "groups",
                        cases.stream()
                                .map(Case::group)
                                .filter(group -> !group.isEmpty())
                                .distinct()
                                .count());
                result.put("organs", organs.size());
                loading.model().ifPresent(model -> {
                    result.put("model", model.name());
                    result.put("withModel", all(cases, organs, Optional.of(model)));
                });
                result.put("withoutModel", all(cases, organs, Optional.empty()));
                return result;
            } finally {
                remove(natives);
            }
        }

        private static Map<String, Object> all(List<Case> cases, List<Organ> organs, Optional<Meaning> meaning) {
            Map<String, Object> all = new LinkedHashMap<>();
            Evaluation.Measures similar = Evaluation.similar(cases, meaning);
            all.put("recallAt5", share(similar.recallAt5()));
            all.put("recallAt2", share(similar.recallAt2()));
            all.put("hitAt1", share(similar.hitAt1()));
            if (!organs.isEmpty()) {
                Evaluation.RoutingMeasures routing = Evaluation.routing(cases, organs, meaning);
                all.put("routingTop1", share(routing.top1()));
                all.put("routingTop3", share(routing.top3()));
            }
            return all;
        }

        /** Four decimals. */
        private static BigDecimal share(double share) {
            return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP);
        }

        private static void remove(Path folder) throws IOException {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
