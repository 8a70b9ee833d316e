package sportello.customer;

import java.util.List;
import java.util.Locale;

/** What a file can bring. */
public enum ImportKind {
    CUSTOMERS(Column.CODE, Column.NAME),
    PEOPLE(Column.EMAIL, Column.CUSTOMER, Column.FIRST_NAME, Column.LAST_NAME);

    private final List<Column> needed;

    ImportKind(Column... needed) {
        this.needed = List.of(needed);
    }

    /** For the messages. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns without which nothing can be brought. */
    List<Column> needed() {
        return needed;
    }

    /** What a column can hold, and how its head is written in either language. */
    enum Column {
        CODE("codice", "code"),
        NAME("nome", "name"),
        STREET("via", "indirizzo", "street", "address"),
        ZIP("cap", "zip"),
        CITY("città", "citta", "comune", "city"),
        OWNER("operatore", "proprietario", "owner"),
        RESPONSIBLE("responsabile", "responsible"),
        LOGIN("nome utente", "login"),
        CUSTOMER("codice cliente", "cliente", "customer code", "customer"),
        FIRST_NAME("nome", "first name"),
        LAST_NAME("cognome", "last name"),
        EMAIL("e-mail", "email", "mail"),
        PHONE("telefono", "phone"),
        TAX_CODE("codice fiscale", "cf", "tax code"),
        LANGUAGE("lingua", "language"),
        VALID("valido", "valida", "valid");

        private final List<String> heads;

        Column(String... heads) {
            this.heads = List.of(heads);
        }

        boolean isCalled(String head) {
            return heads.contains(head.strip().toLowerCase(Locale.ROOT));
        }

        /** All that people may write. */
        String head() {
            return String.join(" / ", heads);
        }

        /** For the messages. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    List<Column> columns() {
        return switch (this) {
            case CUSTOMERS ->
                List.of(
                        Column.CODE,
                        Column.NAME,
                        Column.STREET,
                        Column.ZIP,
                        Column.CITY,
                        Column.OWNER,
                        Column.RESPONSIBLE,
                        Column.VALID);
            case PEOPLE ->
                List.of(
                        Column.EMAIL,
                        Column.CUSTOMER,
                        Column.FIRST_NAME,
                        Column.LAST_NAME,
                        Column.LOGIN,
                        Column.PHONE,
                        Column.TAX_CODE,
                        Column.LANGUAGE,
                        Column.VALID);
        };
    }
}
