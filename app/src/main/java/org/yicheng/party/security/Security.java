package org.yicheng.party.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yicheng.party.Accounts;

/** The filter chain: headers, CSRF, who is calling; what a route needs is asked by {@link NeedsGate}. */
@Configuration(proxyBeanMethods = false)
class Security implements WebMvcConfigurer {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "manifest-src 'self'; worker-src 'self'";

    private static final long YEAR_SECONDS = 31_536_000;

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Accounts accounts) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        tokens.setCookieName("yicheng-form");
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // Made when a page first asks for it: a press with a bearer token costs none.
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers(Security::nothingToForge))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(self), microphone=(), geolocation=(), payment=(), "
                                        + "publickey-credentials-create=(self), publickey-credentials-get=(self)"))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        // Sent over https only. The names below this one are others' business.
                        .httpStrictTransportSecurity(
                                strict -> strict.includeSubDomains(false).maxAgeInSeconds(YEAR_SECONDS))
                        .cacheControl(Customizer.withDefaults()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                // Callers are ours (CallerFilter), rights are the routes' (NeedsGate): these would only cost each vote.
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .addFilterAfter(new CallerFilter(accounts), SecurityContextHolderFilter.class)
                .build();
    }

    /** A bearer token is never sent by a browser on its own; an API call without our cookie has no authority at all. */
    private static boolean nothingToForge(HttpServletRequest request) {
        return CallerFilter.bearer(request).isPresent()
                || (request.getRequestURI().startsWith("/api/")
                        && CallerFilter.cookie(request).isEmpty());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NeedsGate());
    }
}
