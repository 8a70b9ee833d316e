package sportello.ticket;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import sportello.agent.AgentId;
import sportello.customer.CustomerUserId;

@Component
class SubmissionSql {
    private final JdbcClient db;

    SubmissionSql(JdbcClient db) {
        this.db = db;
    }

    /** Whether it arrives for the first time; if the same one is just arriving, waits for what becomes of it. */
    boolean arrives(Submission submission, CustomerUserId by, TicketNumber number) {
        return db.sql("""
                insert into submission (customer_user_id, key, number)
                values (:by, :key, :number)
                on conflict do nothing
                """)
                        .param("by", by.value())
                        .param("key", submission.key())
                        .param("number", number.value())
                        .update()
                == 1;
    }

    /** The ticket to which it led when it arrived. */
    TicketNumber numberOf(Submission submission, CustomerUserId by) {
        return db.sql("select number from submission where customer_user_id = :by and key = :key")
                .param("by", by.value())
                .param("key", submission.key())
                .query((row, no) -> new TicketNumber(row.getString("number")))
                .single();
    }

    /** The same for what an agent sends. */
    boolean arrives(Submission submission, AgentId by, TicketNumber number) {
        return db.sql("""
                insert into agent_submission (agent_id, key, number)
                values (:by, :key, :number)
                on conflict do nothing
                """)
                        .param("by", by.value())
                        .param("key", submission.key())
                        .param("number", number.value())
                        .update()
                == 1;
    }

    TicketNumber numberOf(Submission submission, AgentId by) {
        return db.sql("select number from agent_submission where agent_id = :by and key = :key")
                .param("by", by.value())
                .param("key", submission.key())
                .query((row, no) -> new TicketNumber(row.getString("number")))
                .single();
    }
}
