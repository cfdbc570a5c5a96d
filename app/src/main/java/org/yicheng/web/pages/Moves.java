package org.yicheng.web.pages;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.yicheng.rule.Refusal;

/** What a form answers once it has done its work: go and look there. */
final class Moves {

    static final HttpStatus SEE_OTHER = HttpStatus.SEE_OTHER;

    private Moves() {}

    static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }

    /** The same reasons at the field that has another name on this page. */
    static List<Refusal> at(String field, List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> reason.field().isEmpty()
                        ? reason
                        : new Refusal(reason.code(), reason.facts(), Optional.of(field), reason.ground()))
                .toList();
    }
}
