package sportello.postmaster;

import org.springframework.stereotype.Component;

/** What the house's own filters want, asked in their order until one says stop. */
@Component
class Filters implements Step {
    private final WishWords words;

    Filters(WishWords words) {
        this.words = words;
    }

    @Override
    public Next take(Course course) {
        var further = course;
        for (var filter : course.setup().filters()) {
            var match = filter.match(course.mail()).orElse(null);
            if (match == null) continue;
            further = further.noting("filter", filter.name());
            for (var setting : filter.settings()) {
                var value = match.fill(setting.value());
                further = words.add(further, setting.name(), value);
                if (filter.followUps()) further = words.addOnFollowUp(further, setting.name(), value);
            }
            if (filter.stop()) break;
        }
        return Step.goOn(further);
    }
}
