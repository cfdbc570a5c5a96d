package org.yicheng.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yicheng.party.Accounts;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.party.Permissions;
import org.yicheng.party.Role;
import org.yicheng.testing.YichengTest;
import tools.jackson.databind.json.JsonMapper;

/** Walks every route of the platform with every role: the permissions table holds on pages and API alike. */
@YichengTest(properties = "yicheng.demo=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteWalkTest {

    /** What the demo city holds, so that a route finds its object and then asks in which body the role is held. */
    private static final Map<String, String> EXISTING = Map.of(
            "sitting", "sjz-npc-15-5-preliminary",
            "body", "sjz-npc-15",
            "session", "sjz-npc-15-5");

    private static final Set<Permission> EVERYBODYS =
            Set.of(Permission.PUBLIC_READ, Permission.OWN_ACCOUNT, Permission.DEMO_PLAY);

    /** Rights that are held on the whole platform, whatever body a role was given in. */
    private static final Set<Permission> PLATFORM_WIDE =
            Set.of(Permission.RECORD_READ, Permission.ACCOUNT_MANAGE, Permission.HOLIDAYS_CHANGE);

    /** A variable of a path, with the first of the values it may have where the path names them. */
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(\\w[\\w-]*)[^}]*)?}");

    private record Route(RequestMethod method, String path, HandlerMethod handler) {
        Permission needed() {
            Needs own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
            Needs all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
            return Optional.ofNullable(own)
                    .or(() -> Optional.ofNullable(all))
                    .orElseThrow()
                    .value();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc web;

    @Autowired
    Accounts accounts;

    private final Map<Role, String> everywhere = new EnumMap<>(Role.class);
    private final Map<Role, String> elsewhere = new EnumMap<>(Role.class);

    /** What was answered to whom: a question that several tests put is asked once. */
    private final Map<String, Integer> answered = new HashMap<>();

    @BeforeAll
    void giveEveryRole() {
        for (Role role : Role.values()) {
            everywhere.put(role, token(role, "*"));
            if (role != Role.ADMINISTRATOR && role != Role.AUDITOR) {
                elsewhere.put(role, token(role, "some-other-body"));
            }
        }
    }

    private String token(Role role, String scope) {
        String login = "walk-" + role.name().toLowerCase(java.util.Locale.ROOT) + "-" + System.nanoTime();
        var account = accounts.create(Accounts.Kind.DEVICE, login, login, Optional.empty(), true);
        accounts.giveRole(account.id(), role, scope);
        return accounts.issueToken(account.id(), Clock.systemUTC().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void everyRouteNamesItsPermission() {
        assertThat(routes())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        route -> assertThat(route.needed()).as(route.toString()).isNotNull());
    }

    @Test
    void whoHasNotSignedInReachesOnlyWhatIsPublic() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            int status = ask(route, "nothing", Optional.empty());
            boolean open = route.needed() == Permission.PUBLIC_READ || route.needed() == Permission.DEMO_PLAY;
            boolean turnedAway = route.path().startsWith("/api/") ? status == 401 : toSignIn(status, route);
            if (open == turnedAway && !(open && status == 401)) {
                faults.add(route + " needs " + route.needed() + ", answered " + status);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static boolean toSignIn(int status, Route route) {
        return status == 303 && route.needed() != Permission.PUBLIC_READ && route.needed() != Permission.DEMO_PLAY;
    }

    @Test
    void everyRoleReachesWhatTheTableGivesItAndNothingElse() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                boolean may = EVERYBODYS.contains(route.needed())
                        || Permissions.of(role).contains(route.needed());
                int status = ask(route, "nothing", Optional.of(everywhere.get(role)));
                if (may == (status == 403) || status >= 500) {
                    faults.add(route + " needs " + route.needed() + ", " + role + " got " + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** A chair of one body is nobody in another: pages and lists are forbidden or not found, acts refused before anything moves. */
    @Test
    void aRoleCountsOnlyInItsBody() {
        List<String> faults = new ArrayList<>();
        for (Route route : routes()) {
            if (EVERYBODYS.contains(route.needed())
                    || PLATFORM_WIDE.contains(route.needed())
                    || object(route).isEmpty()) {
                continue;
            }
            for (Map.Entry<Role, String> held : elsewhere.entrySet()) {
                int status = ask(route, object(route).get(), Optional.of(held.getValue()));
                boolean refused = route.method() == RequestMethod.GET && route.needed() != Permission.VOTE
                        ? status == 403 || status == 404
                        : status >= 400 && status < 500;
                if (!refused) {
                    faults.add(route + " needs " + route.needed() + ", " + held.getKey() + " of another body got "
                            + status);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Whatever the interface answers to anybody stands in its description. */
    @Test
    void everyAnswerIsDescribed() throws Exception {
        var paths = new JsonMapper()
                .readTree(web.perform(request(HttpMethod.GET, "/api/openapi"))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .get("paths");
        Set<String> faults = new TreeSet<>();
        for (Route route : routes()) {
            if (!route.path().startsWith("/api/")) {
                continue;
            }
            Set<String> described = new TreeSet<>(paths.get(route.path().replaceAll("\\{(\\w+):[^}]*}", "{$1}"))
                    .get(route.method().name().toLowerCase(java.util.Locale.ROOT))
                    .get("responses")
                    .propertyNames());
            for (String object : List.of("nothing", object(route).orElse("nothing"))) {
                List<Optional<String>> callers = new ArrayList<>(List.of(Optional.empty()));
                everywhere.values().forEach(token -> callers.add(Optional.of(token)));
                elsewhere.values().forEach(token -> callers.add(Optional.of(token)));
                for (Optional<String> caller : callers) {
                    String status = Integer.toString(ask(route, object, caller));
                    if (!described.contains(status)) {
                        faults.add(route + " answered " + status + ", which is not described");
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What the first variable of a path means, by what stands before it. */
    private static Optional<String> object(Route route) {
        List<String> parts = Stream.of(route.path().split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("api") && !part.equals("v1"))
                .toList();
        if (parts.size() < 2 || !parts.get(1).startsWith("{")) {
            return Optional.empty();
        }
        return switch (parts.getFirst()) {
            case "sessions", "congress" -> Optional.of(EXISTING.get("session"));
            case "sittings", "board", "chair", "gate", "floor" -> Optional.of(EXISTING.get("sitting"));
            case "bodies" -> Optional.of(EXISTING.get("body"));
            default -> Optional.empty();
        };
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("org.yicheng.")) {
                methods(info)
                        .forEach(method -> paths(info).forEach(path -> routes.add(new Route(method, path, handler))));
            }
        });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static Set<RequestMethod> methods(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    }

    private static Set<String> paths(RequestMappingInfo info) {
        return new TreeSet<>(info.getPatternValues());
    }

    /** Every variable is an object that does not exist, or {@code object} as the first. */
    private int ask(Route route, String object, Optional<String> token) {
        return answered.computeIfAbsent(route + " " + object + " " + token, _ -> answer(route, object, token));
    }

    private int answer(Route route, String object, Optional<String> token) {
        String path = filled(route.path(), object);
        try {
            var asked = request(HttpMethod.valueOf(route.method().name()), path)
                    .contentType(
                            route.path().startsWith("/api/")
                                    ? MediaType.APPLICATION_JSON
                                    : MediaType.APPLICATION_FORM_URLENCODED)
                    .content(route.path().startsWith("/api/") ? "{}" : "");
            token.ifPresent(value -> asked.header("Authorization", "Bearer " + value));
            if (token.isEmpty()) {
                asked.with(csrf());
            }
            return web.perform(asked).andReturn().getResponse().getStatus();
        } catch (Exception e) {
            throw new AssertionError(route.toString(), e);
        }
    }

    /** A path with its variables filled in by something of the right form, so that the question of rights is reached. */
    private static String filled(String pattern, String object) {
        String first = pattern.replaceFirst("\\{[^}|]*}", object);
        return VARIABLE.matcher(first).replaceAll(variable -> switch (variable.group(1)) {
            case "office" -> "PRESIDIUM";
            case "step" -> "CONVENE";
            case "id", "question", "election", "nomination", "guest" -> "00000000-0000-0000-0000-000000000000";
            default -> Optional.ofNullable(variable.group(2)).orElse("1");
        });
    }
}
