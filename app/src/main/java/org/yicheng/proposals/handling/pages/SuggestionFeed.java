package org.yicheng.proposals.handling.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.proposals.Filing;
import org.yicheng.proposals.handling.Handling;
import org.yicheng.proposals.handling.Handlings;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;

/** Suggestions and their answers for other systems, as far as they are public: a JSON Feed (jsonfeed.org, version 1.1). */
@RestController
@Tag(name = "handling", description = "建议、提案的办理：审查、交办、答复、评价、承诺 Handling of suggestions and proposals")
class SuggestionFeed {

    static final String ADDRESS = "/api/v1/suggestions/feed.json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final MediaType TYPE = MediaType.valueOf("application/feed+json");
    private static final String LANGUAGE = "zh-CN";
    private static final int ON_A_PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final Handlings handlings;
    private final Words words;
    private final String address;

    SuggestionFeed(Handlings handlings, Words words, HomeProperties home) {
        this.handlings = handlings;
        this.words = words;
        this.address = home.publicUrl();
    }

    /** @param next the older ones, if there are more */
    record Feed(
            String version,
            String title,
            @JsonProperty("home_page_url") String homePageUrl,
            @JsonProperty("feed_url") String feedUrl,
            String description,

            @JsonProperty("next_url") @JsonInclude(JsonInclude.Include.NON_ABSENT)
            Optional<String> next,

            String language,
            List<Item> items) {}

    record Author(String name) {}

    /** @param authors empty where the author asked that the name be withheld */
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            String summary,
            @JsonProperty("date_published") Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<Author> authors,
            List<String> tags,
            String language,
            @JsonProperty("_yicheng") Facts facts) {}

    /**
     * What the format has no field for.
     *
     * @param code of the class of the reply, in the place's scheme; {@code outcome} is the same for every place
     * @param demo invented for the demonstration
     */
    record Facts(
            String kind,
            Optional<Integer> number,
            String session,
            List<String> organs,
            Optional<String> code,
            Optional<String> outcome,
            List<Judgement> judgements,
            List<Promise> promises,
            boolean demo) {}

    record Judgement(int round, Handling.Grade attitude, Handling.Grade result) {}

    record Promise(String text, LocalDate due, Handling.Promise state) {}

    @Operation(summary = "公开的建议和答复（JSON Feed 1.1） Public suggestions and their answers as a JSON Feed")
    @GetMapping(ADDRESS)
    @Needs(Permission.PUBLIC_READ)
    ResponseEntity<Feed> feed(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "1") int page) {
        int at = Math.clamp(page, 1, LAST_PAGE);
        long total = handlings.publishedCount(words);
        List<Item> items = handlings.published(words, (at - 1L) * ON_A_PAGE, ON_A_PAGE).stream()
                .map(this::item)
                .toList();
        Optional<String> next = (long) at * ON_A_PAGE < total ? Optional.of(page(words, at + 1)) : Optional.empty();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .body(new Feed(
                        VERSION,
                        say("proposals.handling.public"),
                        address + "/suggestions",
                        page(words, at),
                        say("proposals.handling.public-lede"),
                        next,
                        LANGUAGE,
                        items));
    }

    private String say(String key) {
        return words.say(Language.ZH, key);
    }

    private String page(String words, int page) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(address + ADDRESS);
        Optional.of(words).filter(text -> !text.isEmpty()).ifPresent(_ -> uri.queryParam("words", "{words}"));
        Optional.of(page).filter(number -> number > 1).ifPresent(number -> uri.queryParam("page", number));
        return words.isEmpty()
                ? uri.build().toUriString()
                : uri.encode().buildAndExpand(words).toUriString();
    }

    private Item item(Handling handling) {
        Filing filing = handling.filing();
        String url = address + "/suggestions/" + filing.id();
        List<Instant> sealed = handling.sealed().stream()
                .flatMap(reply -> reply.sealed().stream())
                .sorted()
                .toList();
        Instant modified = Stream.of(
                        sealed.stream(),
                        handling.feedback().stream().map(Handling.Feedback::at),
                        handling.classes().stream().map(Handling.ClassChange::at),
                        handling.commitments().stream().flatMap(one -> one.ended().stream()))
                .flatMap(instants -> instants)
                .max(Instant::compareTo)
                .orElseThrow();
        List<String> organs = handling.answering().stream()
                .map(Handling.Assignment::organName)
                .toList();
        return new Item(
                url,
                url,
                filing.title(),
                text(handling),
                String.join("、", organs),
                sealed.getFirst(),
                modified,
                authors(handling),
                organs,
                LANGUAGE,
                facts(handling, organs));
    }

    /** As on the public page: who leads it, unless the name is withheld. */
    private List<Author> authors(Handling handling) {
        return handlings.concealed(handling.filing().id())
                ? List.of()
                : Stream.of(handling.moved())
                        .filter(name -> !name.isEmpty())
                        .map(Author::new)
                        .toList();
    }

    private String text(Handling handling) {
        Filing filing = handling.filing();
        Stream<String> asked = filing.kind().parts().stream()
                .map(part ->
                        say("proposals.part-" + part) + "\n" + filing.parts().getOrDefault(part, ""));
        Stream<String> answered = handling.sealed().stream()
                .map(reply -> say("proposals.handling.reply") + "（" + reply.organName() + "）\n"
                        + reply.text().points().stream()
                                .map(point -> point.asked() + "\n" + point.answered())
                                .collect(Collectors.joining("\n")));
        return Stream.concat(asked, answered).collect(Collectors.joining("\n\n"));
    }

    private static Facts facts(Handling handling, List<String> organs) {
        Filing filing = handling.filing();
        return new Facts(
                filing.kind().name(),
                filing.number(),
                filing.subject(),
                organs,
                handling.classNow().map(Handling.ClassChange::code),
                handling.classNow().map(change -> change.outcome().name()),
                handling.feedback().stream()
                        .map(one -> new Judgement(one.round(), one.attitude(), one.result()))
                        .toList(),
                handling.commitments().stream()
                        .map(one -> new Promise(one.promise(), one.due(), one.state()))
                        .toList(),
                filing.demo());
    }
}
