package org.yicheng.web.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.yicheng.party.Needs;
import org.yicheng.party.Permission;
import org.yicheng.web.Refuses;
import org.yicheng.web.repeat.Kept;

/**
 * What follows for an operation's description from its method: files come as parts, a POST may carry a key, and which
 * problems it can answer. A problem that the signature cannot tell (a GET refused by a rule, too many attempts) is named
 * by the method's own {@link Refuses}.
 */
@Component
class Operations implements OperationCustomizer {

    private static final Set<Permission> OPEN = Set.of(Permission.PUBLIC_READ, Permission.DEMO_PLAY);

    private static final Map<String, String> MEANINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "请求的内容有误 Malformed input, with its field"),
            Map.entry("401", "请先登录 Sign in first"),
            Map.entry("403", "没有权限 Permission missing"),
            Map.entry("404", "没有找到 Not found"),
            Map.entry("409", "依规则不能进行 Refused by a rule"),
            Map.entry("413", "文件或内容过大 Upload or body too large"),
            Map.entry("415", "内容的形式不符 Body in another form than described"),
            Map.entry("422", "重复请求键已用于另一请求 The idempotency key was used for another request"),
            Map.entry("429", "尝试过于频繁 Too many attempts; later"),
            Map.entry("500", "平台故障，附编号 Unexpected; with an incident number"),
            Map.entry("503", "平台忙，可重复请求 Busy, safe to repeat")));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Route route = new Route(method);
        if (route.takesFile()) {
            asParts(operation);
        }
        if (route.mayCarryKey()) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .description("重复请求键，1至200个字符 A key of 1 to 200 characters: a repeat gets the first answer")
                    .schema(new StringSchema().minLength(1).maxLength(200)));
        }
        describeProblems(operation, route);
        return operation;
    }

    /** A file is a part of {@code multipart/form-data}; the mapping itself takes any type, so that 401 comes first. */
    private static void asParts(Operation operation) {
        Content content = operation.getRequestBody().getContent();
        MediaType only = content.values().iterator().next();
        operation.getRequestBody().content(new Content().addMediaType("multipart/form-data", only));
    }

    private static void describeProblems(Operation operation, Route route) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        // What springdoc derives from the exception handler speaks of pages; these are the answers of the interface.
        responses.keySet().removeIf(status -> status.startsWith("4") || status.startsWith("5"));
        Content problem = new Content()
                .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + Description.PROBLEM)));
        route.problems()
                .forEach(status -> responses.addApiResponse(
                        status,
                        new ApiResponse().description(MEANINGS.get(status)).content(problem)));
        operation.setResponses(responses);
    }

    /** A method and what its signature says about requests and refusals. */
    private record Route(HandlerMethod method) {

        private RequestMapping mapping() {
            return Optional.ofNullable(
                            AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class))
                    .orElseThrow();
        }

        private boolean changes() {
            return Arrays.stream(mapping().method()).noneMatch(RequestMethod.GET::equals);
        }

        private String path() {
            RequestMapping all = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
            return (all == null ? "" : String.join("", all.path()))
                    + String.join("", mapping().path());
        }

        boolean mayCarryKey() {
            return Arrays.asList(mapping().method()).contains(RequestMethod.POST) && Kept.on(path());
        }

        boolean takesFile() {
            return Arrays.stream(method.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
        }

        private boolean has(Class<? extends java.lang.annotation.Annotation> annotation) {
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(annotation)) {
                    return true;
                }
            }
            return false;
        }

        private boolean open() {
            Needs own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
            Needs all = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
            return Optional.ofNullable(own)
                    .or(() -> Optional.ofNullable(all))
                    .map(needs -> OPEN.contains(needs.value()))
                    .orElse(false);
        }

        Set<String> problems() {
            Set<String> problems = new TreeSet<>(Set.of("500", "503"));
            when(!open(), problems, "401", "403");
            when(has(PathVariable.class), problems, "400", "404");
            when(has(RequestParam.class) || has(RequestBody.class), problems, "400");
            when(has(RequestBody.class), problems, "415");
            when(takesFile(), problems, "413");
            // 403 also on what is open to everybody: a browser's session without the token of its form.
            when(changes(), problems, "403", "409");
            when(mayCarryKey(), problems, "400", "413", "422");
            Refuses own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Refuses.class);
            for (int status : own == null ? new int[0] : own.value()) {
                problems.add(Integer.toString(status));
            }
            return problems;
        }

        private static void when(boolean so, Set<String> problems, String... statuses) {
            if (so) {
                problems.addAll(Arrays.asList(statuses));
            }
        }
    }
}
