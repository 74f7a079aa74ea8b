package eu.tremplin.application.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Nothing is answered without credentials, except whether the system is alive and ready, and the page on which one
 * signs in.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final String FOR_ALL =
            "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; " + FOR_ALL;

    private static final RequestMatcher TRY_IT = PathPatternRequestMatcher.pathPattern("/swagger-ui/**");

    // What it is made of writes styles and pictures into the page.
    private static final String TRY_IT_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " + FOR_ALL;

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** Each request is observed once, as a request, and not again at each of the filters it goes through. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AuthenticationManager passwords,
            ApplicantTokens tokens,
            SignInCookie cookie,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        var answers = new SecurityAnswers(resolver);
        return http.authenticationManager(passwords)
                .httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .addFilterBefore(new ApplicantSignIn(tokens, answers), BasicAuthenticationFilter.class)
                .addFilterAfter(new CrossSiteGuard(answers), BasicAuthenticationFilter.class)
                .addFilterAfter(new CookieSignIn(cookie, answers), BasicAuthenticationFilter.class)
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests -> requests
                        // What has been let in goes on as errors, forwards and streamed answers.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus/**")
                        .hasAnyRole(Role.PM.name(), Role.AU.name())
                        .requestMatchers("/sign-in", "/assets/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.addHeaderWriter(
                                new DelegatingRequestMatcherHeaderWriter(TRY_IT, policy(TRY_IT_POLICY)))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(TRY_IT), policy(POLICY)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // There is no session to ride on; CrossSiteGuard minds the passwords that browsers send by themselves.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static HeaderWriter policy(String directives) {
        return new ContentSecurityPolicyHeaderWriter(directives);
    }
}
