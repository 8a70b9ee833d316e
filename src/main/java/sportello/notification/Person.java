package sportello.notification;

import java.time.ZoneId;
import java.util.Locale;
import sportello.agent.Agent;
import sportello.base.Language;
import sportello.customer.CustomerUser;
import sportello.field.Reader;
import sportello.identity.Actor;
import sportello.webhook.Webhook;

/** Somebody who can be told. */
sealed interface Person {

    /** A person of the desk, who reads what the desk knows. */
    record OfTheDesk(Agent agent) implements Person {}

    /** A customer's person, who reads what is meant for the customer. */
    record OfACustomer(CustomerUser user) implements Person {}

    /** Whoever reads, as the house does, what goes to an address that an administrator wrote down; knows no more than customers. */
    record Outside(String address, Reader reader) implements Person {}

    /** A webhook, behind which whoever can read its channel reads; knows no more than customers. */
    record Hook(Webhook webhook, Reader reader) implements Person {}

    default String firstName() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.firstName();
            case OfACustomer(var user) -> user.firstName();
            case Outside _ -> "";
            case Hook _ -> "";
        };
    }

    default String name() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.name();
            case OfACustomer(var user) -> user.name();
            case Outside outside -> outside.address;
            case Hook hook -> hook.webhook.name();
        };
    }

    default String address() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.email();
            case OfACustomer(var user) -> user.email();
            case Outside outside -> outside.address;
            case Hook hook -> hook.webhook.host();
        };
    }

    default Language language() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.language();
            case OfACustomer(var user) -> user.language();
            case Outside outside -> outside.reader.language();
            case Hook hook -> hook.reader.language();
        };
    }

    default ZoneId zone() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.zone();
            case OfACustomer(var user) -> user.zone();
            case Outside outside -> outside.reader.zone();
            case Hook hook -> hook.reader.zone();
        };
    }

    default boolean valid() {
        return switch (this) {
            case OfTheDesk(var agent) -> agent.valid();
            case OfACustomer(var user) -> user.valid();
            case Outside _ -> true;
            case Hook hook -> hook.webhook.valid();
        };
    }

    /** By what the person is known: as one who does things, or by the address. */
    default Object key() {
        return switch (this) {
            case OfTheDesk(var agent) -> new Actor.ByAgent(agent.id());
            case OfACustomer(var user) -> new Actor.ByCustomerUser(user.id());
            case Outside outside -> outside.address.toLowerCase(Locale.ROOT);
            case Hook hook -> hook.webhook.id();
        };
    }
}
