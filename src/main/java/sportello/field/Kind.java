package sportello.field;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be written into a field. */
public enum Kind {
    LINE(500),
    TEXT(10_000),
    NUMBER(0),
    DECIMAL(0),
    /** An amount in the field's currency. */
    MONEY(0),
    DATE(0),
    MOMENT(0),
    CHOICE(0),
    CHOICES(0),
    /** One of what hangs below each other. */
    TREE(0),
    YES_NO(0),
    LINK(2_000),
    /** Somebody who works here. */
    AGENT(0),
    /** An organisation. */
    CUSTOMER(0);

    private final int longest;

    Kind(int longest) {
        this.longest = longest;
    }

    public static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** As it is stored, and for the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In characters; 0 for what is no text. */
    public int longest() {
        return longest;
    }

    public boolean isWords() {
        return longest > 0;
    }

    public boolean isNumeric() {
        return this == NUMBER || this == DECIMAL || this == MONEY;
    }

    /** Whether it names somebody of the registers, which no customer may leaf through. */
    public boolean isNamed() {
        return this == AGENT || this == CUSTOMER;
    }

    /** Whether its answers stand in a list. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES || this == TREE;
    }
}
