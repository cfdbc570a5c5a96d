package org.yicheng.budgeting.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.yicheng.budgeting.Elections;
import org.yicheng.budgeting.Elections.Listed;
import org.yicheng.count.projects.PbCheck;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.rule.Refusal;
import org.yicheng.rule.Ruling;
import org.yicheng.web.Pages;

/** Keeping an election for everybody to look at, and withdrawing it. */
@Controller
@Needs(Permission.BUDGETING_KEEP)
public class UploadPages {

    /** Faults shown; a file of another kind can have thousands. */
    private static final int MOST_SHOWN = 200;

    private final Elections elections;
    private final Pages pages;

    UploadPages(Elections elections, Pages pages) {
        this.elections = elections;
        this.pages = pages;
    }

    /**
     * @param kept once it is kept
     * @param findings of the checker, about what was kept
     * @param reasons why it was not
     */
    public record UploadView(
            String title,
            String titleEn,
            Optional<Listed> kept,
            List<PbCheck.Finding> findings,
            List<Refusal> reasons) {

        public List<Refusal> shown() {
            return reasons.subList(0, Math.min(MOST_SHOWN, reasons.size()));
        }

        public int hidden() {
            return reasons.size() - shown().size();
        }
    }

    @GetMapping("/budgeting/upload")
    View choose() {
        return pages.show("budgeting/upload", new UploadView("", "", Optional.empty(), List.of(), List.of()));
    }

    @PostMapping("/budgeting/upload")
    View keep(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String titleEn,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return refused(title, titleEn, List.of(Refusal.at("file", "budgeting.no-file")));
        }
        byte[] content = file.get().getBytes();
        return switch (elections.keep(title, titleEn, content)) {
            case Ruling.Refused<Listed>(List<Refusal> reasons) -> refused(title, titleEn, reasons);
            case Ruling.Granted<Listed>(Listed kept) -> {
                List<PbCheck.Finding> findings = PbCheck.of(new String(content, StandardCharsets.UTF_8));
                yield pages.show(
                        "budgeting/upload",
                        new UploadView(
                                title,
                                titleEn,
                                Optional.of(kept),
                                findings.subList(0, Math.min(MOST_SHOWN, findings.size())),
                                List.of()));
            }
        };
    }

    private View refused(String title, String titleEn, List<Refusal> reasons) {
        return pages.show(
                "budgeting/upload",
                new UploadView(title, titleEn, Optional.empty(), List.of(), reasons),
                HttpStatus.BAD_REQUEST.value());
    }

    @PostMapping("/budgeting/{election}/withdrawal")
    View withdraw(@PathVariable String election, @RequestParam(defaultValue = "") String reason) {
        elections.withdraw(election, reason).orThrow();
        RedirectView back = new RedirectView("/budgeting");
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return back;
    }
}
