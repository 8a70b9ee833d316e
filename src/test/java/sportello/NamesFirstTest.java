package sportello;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class NamesFirstTest {
    interface Tool {}

    record Hammer() implements Tool {}

    record Saw() implements Tool {}

    record Bench(Tool some, Hammer own, @Qualifier("other") Hammer wished) {}

    @Test
    void what_is_needed_comes_by_its_class_unless_somebody_wishes_otherwise() {
        try (var house = new AnnotationConfigApplicationContext()) {
            var own = new Hammer();
            house.registerBean("namesFirstTest.Hammer", Hammer.class, () -> own);
            house.registerBean("other", Hammer.class, Hammer::new);
            house.registerBean("saw", Saw.class, Saw::new, definition -> definition.setPrimary(true));
            house.registerBean(Bench.class);
            house.registerBean(NamesFirst.class);
            house.refresh();

            var bench = house.getBean(Bench.class);

            assertThat(bench.own()).isSameAs(own);
            assertThat(bench.wished()).isNotSameAs(own);
            assertThat(bench.some()).isInstanceOf(Saw.class);
        }
    }
}
