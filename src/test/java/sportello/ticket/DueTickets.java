package sportello.ticket;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests of other modules do what the job does every few seconds. */
public final class DueTickets {

    private DueTickets() {}

    /** What is due happens now. */
    public static void fallDue(BeanFactory beans) {
        beans.getBean(FallingDue.class).all();
    }
}
