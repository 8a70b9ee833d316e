package sportello.configuration;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sportello.agent.Permission;
import sportello.notification.Audience;
import sportello.notification.Occasion;
import sportello.notification.Options;
import sportello.ticket.Channel;
import sportello.ticket.Sender;
import sportello.ticket.State;

/** A rule of the house's own as documents tell of it. */
record OwnRuleEntry(
        String name,
        List<Occasion> occasions,
        Tickets tickets,
        Articles articles,
        Told recipients,
        Options options,
        Text italian,
        Text english,
        boolean valid) {
    static final OwnRuleEntry BLANK = new OwnRuleEntry(
            "", List.of(), Tickets.ALL, Articles.ALL, Told.NOBODY, Options.NONE, Text.NONE, Text.NONE, true);

    OwnRuleEntry {
        occasions = Names.sorted(occasions);
    }

    /** What is asked for, if anything. */
    enum Wanted {
        EITHER,
        YES,
        NO;

        static Wanted of(@Nullable Boolean wanted) {
            if (wanted == null) return EITHER;
            return wanted ? YES : NO;
        }

        @Nullable Boolean value() {
            return this == EITHER ? null : Boolean.valueOf(this == YES);
        }
    }

    record Tickets(
            List<String> queues,
            List<State> states,
            List<String> ownStates,
            List<Integer> priorities,
            List<String> types,
            List<String> services,
            Wanted locked,
            List<String> owners,
            List<String> responsibles,
            List<String> customers,
            Map<String, String> fields) {
        static final Tickets ALL = new Tickets(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Wanted.EITHER,
                List.of(),
                List.of(),
                List.of(),
                Map.of());

        Tickets {
            queues = Names.tidy(queues);
            states = Names.sorted(states);
            ownStates = Names.tidy(ownStates);
            priorities = Names.sorted(priorities);
            types = Names.tidy(types);
            services = Names.tidy(services);
            owners = Names.tidy(owners);
            responsibles = Names.tidy(responsibles);
            customers = Names.tidy(customers);
        }
    }

    record Articles(
            List<Sender> senders, List<Channel> channels, Wanted visible, String subject, String body, Wanted files) {
        static final Articles ALL = new Articles(List.of(), List.of(), Wanted.EITHER, "", "", Wanted.EITHER);

        Articles {
            senders = Names.sorted(senders);
            channels = Names.sorted(channels);
        }
    }

    /** @param permissions one at most */
    record Told(
            List<Audience> audiences,
            List<Permission> permissions,
            List<String> groups,
            List<String> roles,
            List<String> agents,
            List<String> addresses,
            List<String> webhooks) {
        static final Told NOBODY =
                new Told(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        Told {
            audiences = Names.sorted(audiences);
            permissions = Names.sorted(permissions);
            groups = Names.tidy(groups);
            roles = Names.tidy(roles);
            agents = Names.tidy(agents);
            addresses = Names.tidy(addresses);
            webhooks = Names.tidy(webhooks);
        }
    }
}
