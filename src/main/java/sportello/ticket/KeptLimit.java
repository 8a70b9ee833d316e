package sportello.ticket;

import java.util.List;

/**
 * A limit as administrators see it.
 *
 * @param names of what it speaks of by numbers
 * @param version which correction of it this is
 */
public record KeptLimit(long id, Limit limit, Names names, boolean valid, int version) {

    /**
     * How what a limit speaks of is called, in alphabetical order.
     *
     * @param toTypes those that bound the choice; so for what follows
     */
    public record Names(
            List<String> queues,
            List<String> types,
            List<String> services,
            List<String> roles,
            List<String> toTypes,
            List<String> toServices,
            List<String> toQueues) {

        public Names {
            queues = List.copyOf(queues);
            types = List.copyOf(types);
            services = List.copyOf(services);
            roles = List.copyOf(roles);
            toTypes = List.copyOf(toTypes);
            toServices = List.copyOf(toServices);
            toQueues = List.copyOf(toQueues);
        }
    }
}
