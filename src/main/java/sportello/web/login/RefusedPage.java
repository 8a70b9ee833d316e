package sportello.web.login;

import sportello.base.Refusal;

/** The page of somebody for whom a provider vouches and who does not get in. */
public record RefusedPage(Refusal refusal) {}
