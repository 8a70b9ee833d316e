package sportello.notification;

import java.time.ZoneId;
import sportello.agent.Agent;
import sportello.base.Language;
import sportello.customer.CustomerUser;
import sportello.identity.Actor;

/** Somebody who can be told. */
sealed interface Person {

    /** A person of the desk, who reads what the desk knows. */
    record OfTheDesk(Agent agent) implements Person {}

    /** A customer's person, who reads what is meant for the customer. */
    record OfACustomer(CustomerUser user) implements Person {}

    default String firstName() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.firstName();
            case OfACustomer(var user) -> user.firstName();
        };
    }

    default String name() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.name();
            case OfACustomer(var user) -> user.name();
        };
    }

    default String address() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.email();
            case OfACustomer(var user) -> user.email();
        };
    }

    default Language language() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.language();
            case OfACustomer(var user) -> user.language();
        };
    }

    default ZoneId zone() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.zone();
            case OfACustomer(var user) -> user.zone();
        };
    }

    default boolean valid() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.valid();
            case OfACustomer(var user) -> user.valid();
        };
    }

    /** The person as one who does things. */
    default Actor actor() {
        return switch (this) {
            case OfTheDesk(var agent) -> new Actor.ByAgent(agent.id());
            case OfACustomer(var user) -> new Actor.ByCustomerUser(user.id());
        };
    }
}
