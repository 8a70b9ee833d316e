package sportello.postmaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import sportello.base.Language;
import sportello.base.Steps;
import sportello.mailbox.Arrival;
import sportello.mailbox.ArrivalId;
import sportello.mailbox.Arrivals;
import sportello.mailbox.MailboxId;
import sportello.mailkey.MailKeyring;
import sportello.mime.MailReader;
import sportello.mime.ReadMail;
import sportello.mime.Reading;
import sportello.postmaster.Settling.Opened;

/**
 * Sorts the mails of a mailbox, several at once, those of one conversation or one writer in the order of their arrival.
 * Each is read outside any transaction. Requests that have nothing to do with each other become tickets in one
 * transaction; if anything about one of them upsets it, each is sorted in one of its own. A mail that defies being sorted
 * is put into quarantine and the next has its turn; a database that is away is no mail's fault.
 */
@Component
class Sorting {
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    /** How often sorting a mail may go wrong, or fell the program, before a person has to look. */
    private static final int TRIES = 3;
    /** How many mails that have nothing to do with each other become tickets in one transaction. */
    private static final int IN_ONE = 8;

    private final Arrivals arrivals;
    private final TakingUp takingUp;
    private final MailReader reader;
    private final Readers readers;
    private final MailKeyring keys;
    private final Settling settling;
    private final Companions companions;
    private final Workers workers;
    private final Setups setups;
    private final Steps steps;

    Sorting(
            Arrivals arrivals,
            TakingUp takingUp,
            MailReader reader,
            Readers readers,
            MailKeyring keys,
            Settling settling,
            Companions companions,
            Workers workers,
            Setups setups,
            Steps steps) {
        this.arrivals = arrivals;
        this.takingUp = takingUp;
        this.reader = reader;
        this.readers = readers;
        this.keys = keys;
        this.settling = settling;
        this.companions = companions;
        this.workers = workers;
        this.setups = setups;
        this.steps = steps;
    }

    /** Sorts what waits, at most so many; answers whether there may be more. */
    boolean some(MailboxId mailbox, int most) {
        for (var left = most; left > 0; ) {
            var next = takingUp.some(mailbox, left);
            if (next.isEmpty()) return false;
            sort(next);
            left -= next.size();
        }
        return true;
    }

    /** After a fault the rest is left for the next time, and was not begun. */
    private void sort(List<Arrival> batch) {
        var untouched = ConcurrentHashMap.<ArrivalId>newKeySet();
        batch.forEach(arrival -> untouched.add(arrival.id()));
        var mails = new ConcurrentHashMap<Arrival, ReadMail>();
        try {
            var setup = setups.now();
            workers.each(batch, arrival -> one(arrival, untouched, () -> open(arrival, mails, setup.language())));
            var opened = batch.stream()
                    .flatMap(arrival -> Stream.ofNullable(mails.get(arrival)).map(mail -> new Opened(arrival, mail)))
                    .toList();
            workers.each(portions(opened, setup), portion -> sort(portion, untouched, setup));
        } catch (RuntimeException | VirtualMachineError fault) {
            takingUp.pardon(untouched);
            throw fault;
        } finally {
            mails.values().forEach(ReadMail::close);
        }
    }

    /** Mails that a hand takes up at once, and whether they belong together. */
    private record Portion(boolean talk, List<Opened> mails) {}

    private List<Portion> portions(List<Opened> mails, Setup setup) {
        var portions = new ArrayList<Portion>();
        var strangers = new ArrayList<Opened>();
        for (var talk : Companions.apart(mails, one -> companions.namesAndWriter(one.mail(), setup))) {
            if (talk.size() == 1) strangers.addAll(talk);
            else portions.add(new Portion(true, talk));
        }
        for (var from = 0; from < strangers.size(); from += IN_ONE)
            portions.add(new Portion(false, strangers.subList(from, Math.min(from + IN_ONE, strangers.size()))));
        return portions;
    }

    private void sort(Portion portion, Set<ArrivalId> untouched, Setup setup) {
        var mails = portion.mails();
        for (var next : portion.talk() || mails.size() == 1 ? mails : left(mails, untouched, setup)) {
            untouched.remove(next.id());
            one(next.arrival(), untouched, () -> settling.alone(next, setup));
        }
    }

    /** Those that have to be sorted alone: all of them, if one has upset their transaction. */
    private List<Opened> left(List<Opened> mails, Set<ArrivalId> untouched, Setup setup) {
        try {
            var left = settling.together(mails, setup);
            mails.stream().filter(mail -> !left.contains(mail)).map(Opened::id).forEach(untouched::remove);
            return left;
        } catch (RuntimeException | VirtualMachineError fault) {
            if (Faults.isTheHouses(fault)) throw fault;
            LOG.info("{} mails are sorted one by one: {}", mails.size(), String.valueOf(fault.getMessage()));
            return mails;
        }
    }

    /** What is neither clearly the mail's fault nor clearly the house's is tried again, and each try counts. */
    private void one(Arrival arrival, Set<ArrivalId> untouched, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | VirtualMachineError fault) {
            untouched.remove(arrival.id());
            if (Faults.isTheMails(fault)) {
                defied(arrival, fault);
                return;
            }
            if (Faults.isTheHouses(fault)) takingUp.pardon(Set.of(arrival.id()));
            throw fault;
        }
    }

    private void open(Arrival arrival, Map<Arrival, ReadMail> mails, Language house) {
        switch (readers.read(() -> read(arrival, house))) {
            case Reading.Unreadable(var reason, var detail) -> quarantine(arrival, reason, detail);
            case Reading.Readable(var mail) -> {
                mails.put(arrival, mail);
                keys.received(mail);
            }
        }
    }

    private Reading read(Arrival arrival, Language house) {
        steps.at(SortingStep.READ);
        return arrival.tries() >= TRIES
                ? new Reading.Unreadable(
                        "defied", "sorting began " + arrival.tries() + " times and did not come to an end")
                : reader.read(() -> arrivals.open(arrival), house);
    }

    private void quarantine(Arrival arrival, String reason, String detail) {
        steps.at(SortingStep.QUARANTINE);
        LOG.warn("Mail {} is in quarantine: {} ({})", arrival.id().value(), reason, detail);
        arrivals.quarantine(arrival.id(), reason, detail);
    }

    private void defied(Arrival arrival, Throwable odd) {
        LOG.error("Mail {} defies being sorted", arrival.id().value(), odd);
        quarantine(arrival, Faults.reason(odd), String.valueOf(odd.getMessage()));
    }
}
