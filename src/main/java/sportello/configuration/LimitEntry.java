package sportello.configuration;

import java.util.List;
import sportello.ticket.State;
import sportello.ticket.Work;

/** A limit as documents tell of it. */
record LimitEntry(String name, When when, Then then, boolean valid) {
    static final LimitEntry BLANK = new LimitEntry("", When.ANY, Then.NOTHING, true);

    record When(
            List<String> queues,
            List<String> types,
            List<String> services,
            List<State> states,
            List<String> ownStates,
            List<Integer> priorities,
            List<String> customers,
            List<String> roles) {
        static final When ANY =
                new When(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        When {
            queues = Names.tidy(queues);
            types = Names.tidy(types);
            services = Names.tidy(services);
            states = Names.sorted(states);
            ownStates = Names.tidy(ownStates);
            priorities = Names.sorted(priorities);
            customers = Names.tidy(customers);
            roles = Names.tidy(roles);
        }
    }

    /** @param onlyStates whether nothing but these can be chosen; so for what follows */
    record Then(
            List<Work> actions,
            List<State> states,
            List<String> ownStates,
            boolean onlyStates,
            List<Integer> priorities,
            boolean onlyPriorities,
            List<String> types,
            boolean onlyTypes,
            List<String> services,
            boolean onlyServices,
            List<String> queues,
            boolean onlyQueues) {
        static final Then NOTHING = new Then(
                List.of(), List.of(), List.of(), false, List.of(), false, List.of(), false, List.of(), false, List.of(),
                false);

        Then {
            actions = Names.sorted(actions);
            states = Names.sorted(states);
            ownStates = Names.tidy(ownStates);
            priorities = Names.sorted(priorities);
            types = Names.tidy(types);
            services = Names.tidy(services);
            queues = Names.tidy(queues);
        }
    }
}
