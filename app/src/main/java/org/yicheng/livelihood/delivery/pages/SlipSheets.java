package org.yicheng.livelihood.delivery.pages;

import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yicheng.assembly.Bodies;
import org.yicheng.document.Sheet;
import org.yicheng.document.Typesetter;
import org.yicheng.home.HomeProperties;
import org.yicheng.livelihood.Round;
import org.yicheng.livelihood.delivery.ResidentRatings.Issued;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Prints slips at once and keeps nothing of them: neither file nor code. */
@Component
class SlipSheets {

    static final String PATH = "/livelihood/rate";

    private final Typesetter typesetter;
    private final Bodies bodies;
    private final Words words;
    private final String address;

    SlipSheets(Typesetter typesetter, Bodies bodies, Words words, HomeProperties home) {
        this.typesetter = typesetter;
        this.bodies = bodies;
        this.words = words;
        this.address = home.publicUrl() + PATH;
    }

    private String say(String key, Object... facts) {
        return words.say(Language.ZH, "livelihood." + key, facts);
    }

    ResponseEntity<byte[]> print(Round round, Issued issued) {
        String heading = say("slip-heading", "year", round.year()) + (round.demo() ? say("slip-demo") : "");
        String body = bodies.byId(round.body()).orElseThrow().name().zh();
        List<String> lines =
                List.of(body + "　" + issued.batch().place(), say("slip-how", "address", address), say("slip-secret"));
        Sheet sheet = Sheet.slips(
                heading,
                issued.codes().stream()
                        .map(code -> new Sheet.Slip(heading, lines, code, address + "?code=" + code))
                        .toList());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"slips-" + round.year() + "-"
                                + issued.batch().number() + ".pdf\"")
                .body(typesetter.pdf(sheet.xhtml()));
    }
}
