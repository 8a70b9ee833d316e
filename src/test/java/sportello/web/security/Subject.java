package sportello.web.security;

import java.util.Set;
import sportello.agent.Permission;

/** Who walks through the house: one of each kind, seen from the ticket in the middle. */
enum Subject {
    ANONYMOUS,
    /** Whose session goes on, and who may no longer enter; as all others could. */
    DISABLED_AGENT(Permission.RW),
    DISABLED_CUSTOMER_USER,
    /** A program that works for whoever can do all that agents can. */
    READING_TOKEN(Permission.RW),
    WRITING_TOKEN(Permission.RW),
    THE_CUSTOMER_USER,
    COLLEAGUE_OF_THE_CUSTOMER_USER,
    /** A colleague too, but the ticket's group is reserved and gives no right to anybody. */
    COLLEAGUE_WITHOUT_A_RIGHT,
    USER_OF_ANOTHER_CUSTOMER,
    AGENT_OF_ANOTHER_GROUP,
    SUPPLIER,
    AGENT_RO(Permission.RO),
    AGENT_MOVE_INTO(Permission.RO, Permission.MOVE_INTO),
    AGENT_CREATE(Permission.RO, Permission.CREATE),
    AGENT_NOTE(Permission.RO, Permission.NOTE),
    AGENT_OWNER(Permission.RO, Permission.OWNER),
    AGENT_PRIORITY(Permission.RO, Permission.PRIORITY),
    AGENT_COMPOSE(Permission.RO, Permission.COMPOSE),
    AGENT_PHONE(Permission.RO, Permission.PHONE),
    AGENT_CLOSE(Permission.RO, Permission.CLOSE),
    AGENT_PENDING(Permission.RO, Permission.PENDING),
    AGENT_RESPONSIBLE(Permission.RO, Permission.RESPONSIBLE),
    AGENT_CUSTOMER(Permission.RO, Permission.CUSTOMER),
    AGENT_RW(Permission.RW),
    QUALITY(Permission.RO),
    AUDITOR(Permission.RO),
    ADMINISTRATOR;

    private final Set<Permission> permissions;

    Subject(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    Set<Permission> permissions() {
        return permissions;
    }

    boolean holds(Permission wanted) {
        return permissions.stream().anyMatch(held -> held.includes(wanted));
    }

    boolean holdsOneAction() {
        return permissions.stream().anyMatch(Permission::isFurther);
    }

    /** The agent of another group holds rw there. */
    boolean keepsCustomers() {
        return this == ADMINISTRATOR || this == AGENT_OF_ANOTHER_GROUP || isAgent() && holds(Permission.CREATE);
    }

    /** Nobody, at every door that is not for anyone. */
    boolean isOutside() {
        return ordinal() < THE_CUSTOMER_USER.ordinal();
    }

    boolean isToken() {
        return this == READING_TOKEN || this == WRITING_TOKEN;
    }

    boolean isAgent() {
        return ordinal() >= AGENT_OF_ANOTHER_GROUP.ordinal();
    }

    boolean isCustomer() {
        return this != ANONYMOUS && !isAgent();
    }

    /** Whether the portal shows the ticket in the middle. */
    boolean findsItInThePortal() {
        return this == THE_CUSTOMER_USER || this == COLLEAGUE_OF_THE_CUSTOMER_USER;
    }
}
