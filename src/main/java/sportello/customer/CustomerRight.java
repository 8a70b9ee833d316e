package sportello.customer;

import org.jspecify.annotations.Nullable;
import sportello.agent.GroupId;

/**
 * What a customer's people, or one person, may do with requests in a group that is reserved.
 *
 * @param groupName how the group is called
 * @param customer whose confirmed people all have it; null for a right of one person
 * @param person who has it alone; null for a right of a customer
 * @param name of the customer or the person
 * @param sign by which administrators name the holder: the customer's code or the person's e-mail address
 * @param writes whether they also open and answer there
 * @param ours whether it reaches all requests of the customer, and not only the own ones
 */
public record CustomerRight(
        long id,
        GroupId group,
        String groupName,
        @Nullable CustomerId customer,
        @Nullable CustomerUserId person,
        String name,
        String sign,
        boolean writes,
        boolean ours) {}
