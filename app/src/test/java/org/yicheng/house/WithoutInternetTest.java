package org.yicheng.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yicheng.YichengApplication;
import org.yicheng.party.Accounts;
import org.yicheng.party.Role;
import org.yicheng.testing.Http;
import org.yicheng.testing.YichengTest;

/** A hall needs no internet: no page, style sheet, script, font or map asks another host, and neither does the program. */
@YichengTest(properties = "yicheng.demo=true")
class WithoutInternetTest {

    private static final String SITTING = "sjz-npc-15-5-preliminary";

    /** Whatever a browser loads by itself, or sends to: not the links that a reader may follow. */
    private static final Pattern LOADED = Pattern.compile(
            "<(?:script|link|img|image|use|iframe|form|video|audio|source|object|embed)\\b[^>]*?\\s(?:src|href|action|data|srcset)=\"([^\"]*)\"");

    private static final Pattern STYLED = Pattern.compile("url\\(\\s*['\"]?([^'\")]+)|@import\\s+['\"]([^'\"]+)");
    private static final Pattern CALLED =
            Pattern.compile("(?:fetch|EventSource|WebSocket|import|sendBeacon)\\(\\s*['\"`](\\w+:)?//");
    private static final Pattern ELSEWHERE = Pattern.compile("^(?:[a-z][a-z+.-]*:)?//.*|^(?!data:)[a-z][a-z+.-]*:.*");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private String token(Role... roles) {
        String login = "offline-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        for (Role role : roles) {
            accounts.giveRole(account.id(), role, "*");
        }
        return accounts.issueToken(account.id(), Instant.now().plus(Duration.ofHours(1)));
    }

    private static void note(List<String> objections, String where, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String target = matcher.group(group);
                if (target != null && ELSEWHERE.matcher(target).matches()) {
                    objections.add(where + " asks " + target);
                }
            }
        }
    }

    @Test
    void noPageOfAHallLoadsAnythingFromAnotherHost() {
        String staff = token(Role.values());
        List<String> objections = new ArrayList<>();
        Map<String, String> pages = Map.ofEntries(
                Map.entry("/", ""),
                Map.entry("/login", ""),
                Map.entry("/sessions/sjz-npc-15-5/public", ""),
                Map.entry("/rules", ""),
                Map.entry("/help", ""),
                Map.entry("/sessions/sjz-npc-15-5", staff),
                Map.entry("/sessions/sjz-npc-15-5/roster", staff),
                Map.entry("/sittings/" + SITTING + "/prepare", staff),
                Map.entry("/sittings/" + SITTING + "/seats", staff),
                Map.entry("/sittings/" + SITTING + "/seats?block=A", staff),
                Map.entry("/sittings/" + SITTING + "/seats/plan", staff),
                Map.entry("/sittings/" + SITTING + "/gates", staff),
                Map.entry("/sittings/" + SITTING + "/left-early", staff),
                Map.entry("/bodies/sjz-npc-15/halls", staff),
                Map.entry("/bodies/sjz-npc-15/guests", staff),
                Map.entry("/gate/" + SITTING + "?gate=1", staff),
                Map.entry("/board/" + SITTING + "?board=1", staff),
                Map.entry("/chair/" + SITTING, staff));
        pages.forEach((path, token) -> {
            Http.Answer answer = Http.get(port, path, token);
            assertThat(answer.status()).as(path).isEqualTo(200);
            note(objections, path, LOADED, answer.text());
            note(objections, path, STYLED, answer.text());
        });
        assertThat(objections).isEmpty();
    }

    /** Even a page that was tampered with could not: the browser is told to load from here alone. */
    @Test
    void theBrowserIsToldToLoadFromHereAlone() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                            .build(),
                    BodyHandlers.ofString());
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertThat(policy).contains("default-src 'none'");
            assertThat(policy).doesNotContain("http:").doesNotContain("https:").doesNotContain("*");
        }
    }

    @Test
    void noStyleSheetScriptOrDrawingNamesAnotherHost() throws IOException {
        List<String> objections = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/main/resources/static"), Path.of("src/main/jte"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(one -> one.toString().matches(".*\\.(css|js|svg|webmanifest|jte)"))
                        .toList()) {
                    String text = Files.readString(file);
                    note(objections, file.toString(), LOADED, text);
                    note(objections, file.toString(), STYLED, text);
                    if (CALLED.matcher(text).find()) {
                        objections.add(file + " calls another host");
                    }
                }
            }
        }
        assertThat(objections).isEmpty();
    }

    /**
     * The one web client in the program is the rehearsal that asks its own pages once before anybody comes; mail goes to
     * the server that the site named, and from the reminders alone.
     */
    @Test
    void theProgramItselfCallsNobody() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.yicheng.home.Rehearsal")
                .and()
                .resideOutsideOfPackage("org.yicheng.reminders.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "jakarta.mail..", "org.springframework.web.client..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(program());
        noClasses()
                .that()
                .resideInAPackage("org.yicheng.reminders.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
                .check(program());
    }

    private static JavaClasses program() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(YichengApplication.class.getPackageName());
    }
}
