package sportello.demo.story;

import java.util.random.RandomGenerator;
import sportello.base.Language;

/** What is said again and again, whatever the matter. */
record Phrases(Sheet sheet) {

    /** One of the ways to say it; its kind is what is said. */
    Part oneOf(String what, Language language, RandomGenerator random) {
        var ways = sheet.get(what).parts(language.code());
        var way = ways.get(random.nextInt(ways.size()));
        return new Part(what, way.argument(), way.subject(), way.text());
    }
}
