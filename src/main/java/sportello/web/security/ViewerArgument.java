package sportello.web.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import sportello.identity.Viewer;
import sportello.web.NotFound;

/** Hands the viewer to controllers that name one: any, an agent, a customer's person, or an optional one before log-in. */
@Component
class ViewerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Viewer.class.isAssignableFrom(parameter.nestedIfOptional().getNestedParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var viewer =
                ViewerAuthentication.viewerOf(SecurityContextHolder.getContext().getAuthentication());
        if (parameter.isOptional()) return Optional.ofNullable(viewer);
        // A door of another audience does not exist for this viewer, whatever the table says.
        if (!parameter.getParameterType().isInstance(viewer)) throw new NotFound();
        return viewer;
    }
}
