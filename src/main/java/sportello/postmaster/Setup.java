package sportello.postmaster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sportello.base.Language;
import sportello.field.Field;
import sportello.mail.Company;
import sportello.mail.Recipient;
import sportello.queue.QueueAddresses;
import sportello.queue.QueueId;

/**
 * How the house is set up, as far as every mail is asked about it; as it was when a handful of mails was begun.
 *
 * @param senders from whom letters about tickets come, by the queues that say so
 * @param filters the valid ones, in their order
 * @param answers what is answered by itself, the house's and those of single queues
 * @param fields of the house's own that tickets have
 */
record Setup(
        QueueAddresses addresses,
        Map<QueueId, Recipient> senders,
        List<MailFilter> filters,
        List<KeptAnswer> answers,
        List<Field> fields,
        Company company) {
    Setup {
        senders = Map.copyOf(senders);
        filters = List.copyOf(filters);
        answers = List.copyOf(answers);
        fields = List.copyOf(fields);
    }

    /** Of the house, to whom it does not know. */
    Language language() {
        return company.house().language();
    }

    /** Whether what goes there comes back to the house. */
    boolean isOurs(String address) {
        return addresses.areOurs(address) || address.equalsIgnoreCase(company.email());
    }

    /** The queue's own answer, or else the house's; none if it is switched off. */
    Optional<AnswerText> answer(AnswerKind kind, QueueId queue, Language language) {
        return answer(kind, queue)
                .or(() -> answer(kind, null))
                .filter(AnswerDetails::sent)
                .map(details -> details.in(language));
    }

    private Optional<AnswerDetails> answer(AnswerKind kind, @Nullable QueueId queue) {
        return answers.stream()
                .filter(answer -> answer.kind() == kind && Objects.equals(answer.queue(), queue))
                .map(KeptAnswer::details)
                .findFirst();
    }
}
