package sportello.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import sportello.SportelloTest;

/** The table of routes says what there is: no more, no less. */
@SportelloTest
class RouteTableTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers;

    @Autowired
    List<HandlerMapping> mappings;

    @Autowired
    Routes table;

    @Test
    void every_route_stands_in_the_table_and_every_line_of_the_table_is_a_route() {
        var real = controllers.getHandlerMethods().entrySet().stream()
                .filter(mapped -> !isErrorPage(mapped.getValue()))
                .flatMap(mapped -> names(mapped.getKey()))
                .collect(Collectors.toSet());

        assertThat(table.all().stream().map(Route::name)).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void nothing_else_answers() {
        assertThat(mappings).allSatisfy(mapping -> {
            if (mapping instanceof AbstractUrlHandlerMapping files)
                assertThat(files.getHandlerMap()).isEmpty();
            else if (mapping instanceof RouterFunctionMapping functions)
                assertThat(functions.getRouterFunction()).isNull();
            else assertThat(mapping).isInstanceOf(RequestMappingHandlerMapping.class);
        });
    }

    /** Only the container calls it; from outside its address is as good as none. */
    private static boolean isErrorPage(HandlerMethod method) {
        return ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        assertThat(methods).as("%s names its method", info).isNotEmpty();
        return methods.stream()
                .map(RequestMethod::name)
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern));
    }
}
