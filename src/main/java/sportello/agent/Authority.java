package sportello.agent;

/** What an agent may do in the house as a whole, where no single ticket is asked for. */
public record Authority(boolean administrator, Grants grants) {
    /** The house's own, where it sets itself up. */
    public static final Authority HOUSE = new Authority(true, Grants.NONE);

    /**
     * Whether the agent may enter customers and the people who ask for them, and correct the people: administrators may,
     * and whoever may open tickets in some queue, because they need a person to open one for.
     */
    public boolean keepsCustomers() {
        return administrator || grants.allowAnywhere(Permission.CREATE);
    }
}
