package org.yicheng.web.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.yicheng.home.HomeProperties;
import org.yicheng.party.Caller;
import org.yicheng.rule.Bilingual;
import org.yicheng.rule.Language;
import org.yicheng.rule.Words;
import org.yicheng.web.AccountNames;
import org.yicheng.web.Navigation;
import org.yicheng.web.PlaceNames;
import org.yicheng.web.Shell;

/** Builds the shell of the running request. */
@Component
public class Shells {

    /** Names of the cookies that hold the reader's choices. */
    public static final String LANGUAGE = "language";

    public static final String MODE = "mode";
    private static final Shell.Place NOWHERE =
            new Shell.Place(new Bilingual("议成", "Yicheng"), new Bilingual("议而有决，决而有成", "Decide, then deliver"));

    private final Words words;
    private final Clock clock;
    private final AssetHrefs assets;
    private final ObjectProvider<Navigation> navigation;
    private final ObjectProvider<PlaceNames> places;
    private final ObjectProvider<AccountNames> accounts;
    private final boolean demo;

    Shells(
            Words words,
            Clock clock,
            AssetHrefs assets,
            ObjectProvider<Navigation> navigation,
            ObjectProvider<PlaceNames> places,
            ObjectProvider<AccountNames> accounts,
            HomeProperties home) {
        this.words = words;
        this.clock = clock;
        this.assets = assets;
        this.navigation = navigation;
        this.places = places;
        this.accounts = accounts;
        this.demo = home.demo();
    }

    /** The shell for the running request, or a neutral one (for fragments rendered outside of any request). */
    Shell current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : neutral(Language.ZH);
    }

    Shell neutral(Language language) {
        return new Shell(
                words,
                clock,
                language,
                "clerk",
                "/",
                "",
                Caller.PUBLIC,
                List.of(),
                List.of(),
                place(),
                assets::href,
                names(),
                demo);
    }

    private Shell of(HttpServletRequest request) {
        Caller caller = Caller.current();
        Language language = language(request);
        String mode =
                choice(request, MODE).filter(value -> value.equals("elder")).orElse("clerk");
        String path = request.getRequestURI();
        String csrf = csrf(request);
        List<Navigation> modules = navigation.orderedStream().toList();
        List<Shell.Link> links = modules.stream()
                .flatMap(module -> module.items(caller).stream())
                .sorted(Comparator.comparingInt(Navigation.Item::order))
                .map(item ->
                        new Shell.Link(item.href(), words.say(language, item.wordKey()), isCurrent(path, item.href())))
                .toList();
        String here = here(request);
        List<String> banners = modules.stream()
                .flatMap(module -> module.banners(caller, language, csrf, here).stream())
                .toList();
        return new Shell(
                words, clock, language, mode, here, csrf, caller, links, banners, place(), assets::href, names(), demo);
    }

    /** Where links that come back to this page lead: an answer to a POST cannot be asked for again. */
    private static String here(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? Paths.withoutLanguage(request.getRequestURI(), request.getQueryString())
                : Paths.cameFrom(request).orElse("/");
    }

    private Shell.Place place() {
        return Optional.ofNullable(places.getIfAvailable()).map(PlaceNames::now).orElse(NOWHERE);
    }

    private AccountNames names() {
        return accounts.getIfAvailable(() -> _ -> Optional.empty());
    }

    private static boolean isCurrent(String path, String href) {
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    static Language language(HttpServletRequest request) {
        String asked = Optional.ofNullable(request.getParameter("lang"))
                .or(() -> choice(request, LANGUAGE))
                .orElse("zh");
        return asked.startsWith("en") ? Language.EN : Language.ZH;
    }

    private static Optional<String> choice(HttpServletRequest request, String name) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
