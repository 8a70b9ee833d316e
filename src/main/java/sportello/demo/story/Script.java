package sportello.demo.story;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What is acted out of a scenario after the request, so that it comes to an ending. */
record Script(List<Beat> beats) {
    /** Ways out of a scenario, or what comes after; a story that goes another way passes them by. */
    private static final Set<String> ASIDE = Set.of("wait", "fail", "close", "again", "duplicate");

    static Script of(Scenario scenario, Ending ending, Phrases phrases, RandomGenerator random) {
        var all = Beat.of(scenario.parts());
        var course = all.stream()
                .skip(1)
                .filter(beat -> !ASIDE.contains(beat.kind()))
                .toList();
        var language = scenario.language();
        return new Script(
                switch (ending) {
                    case UNTOUCHED, SORTED -> List.of();
                    case IN_PROGRESS -> course.subList(0, random.nextInt(course.size() + 1));
                    case RELEASED -> with(course.subList(0, 1), phrases.oneOf("release", language, random));
                    case POSTPONED -> upTo("wait", all);
                    case SETTLING -> with(course, phrases.oneOf("settle", language, random));
                    case LAPSING -> with(before("reply", course), phrases.oneOf("lapse", language, random));
                    case SOLVED -> with(course, scenario.part("close"));
                    case REOPENED -> with(course, scenario.part("close"), scenario.part("again"));
                    case FAILED -> upTo("fail", all);
                    case REMOVED -> with(course, new Part("remove", "", "", ""));
                });
    }

    private static List<Beat> upTo(String exit, List<Beat> all) {
        var way = before(exit, all).stream()
                .skip(1)
                .filter(beat -> !ASIDE.contains(beat.kind()))
                .toList();
        return with(way, all.get(indexOf(exit, all)).part());
    }

    private static List<Beat> before(String kind, List<Beat> beats) {
        return beats.subList(0, indexOf(kind, beats));
    }

    private static int indexOf(String kind, List<Beat> beats) {
        for (var i = 0; i < beats.size(); i++) if (beats.get(i).kind().equals(kind)) return i;
        throw new IllegalArgumentException("no " + kind);
    }

    private static List<Beat> with(List<Beat> beats, Part... more) {
        return Stream.concat(beats.stream(), Beat.of(List.of(more)).stream()).toList();
    }
}
