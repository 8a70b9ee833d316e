package sportello.agent;

/** What an agent may do in the house as a whole, where no single ticket is asked for. */
public record Authority(boolean administrator, boolean supplier, Grants grants) {
    /** The house's own, where it sets itself up. */
    public static final Authority HOUSE = new Authority(true, false, Grants.NONE);

    /** Whether everybody in the registers exists for the agent; a supplier knows only whom the own queues bring (S8). */
    public boolean knowsEverybody() {
        return administrator || !supplier;
    }

    /** Whether the agent may read who came in and who did not, and what was taken along. */
    public boolean readsAccess() {
        return administrator || grants.readsAccess();
    }

    /**
     * Whether the agent may enter customers and the people who ask for them, and correct the people: administrators may,
     * and whoever may open tickets in some queue, because they need a person to open one for. A
     * supplier opens tickets only for people who are known from the own queues.
     */
    public boolean keepsCustomers() {
        return knowsEverybody() && (administrator || grants.allowAnywhere(Permission.CREATE));
    }
}
