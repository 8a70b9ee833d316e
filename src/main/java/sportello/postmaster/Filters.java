package sportello.postmaster;

import org.springframework.stereotype.Component;
import sportello.postmaster.MailFilter.Setting;

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
                var wanted = new Setting(setting.name(), match.fill(setting.value()));
                if (isNothing(wanted)) continue;
                further = words.add(further, wanted);
                if (filter.followUps()) further = words.addOnFollowUp(further, wanted);
            }
            if (filter.stop()) break;
        }
        return Step.goOn(further);
    }

    /** A group that found nothing empties no field. */
    private static boolean isNothing(Setting wanted) {
        return wanted.field() != null && wanted.value().isBlank();
    }
}
