package sportello.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import sportello.agent.Agent;
import sportello.agent.Agents;
import sportello.agent.Authority;
import sportello.agent.Permission;
import sportello.base.Outcome;
import sportello.demo.story.Entry;
import sportello.demo.story.Roll;
import sportello.demo.story.Sheet;
import sportello.identity.Accounts;
import sportello.mail.Company;
import sportello.mail.Logo;
import sportello.mail.OurCompany;
import sportello.queue.Queue;
import sportello.worktime.KeepingHours;
import sportello.worktime.TypedHours;

/** Sets up Valle Servizi as the files below {@code demo/} describe it. */
@Component
@Profile("demo")
class ValleServizi {
    private static final String ROME = "Europe/Rome";

    private final OurCompany company;
    private final KeepingHours hours;
    private final Staff staff;
    private final Counter counter;
    private final Asked asked;
    private final Callers callers;
    private final Agents agents;
    private final Accounts accounts;

    ValleServizi(
            OurCompany company,
            KeepingHours hours,
            Staff staff,
            Counter counter,
            Asked asked,
            Callers callers,
            Agents agents,
            Accounts accounts) {
        this.company = company;
        this.hours = hours;
        this.staff = staff;
        this.counter = counter;
        this.asked = asked;
        this.callers = callers;
        this.agents = agents;
        this.accounts = accounts;
    }

    /** Everybody and everything under its new id. */
    Roll found() {
        company.change(company(Sheet.load("company.md").entries().getFirst()));
        work(Sheet.load("hours.md").entries().getFirst());
        var people = staff.engage();
        var queues = counter.open(people);
        var customers = callers.sign(people);
        var able = queues.all().stream()
                .collect(Collectors.toMap(
                        Queue::id,
                        queue -> agents.with(Permission.RW, queue.group()).stream()
                                .map(Agent::id)
                                .collect(Collectors.toSet())));
        var customerUsers = callers.introduce(customers);
        accounts.open(people.all(), customerUsers.all(), DemoConfiguration.password());
        return new Roll(people, queues, counter.catalogue(), asked.decide(), able, customers, customerUsers);
    }

    private void work(Entry entry) {
        var day = entry.get("weekdays");
        var typed = new TypedHours(
                entry.name(), ROME, day, day, day, day, day, "", "", true, entry.list("days off"), true, true);
        if (hours.add(typed, Authority.HOUSE) instanceof Outcome.Refused<?>(var why))
            throw new IllegalStateException(why.key());
    }

    private static Company company(Entry entry) {
        return new Company(
                entry.name(),
                entry.get("address"),
                entry.get("email"),
                entry.get("phone"),
                entry.get("url"),
                new Logo("image/png", bytes(entry.get("logo"))));
    }

    private static byte[] bytes(String name) {
        try {
            return new ClassPathResource("demo/" + name).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
