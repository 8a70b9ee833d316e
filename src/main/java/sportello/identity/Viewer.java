package sportello.identity;

import java.time.ZoneId;
import java.util.Set;
import sportello.agent.AgentId;
import sportello.agent.Authority;
import sportello.agent.Grants;
import sportello.agent.GroupId;
import sportello.agent.Permission;
import sportello.base.Language;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;

/**
 * Who is looking, and what exists for them. Read anew for every request, so that a right that was taken away is gone at
 * once. Queries take the viewer and find only what the viewer may see.
 */
public sealed interface Viewer {

    String name();

    Language language();

    ZoneId zone();

    Actor actor();

    /** A person of the desk. */
    record AgentViewer(
            AgentId id,
            String firstName,
            String lastName,
            Language language,
            ZoneId zone,
            String theme,
            boolean administrator,
            boolean supplier,
            Grants grants)
            implements Viewer {

        @Override
        public String name() {
            return firstName + " " + lastName;
        }

        @Override
        public Actor actor() {
            return new Actor.ByAgent(id);
        }

        /** What the person may do where no single group is asked for. */
        public Authority authority() {
            return new Authority(administrator, supplier, grants);
        }

        public boolean may(Permission wanted, GroupId group) {
            return grants.allow(wanted, group);
        }
    }

    /**
     * A customer's person.
     *
     * @param customers for which the person may ask
     * @param confirmed whether somebody who may has said that the person asks for them
     */
    record CustomerViewer(
            CustomerUserId id,
            String firstName,
            String lastName,
            Language language,
            ZoneId zone,
            String theme,
            CustomerId customer,
            Set<CustomerId> customers,
            boolean confirmed)
            implements Viewer {

        public CustomerViewer {
            customers = Set.copyOf(customers);
        }

        /** Of which everybody's requests exist for the person: for all whose the person is, once that is confirmed. */
        public Set<CustomerId> readable() {
            return confirmed ? customers : Set.of();
        }

        @Override
        public String name() {
            return firstName + " " + lastName;
        }

        @Override
        public Actor actor() {
            return new Actor.ByCustomerUser(id);
        }
    }
}
