package sportello.mail;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import sportello.base.Redaction;
import sportello.storage.Hash;

/** The letters of the house and what became of them. */
@Component
public class Letters {
    private final LetterSql sql;
    private final LetterListSql list;
    private final BounceSql bounces;
    private final ForgettingLetterSql forgetting;
    private final Clock clock;

    Letters(LetterSql sql, LetterListSql list, BounceSql bounces, ForgettingLetterSql forgetting, Clock clock) {
        this.forgetting = forgetting;
        this.sql = sql;
        this.list = list;
        this.bounces = bounces;
        this.clock = clock;
    }

    /**
     * All that are sought, newest first.
     *
     * @param before the one after which to go on, null for the beginning
     */
    public List<ListedLetter> list(SoughtLetters sought, @Nullable LetterId before, int most) {
        return list.list(sought, before, most, clock.instant());
    }

    public Optional<ListedLetter> find(LetterId id) {
        return list.find(id, clock.instant());
    }

    /** How far each of the letters has come; in one query. */
    public Map<LetterId, Delivery> deliveries(Collection<LetterId> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.deliveries(ids).stream().collect(toMap(Delivery::letter, delivery -> delivery));
    }

    /**
     * A server took the letter, and another could not deliver it after all: its address is marked. A letter that did not
     * leave stays as it is, and who was never written to is not marked.
     *
     * @param addresses by which the server calls whom it did not reach; the first to whom there was such a letter counts
     * @param words what that server said
     * @return the address that is marked
     */
    @Transactional
    public Optional<String> bounced(String messageId, List<String> addresses, String words) {
        var written = sql.bounced(messageId, addresses, words);
        written.ifPresent(address -> bounces.mark(address, words, clock.instant()));
        return written;
    }

    /** The last letter to the address that came back, unless somebody has taken that mark away since. */
    @Transactional(readOnly = true)
    public Optional<Bounce> bounce(String address) {
        return bounces.of(address);
    }

    /** The address is said to reach somebody again. */
    @Transactional
    public void unmark(String address) {
        bounces.unmark(address);
    }

    /**
     * Nothing of a person stands in any letter any more. What was still to leave for the person does not; what went to others
     * stays, without the person's names. Whoever asks has decided that it may be.
     *
     * @param about letters that tell of what the person asked: they say nothing any more
     * @param around letters that may name the person
     * @param sentence what stands in their place
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Hash> forget(
            Set<String> addresses,
            Redaction names,
            Collection<LetterId> about,
            Collection<LetterId> around,
            String sentence) {
        forgetting.redact(names, around);
        var files = forgetting.clear(addresses, about, names.standIn(), sentence);
        forgetting.unmark(addresses);
        return files;
    }

    /**
     * Letters say nothing any more; of those to people outside the desk it is not known to whom they went either, and they do
     * not leave if they have not yet. Whoever asks has decided that it may be.
     *
     * @param outside those among them that are not to agents
     * @return the files that went with them, whoever else may need their bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Hash> empty(Collection<LetterId> letters, Collection<LetterId> outside, String sentence, String nobody) {
        forgetting.unaddress(outside, nobody);
        return forgetting.clear(Set.of(), letters, nobody, sentence);
    }
}
