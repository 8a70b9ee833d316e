package sportello.demo.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import sportello.base.Language;

/** Decides which scenario is played how often, by whom and to which end, so that work is spread as evenly as it can be. */
final class Casting {
    private static final int TWINS = 4;

    private final List<Scenario> scenarios;
    private final List<Clerk> clerks;
    private final Map<String, Town> towns = new HashMap<>();
    private final RandomGenerator random;
    private final Map<Scenario, Integer> played = new HashMap<>();
    private final Map<Clerk, Integer> busy = new HashMap<>();
    private final Set<List<String>> pairs = new HashSet<>();

    Casting(List<Scenario> scenarios, List<Clerk> clerks, List<Town> towns, RandomGenerator random) {
        this.scenarios = new ArrayList<>(scenarios);
        this.clerks = new ArrayList<>(clerks);
        this.random = random;
        towns.forEach(town -> this.towns.put(town.code(), town));
        Collections.shuffle(this.scenarios, Random.from(random));
        Collections.shuffle(this.clerks, Random.from(random));
    }

    List<Play> plays() {
        var plays = new ArrayList<Play>();
        for (var ending : hardestFirst()) {
            for (var i = 0; i < ending.count(); i++) plays.add(play(plays.size(), ending));
        }
        return withTwins(plays);
    }

    /** Endings that few scenarios can have choose before the others. */
    private List<Ending> hardestFirst() {
        return Arrays.stream(Ending.values())
                .sorted(Comparator.comparingLong(
                        ending -> scenarios.stream().filter(ending::suits).count()))
                .toList();
    }

    private Play play(int number, Ending ending) {
        var scenario = scenarios.stream()
                .filter(ending::suits)
                .min(Comparator.comparingInt(candidate -> played.getOrDefault(candidate, 0)))
                .orElseThrow();
        var clerk = clerks.stream()
                .filter(scenario::isFor)
                .min(Comparator.comparingInt(candidate -> busy.getOrDefault(candidate, 0) + again(scenario, candidate)))
                .orElseThrow();
        // One person writes in English: those scenarios take turns half as often.
        played.merge(scenario, scenario.language() == Language.ENGLISH ? 2 : 1, Integer::sum);
        busy.merge(clerk, 1, Integer::sum);
        pairs.add(List.of(scenario.entry().name(), clerk.login()));
        return new Play(number, scenario, ending, clerk, town(clerk), null);
    }

    /** Nobody reports the same thing again while there are others. */
    private int again(Scenario scenario, Clerk clerk) {
        return pairs.contains(List.of(scenario.entry().name(), clerk.login())) ? 1000 : 0;
    }

    private Town town(Clerk clerk) {
        var candidates = clerk.towns().stream()
                .flatMap(code -> Stream.ofNullable(towns.get(code)))
                .toList();
        return candidates.get(random.nextInt(candidates.size()));
    }

    private List<Play> withTwins(List<Play> plays) {
        var left = TWINS;
        var result = new ArrayList<Play>();
        for (var play : plays) {
            var colleague = left > 0 && hasTwin(play) ? colleague(play) : Optional.<Clerk>empty();
            if (colleague.isPresent()) left--;
            result.add(colleague.map(play::with).orElse(play));
        }
        if (left > 0) throw new IllegalStateException(left + " twins are missing");
        return result;
    }

    private static boolean hasTwin(Play play) {
        return play.scenario().has("duplicate")
                && (play.ending() == Ending.SOLVED || play.ending() == Ending.IN_PROGRESS);
    }

    private Optional<Clerk> colleague(Play play) {
        return clerks.stream()
                .filter(clerk -> !clerk.equals(play.clerk()))
                .filter(clerk -> clerk.language() == play.scenario().language())
                .filter(clerk -> clerk.towns().contains(play.town().code()))
                .findFirst();
    }
}
