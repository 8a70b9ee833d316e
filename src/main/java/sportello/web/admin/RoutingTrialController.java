package sportello.web.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import sportello.agent.Agent;
import sportello.agent.AgentId;
import sportello.agent.Agents;
import sportello.customer.Customer;
import sportello.customer.CustomerUser;
import sportello.customer.Customers;
import sportello.queue.Incoming;
import sportello.queue.Queue;
import sportello.queue.Queues;
import sportello.queue.Routing;
import sportello.ticket.ReservedQueues;
import sportello.web.Views;

/** Nothing changes here, so the answer is a page and not a way to one; it is a POST because texts are long. */
@Controller
@RequestMapping("/admin/routing/trial")
class RoutingTrialController {
    private final Routing routing;
    private final Queues queues;
    private final ReservedQueues reserved;
    private final Customers customers;
    private final Agents agents;
    private final Views views;

    RoutingTrialController(
            Routing routing, Queues queues, ReservedQueues reserved, Customers customers, Agents agents, Views views) {
        this.routing = routing;
        this.queues = queues;
        this.reserved = reserved;
        this.customers = customers;
        this.agents = agents;
        this.views = views;
    }

    @GetMapping
    View fresh() {
        return views.show("admin/routing_trial", RoutingTrialPage.BLANK);
    }

    @PostMapping
    View look(RoutingTrialForm form) {
        var sender = customers.byAddress(form.sender());
        var customer = customer(form, sender);
        var asks = sender.map(CustomerUser::id).orElse(null);
        var asksFor = customer.map(Customer::id).orElse(null);
        var trial = routing.tried(
                new Incoming(
                        form.channel(),
                        form.recipient(),
                        form.sender(),
                        asksFor,
                        customer.map(Customer::code).orElse(""),
                        form.service(),
                        form.subject(),
                        form.body()),
                addressed(form),
                queue -> form.isMail() || reserved.isOpen(queue.id(), asks, asksFor));
        return views.show(
                "admin/routing_trial",
                new RoutingTrialPage(
                        form,
                        trial,
                        customer.map(Customer::name).orElse(""),
                        nameOf(trial.route().owner()),
                        nameOf(trial.route().responsible()),
                        !reserved.hidden(Set.of(trial.route().queue().id()), asks, asksFor)
                                .isEmpty()));
    }

    private Optional<Customer> customer(RoutingTrialForm form, Optional<CustomerUser> sender) {
        return form.customer().isEmpty()
                ? sender.map(CustomerUser::customer).flatMap(customers::find)
                : customers.byCode(form.customer());
    }

    /** A mail that no rule knows goes to the queue to which it was written. */
    private @Nullable Queue addressed(RoutingTrialForm form) {
        return form.isMail() ? queues.byAddress(List.of(form.recipient())).orElse(null) : null;
    }

    private String nameOf(@Nullable AgentId agent) {
        return agent == null ? "" : agents.find(agent).map(Agent::name).orElse("");
    }
}
