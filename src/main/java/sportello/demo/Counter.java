package sportello.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.demo.story.Entry;
import sportello.demo.story.Named;
import sportello.demo.story.Sheet;
import sportello.queue.Queue;
import sportello.queue.QueueId;
import sportello.queue.Queues;
import sportello.reply.AnswerTemplateId;
import sportello.storage.Files;
import sportello.ticket.KeptChoice;

/** The queues, who has subscribed to them, the rules by which requests find them, and their prepared answers. */
@Component
@Profile("demo")
class Counter {
    private static final String RAW = "raw";
    private static final int BETWEEN_RULES = 10;

    private final HouseSql sql;
    private final Queues queues;
    private final Files files;

    Counter(HouseSql sql, Queues queues, Files files) {
        this.sql = sql;
        this.queues = queues;
        this.files = files;
    }

    Named<Queue> open(Named<AgentId> staff) {
        var tree = new Named<Queue>();
        for (var entry : Sheet.load("queues.md").entries()) tree.put(entry.name(), queues.get(queue(entry, staff)));
        for (var entry : Sheet.load("agents.md").entries()) subscribe(entry, staff, tree);
        var position = 0;
        for (var entry : Sheet.load("routing.md").entries()) rule(position += BETWEEN_RULES, entry, staff, tree);
        for (var entry : Sheet.load("answers.md").entries()) answer(entry, tree);
        sql.salutation("Buongiorno {{customer_user.first_name}},");
        sql.signature(
                Sheet.load("company.md").entries().getFirst().parts().getFirst().text());
        return tree;
    }

    /** The catalogue from which the desk says for what a request is. */
    Named<Long> catalogue() {
        var services = new Named<Long>();
        for (var entry : Sheet.load("services.md").entries())
            services.put(
                    entry.name(), sql.service(entry.name(), above(entry.name(), KeptChoice.BELOW), entry.get("about")));
        return services;
    }

    private static String above(String name, String sign) {
        return name.contains(sign) ? name.substring(0, name.lastIndexOf(sign)) : "";
    }

    private QueueId queue(Entry entry, Named<AgentId> staff) {
        var name = entry.name();
        return sql.queue(
                name,
                above(name, "::"),
                entry.get("group"),
                agent(entry, "owner", staff),
                agent(entry, "responsible", staff),
                entry.get("about"),
                name.equals(RAW));
    }

    private void subscribe(Entry agent, Named<AgentId> staff, Named<Queue> tree) {
        sql.subscribe(
                staff.get(agent.name()),
                agent.list("queues").stream().map(name -> tree.get(name).id()).collect(Collectors.toSet()));
    }

    private void rule(int position, Entry entry, Named<AgentId> staff, Named<Queue> tree) {
        sql.rule(
                position,
                entry.name(),
                tree.get(entry.get("queue")).id(),
                agent(entry, "owner", staff),
                staff.get(entry.get("responsible")),
                entry.get("subject matches"));
    }

    private void answer(Entry entry, Named<Queue> tree) {
        var id = sql.answer(
                entry.name(),
                entry.parts().getFirst().text(),
                entry.get("kinds", "answer,mail,opening").replace(" ", ""),
                entry.list("queues").stream().map(name -> tree.get(name).id()).collect(Collectors.toSet()));
        entry.find("file").ifPresent(name -> bring(id, name));
    }

    private void bring(AnswerTemplateId template, String name) {
        try (var bytes = new ClassPathResource("demo/" + name).getInputStream()) {
            sql.bring(template, name, "application/pdf", files.keep(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable AgentId agent(Entry entry, String key, Named<AgentId> staff) {
        return entry.find(key).map(staff::get).orElse(null);
    }
}
