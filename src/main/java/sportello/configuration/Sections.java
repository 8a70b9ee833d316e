package sportello.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import sportello.ticket.ChoiceList;
import sportello.ticket.KeepingChoices;
import sportello.ticket.KeepingLabels;
import sportello.ticket.LabelList;

/** All sections of a document, in its order. */
@Component
class Sections {
    private final List<Section<?>> all;

    Sections(List<Section<?>> own, KeepingChoices choices, KeepingLabels labels) {
        var lists = Stream.of(ChoiceList.values()).map(list -> new ChoicesSection(list, choices));
        var labelled = Stream.of(LabelList.values()).map(list -> new LabelsSection(list, labels));
        all = Stream.concat(own.stream(), Stream.concat(lists, labelled))
                .sorted(Comparator.comparing(Section::part))
                .toList();
    }

    List<Section<?>> all() {
        return all;
    }

    Optional<Section<?>> of(Part part) {
        return all.stream().filter(section -> section.part() == part).findFirst();
    }
}
