package sportello.customer;

import java.util.Map;

/**
 * Whom a person of the desk may look up: {@code customers} is a condition on {@code customer c}, {@code people} one on
 * {@code customer_user u} who asks for {@code customer c}. Every look into the {@link Directory} carries it.
 */
public record Circle(String customers, String people, Map<String, Object> parameters) {
    public static final Circle EVERYBODY = new Circle("true", "true", Map.of());

    public Circle {
        parameters = Map.copyOf(parameters);
    }
}
