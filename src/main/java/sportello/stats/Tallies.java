package sportello.stats;

import java.util.List;

/** @param all of the lines together, each ticket once */
public record Tallies(List<Tally> lines, Tally all) {

    public Tallies {
        lines = List.copyOf(lines);
    }

    static Tallies of(List<Tally> read) {
        return new Tallies(
                read.stream().filter(tally -> tally.key() != Tally.ALL).toList(),
                read.stream()
                        .filter(tally -> tally.key() == Tally.ALL)
                        .findFirst()
                        .orElse(Tally.EMPTY));
    }
}
