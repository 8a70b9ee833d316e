package sportello.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Remembers when a request was taken up: whatever happened later may be missing on the page that answers it. */
@Component
class RequestTime implements HandlerInterceptor, WebMvcConfigurer {
    private static final String BEGAN = RequestTime.class.getName();

    private final Clock clock;

    RequestTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGAN, clock.instant());
        return true;
    }

    /** Now, for a request that no door took up. */
    Instant of(HttpServletRequest request) {
        return request.getAttribute(BEGAN) instanceof Instant began ? began : clock.instant();
    }
}
