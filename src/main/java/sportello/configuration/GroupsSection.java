package sportello.configuration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.agent.KeepingGroups;
import sportello.base.Outcome;
import sportello.customer.CustomerRight;
import sportello.customer.CustomerRights;
import sportello.customer.KeepingCustomerRights;

/** Groups, and what customers may do in those that are reserved. The rights of single people are no document's business. */
@Component
class GroupsSection implements Section<GroupsSection.Entry> {
    private final KeepingGroups keeping;
    private final CustomerRights rights;
    private final KeepingCustomerRights keepingRights;

    GroupsSection(KeepingGroups keeping, CustomerRights rights, KeepingCustomerRights keepingRights) {
        this.keeping = keeping;
        this.rights = rights;
        this.keepingRights = keepingRights;
    }

    record Entry(String name, boolean valid, boolean reserved, List<Right> customers) {
        Entry {
            customers = customers.stream()
                    .sorted(Comparator.comparing(right -> Entries.key(right.customer())))
                    .toList();
        }
    }

    /** @param customer the code */
    record Right(String customer, boolean writes, boolean ours) {
        static Right of(CustomerRight kept) {
            return new Right(kept.sign(), kept.writes(), kept.ours());
        }

        KeepingCustomerRights.Wanted wanted() {
            return new KeepingCustomerRights.Wanted(customer, writes, ours);
        }
    }

    @Override
    public Part part() {
        return Part.GROUPS;
    }

    @Override
    public Entry blank() {
        return new Entry("", true, false, List.of());
    }

    @Override
    public List<String> names() {
        return List.of("name");
    }

    @Override
    public List<Entry> all() {
        var byGroup =
                rights.ofCustomers().stream().collect(groupingBy(CustomerRight::group, mapping(Right::of, toList())));
        return keeping.all().stream()
                .map(kept -> new Entry(
                        kept.group().name(),
                        kept.valid(),
                        kept.reserved(),
                        byGroup.getOrDefault(kept.group().id(), List.of())))
                .toList();
    }

    /** A new group is valid and names nobody at first. */
    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.add(wanted.name(), wanted.reserved(), by);
        var kept = Section.kept(keeping.all(), group -> group.group().name(), before.name());
        var group = kept.group().id();
        return keeping.correct(group, kept.version(), wanted.name(), wanted.valid(), wanted.reserved(), by)
                .then(_ -> keepingRights.keep(
                        group, wanted.customers().stream().map(Right::wanted).toList(), by));
    }
}
