package sportello.configuration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import sportello.agent.Authority;
import sportello.base.Outcome;
import sportello.field.FieldSettings;
import sportello.field.KeepingFields;
import sportello.field.KeptField;
import sportello.field.Kind;
import sportello.field.Label;
import sportello.field.Limits;
import sportello.field.Option;
import sportello.field.Screen;
import sportello.field.Subject;
import sportello.field.TypedOptions;
import sportello.field.Use;

/** The fields of the house's own; what is said in them is no matter of the document. */
@Component
class FieldsSection implements Section<FieldsSection.Entry> {
    private static final Label NOTHING = new Label("", "");

    private final KeepingFields keeping;

    FieldsSection(KeepingFields keeping) {
        this.keeping = keeping;
    }

    /** Where a field is only read. */
    enum Sign {
        HIDDEN,
        SHOWN;

        static Sign of(Use use) {
            return use == Use.HIDDEN ? HIDDEN : SHOWN;
        }

        Use use() {
            return this == HIDDEN ? Use.HIDDEN : Use.SHOWN;
        }
    }

    record Screens(
            Use opening,
            Use portalOpening,
            Use ticket,
            Use closing,
            Sign list,
            Sign portalTicket,
            Use note,
            Use answer,
            Use call,
            Sign article,
            Sign portalArticle,
            Use customer,
            Sign customerBeside,
            Use customerUser,
            Sign customerUserBeside) {
        static final Screens NONE = new Screens(
                Use.HIDDEN,
                Use.HIDDEN,
                Use.HIDDEN,
                Use.HIDDEN,
                Sign.HIDDEN,
                Sign.HIDDEN,
                Use.HIDDEN,
                Use.HIDDEN,
                Use.HIDDEN,
                Sign.HIDDEN,
                Sign.HIDDEN,
                Use.HIDDEN,
                Sign.HIDDEN,
                Use.HIDDEN,
                Sign.HIDDEN);

        static Screens of(KeptField kept) {
            var field = kept.field();
            return new Screens(
                    field.on(Screen.OPENING),
                    field.on(Screen.PORTAL_OPENING),
                    field.on(Screen.TICKET),
                    field.on(Screen.CLOSING),
                    Sign.of(field.on(Screen.LIST)),
                    Sign.of(field.on(Screen.PORTAL_TICKET)),
                    field.on(Screen.NOTE),
                    field.on(Screen.ANSWER),
                    field.on(Screen.CALL),
                    Sign.of(field.on(Screen.ARTICLE)),
                    Sign.of(field.on(Screen.PORTAL_ARTICLE)),
                    field.on(Screen.CUSTOMER),
                    Sign.of(field.on(Screen.CUSTOMER_BESIDE)),
                    field.on(Screen.CUSTOMER_USER),
                    Sign.of(field.on(Screen.CUSTOMER_USER_BESIDE)));
        }

        Map<Screen, Use> uses() {
            var uses = new EnumMap<Screen, Use>(Screen.class);
            for (var screen : Screen.values()) uses.put(screen, on(screen));
            return uses;
        }

        private Use on(Screen screen) {
            return switch (screen) {
                case OPENING -> opening;
                case PORTAL_OPENING -> portalOpening;
                case TICKET -> ticket;
                case CLOSING -> closing;
                case LIST -> list.use();
                case PORTAL_TICKET -> portalTicket.use();
                case NOTE -> note;
                case ANSWER -> answer;
                case CALL -> call;
                case ARTICLE -> article.use();
                case PORTAL_ARTICLE -> portalArticle.use();
                case CUSTOMER -> customer;
                case CUSTOMER_BESIDE -> customerBeside.use();
                case CUSTOMER_USER -> customerUser;
                case CUSTOMER_USER_BESIDE -> customerUserBeside.use();
            };
        }
    }

    record Entry(
            Subject subject,
            String key,
            Kind kind,
            Label label,
            Label hint,
            Limits limits,
            List<String> options,
            Screens screens,
            boolean valid) {

        static Entry of(KeptField kept) {
            var field = kept.field();
            return new Entry(
                    field.subject(),
                    field.key(),
                    field.kind(),
                    field.label(),
                    field.hint(),
                    field.limits(),
                    field.options().stream().map(Option::name).toList(),
                    Screens.of(kept),
                    kept.valid());
        }

        FieldSettings settings() {
            return new FieldSettings(
                    subject, key, kind, label, hint, limits, TypedOptions.named(options), screens.uses(), valid);
        }
    }

    @Override
    public Part part() {
        return Part.FIELDS;
    }

    @Override
    public Entry blank() {
        return new Entry(Subject.TICKET, "", Kind.LINE, NOTHING, NOTHING, Limits.NONE, List.of(), Screens.NONE, true);
    }

    @Override
    public List<String> names() {
        return List.of("key");
    }

    @Override
    public List<Entry> all() {
        return keeping.all().stream().map(Entry::of).toList();
    }

    @Override
    public Outcome<?> keep(@Nullable Entry before, Entry wanted, Authority by) {
        if (before == null) return keeping.add(wanted.settings(), by);
        if (before.subject() != wanted.subject())
            return Outcome.refused(
                    "configuration.subject", wanted.key(), before.subject().key());
        if (before.kind() != wanted.kind())
            return Outcome.refused(
                    "configuration.kind", wanted.key(), before.kind().key());
        var kept = kept(before);
        return keeping.correct(kept.field().id(), kept.version(), wanted.settings(), by);
    }

    private KeptField kept(Entry entry) {
        return Section.kept(keeping.all(), kept -> kept.field().key(), entry.key());
    }

    @Override
    public boolean isOrdered() {
        return true;
    }

    @Override
    public void arrange(List<Entry> entries, Authority by) {
        keeping.arrange(entries.stream().map(entry -> kept(entry).field().id()).toList(), by);
    }
}
