package sportello.web.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import sportello.identity.ProvingAgain;
import sportello.settings.Settings;
import sportello.web.Views;

/** One chain for all doors. There is no HTTP session, no form log-in of the framework and no cache of requests. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private final ViewerArgument viewer;
    private final VisitorArgument visitor;

    SecurityConfiguration(ViewerArgument viewer, VisitorArgument visitor) {
        this.viewer = viewer;
        this.visitor = visitor;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(viewer);
        resolvers.add(visitor);
    }

    @Bean
    SecurityFilterChain doors(
            HttpSecurity http,
            Settings settings,
            CookieRules cookies,
            SessionContexts contexts,
            SecurityHeaders headers,
            Doorkeeper doorkeeper,
            LoginEntryPoint login,
            Routes routes,
            SessionCookie cookie,
            ProvingAgain proving,
            Withheld withheld,
            Views views,
            Visitors visitors,
            Denial denial,
            ApplicationEventPublisher events) {
        return http.securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(writers -> writers.defaultsDisabled().addHeaderWriter(headers))
                .csrf(csrf -> csrf.csrfTokenRepository(forgeryTokens(cookies))
                        // No page of another site can make a browser show a token.
                        .ignoringRequestMatchers(
                                request -> Bearer.of(request).isPresent() && routes.are(Route::token, request))
                        // What comes from there is bound to something that began here, and opens nothing by itself.
                        .ignoringRequestMatchers(request -> routes.are(Route::foreign, request)))
                .addFilterBefore(
                        new SameOriginFilter(settings.baseUrl(), request -> routes.are(Route::foreign, request)),
                        CsrfFilter.class)
                .addFilterBefore(new UploadFilter(), CsrfFilter.class)
                .addFilterBefore(new NulFilter(), CsrfFilter.class)
                .addFilterAfter(new HandFilter(visitors), AuthorizationFilter.class)
                .addFilterAfter(new HandingOutFilter(events), HandFilter.class)
                .addFilterAfter(new ProofFilter(routes, cookie, proving, withheld, views), HandingOutFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // The rest of a request that has passed already.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(doorkeeper))
                .exceptionHandling(
                        exceptions -> exceptions.authenticationEntryPoint(login).accessDeniedHandler(denial))
                .build();
    }

    /** Addresses that no browser makes. They are answered before the chain, so they get their headers here. */
    @Bean
    RequestRejectedHandler rejected(SecurityHeaders headers) {
        return (request, response, reason) -> {
            headers.writeHeaders(request, response);
            response.sendError(HttpStatus.BAD_REQUEST.value());
        };
    }

    /**
     * The token lives as long as the browser is open, not as long as the session: a form that was open while the session
     * ended can still be sent after a new log-in, with all that was typed into it.
     */
    private static CookieCsrfTokenRepository forgeryTokens(CookieRules rules) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(rules.name("form"));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).secure(rules.secure()).sameSite("Lax"));
        return tokens;
    }
}
