package org.yicheng.budgeting.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.yicheng.budgeting.Comparisons;
import org.yicheng.budgeting.Comparisons.Comparison;
import org.yicheng.budgeting.Comparisons.Outcome;
import org.yicheng.budgeting.Comparisons.Supposed;
import org.yicheng.budgeting.Election;
import org.yicheng.budgeting.Elections;
import org.yicheng.budgeting.Groups;
import org.yicheng.count.projects.Ties;
import org.yicheng.party.Needs;
import org.yicheng.party.Pace;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.RefusedException;
import org.yicheng.web.Pages;

/** Choosing side by side: every rule over the same ballots, for anybody to look at. */
@Controller
@Needs(Permission.PUBLIC_READ)
public class BudgetingPages {

    private static final Pattern MONEY = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

    private final Elections elections;
    private final Comparisons comparisons;
    private final BudgetingFiles files;
    private final Pace pace;
    private final Pages pages;

    BudgetingPages(Elections elections, Comparisons comparisons, BudgetingFiles files, Pace pace, Pages pages) {
        this.elections = elections;
        this.comparisons = comparisons;
        this.files = files;
        this.pace = pace;
        this.pages = pages;
    }

    /** What a reader asks for; empty where nothing is said. */
    record Asked(String budget, String ties, String drop, String rule, String by) {}

    /** What somebody supposes and nobody supposed lately is counted anew. */
    static final Pace.Limit SUPPOSED = new Pace.Limit("budgeting.supposed", 30, 10);

    public record ListView(List<Elections.Listed> elections) {}

    Election election(String id) {
        return elections
                .byId(id)
                .orElseThrow(() -> new RefusedException(Refusal.at("election", "budgeting.unknown", "value", id)));
    }

    /** @param address of who asks: what is supposed and not counted yet is taken from its network's pace */
    BudgetingView view(String id, Asked asked, String address) {
        Election election = election(id);
        Supposed supposed = new Supposed(
                budget(election, asked.budget()),
                ties(asked.ties()),
                !asked.drop().equals("false"));
        if (!supposed.equals(Supposed.asKept(election)) && !comparisons.counted(election, supposed)) {
            pace.take(SUPPOSED, address).ifPresent(slow -> {
                throw new RefusedException(slow);
            });
        }
        Comparison comparison = comparisons.compare(election, supposed).orThrow();
        List<String> columns = Groups.columns(election.file());
        return new BudgetingView(
                election,
                comparison,
                rule(comparison, asked.rule()),
                columns.contains(asked.by())
                        ? asked.by()
                        : columns.stream().findFirst().orElse(""));
    }

    private static BigDecimal budget(Election election, String asked) {
        String text = asked.strip().replace(",", "");
        if (text.isEmpty()) {
            return election.file().election().budget();
        }
        if (!MONEY.matcher(text).matches()) {
            throw new RefusedException(Refusal.at("budget", "budgeting.money", "value", asked));
        }
        return new BigDecimal(text);
    }

    private static Ties ties(String asked) {
        return asked.isBlank()
                ? Ties.ID
                : Ties.byKey(asked)
                        .orElseThrow(() -> new RefusedException(Refusal.at(
                                "ties",
                                "count.pb-ties",
                                "value",
                                asked,
                                "known",
                                List.of(Ties.values()).stream().map(Ties::key).toList())));
    }

    /** The one asked for; else equal shares, which has most to explain. */
    private static Outcome rule(Comparison comparison, String asked) {
        Optional<Outcome> usual = comparison.outcomes().stream()
                .filter(one -> one.rule().key().startsWith("mes/"))
                .findFirst();
        return comparison.of(asked).or(() -> usual).orElseThrow();
    }

    @GetMapping("/budgeting")
    View list() {
        return pages.show("budgeting/list", new ListView(elections.all()));
    }

    @GetMapping("/budgeting/{election}")
    View one(
            @PathVariable String election,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String ties,
            @RequestParam(defaultValue = "") String drop,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String by,
            HttpServletRequest request) {
        return pages.show(
                "budgeting/one", view(election, new Asked(budget, ties, drop, rule, by), request.getRemoteAddr()));
    }

    @GetMapping("/budgeting/{election}/numbers.{format:csv|xlsx|json|pb}")
    ResponseEntity<byte[]> file(
            @PathVariable String election,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String budget,
            @RequestParam(defaultValue = "") String ties,
            @RequestParam(defaultValue = "") String drop,
            HttpServletRequest request) {
        return format.equals("pb")
                ? BudgetingFiles.pb(election(election))
                : files.file(format, view(election, new Asked(budget, ties, drop, "", ""), request.getRemoteAddr()));
    }
}
