package sportello.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerId;
import sportello.customer.CustomerUserId;
import sportello.demo.story.Clerk;
import sportello.demo.story.Entry;
import sportello.demo.story.Named;
import sportello.demo.story.Sheet;
import sportello.demo.story.Town;

/** The municipalities, and those who ask on their behalf. */
@Component
@Profile("demo")
class Callers {
    private final PeopleSql sql;

    Callers(PeopleSql sql) {
        this.sql = sql;
    }

    Named<CustomerId> sign(Named<AgentId> staff) {
        var customers = new Named<CustomerId>();
        for (var town : Sheet.load("towns.md").entries()) {
            var responsible = town.find("responsible").map(staff::get).orElse(null);
            customers.put(town.name(), sql.customer(new Town(town), responsible));
        }
        return customers;
    }

    Named<CustomerUserId> introduce(Named<CustomerId> customers) {
        var people = new Named<CustomerUserId>();
        for (var entry : Sheet.load("people.md").entries()) {
            people.put(entry.name(), person(new Clerk(entry), entry, customers));
        }
        return people;
    }

    private CustomerUserId person(Clerk clerk, Entry entry, Named<CustomerId> customers) {
        var person = PeopleSql.Person.of(entry, clerk.email());
        var id = sql.customerUser(clerk.login(), person, entry.get("phone"), customers.get(entry.get("of")));
        entry.find("also").ifPresent(town -> sql.alsoFor(id, customers.get(town)));
        return id;
    }
}
