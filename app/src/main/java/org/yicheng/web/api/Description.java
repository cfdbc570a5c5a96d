package org.yicheng.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yicheng.home.HomeProperties;

/** Title, ways to sign in and the form of problems in the OpenAPI document at {@code /api/openapi}. */
@Configuration(proxyBeanMethods = false)
class Description {

    static final String PROBLEM = "Problem";
    private static final String ABOUT = """
            议成的全部操作。页面能做的，接口都能做；规则的说明理由一次给全，附依据和数字。

            Everything Yicheng does; whatever a page can do, this interface can. Refusals come as RFC 9457 problems with
            every reason at once, its numbers and its legal ground. 409: refused by a rule. 400: malformed, with the
            field. 503: busy, safe to repeat.

            Times are instants (`2024-01-28T12:00:00+08:00`). A POST with `Idempotency-Key` acts once: a repeat within
            a week gets the first answer.
            """;

    @Bean
    OpenAPI openApi(HomeProperties home) {
        return new OpenAPI()
                .info(new Info()
                        .title("议成 Yicheng")
                        .version("1")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description(home.publicUrl())))
                .components(new Components()
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("账号或设备的令牌 A token of an account or a device"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("yicheng")
                                        .description("登录后的浏览器会话 The session of a signed-in browser")))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return api -> api.getComponents().addSchemas(PROBLEM, problem());
    }

    private static Schema<?> string() {
        Schema<Object> schema = new Schema<>();
        schema.addType("string");
        return schema;
    }

    private static Schema<?> object(String description) {
        Schema<Object> schema = new Schema<>();
        schema.addType("object");
        schema.description(description);
        return schema;
    }

    private static Schema<?> problem() {
        Schema<?> rule = object("依据 The rule it rests on")
                .addProperty("instrument", string().description("OL, DL, EL, …"))
                .addProperty("provision", string().description("14(4)"));
        Schema<?> facts = object("决定结果的数字 The numbers that decided");
        Schema<?> error = object("一条理由 One reason")
                .addProperty("code", string())
                .addProperty("field", string())
                .addProperty("messages", object("zh-CN, en"))
                .addProperty("rule", rule)
                .addProperty("facts", facts);
        Schema<Object> errors = new Schema<>();
        errors.addType("array");
        errors.items(error);
        Schema<Object> status = new Schema<>();
        status.addType("integer");
        return object("RFC 9457")
                .addProperty("type", string())
                .addProperty("title", string())
                .addProperty("status", status)
                .addProperty("detail", string())
                .addProperty("instance", string())
                .addProperty("code", string().description("稳定不变 Stable"))
                .addProperty("rule", rule)
                .addProperty("facts", facts)
                .addProperty("incident", string().description("故障编号 Incident number, on 500 only"))
                .addProperty("errors", errors.description("全部理由 Every reason"));
    }
}
