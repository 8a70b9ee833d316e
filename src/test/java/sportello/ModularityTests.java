package sportello;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private final ApplicationModules modules = ApplicationModules.of(Sportello.class);

    @Test
    void modules_use_each_other_only_as_their_gates_say() {
        modules.verify();
    }

    @Test
    void the_floors_are_drawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
