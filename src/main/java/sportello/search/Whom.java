package sportello.search;

import sportello.agent.AgentId;

/** Which agent a search asks for; "me" is whoever looks, also in a search that another keeps. */
sealed interface Whom {

    record Nobody() implements Whom {}

    record Me() implements Whom {}

    record This(AgentId agent) implements Whom {}
}
