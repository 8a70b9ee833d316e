package sportello.mailbox;

/** Our certificate was renewed in its file and cannot be used; the one of before counts. */
public record CertificateUnusable(String file) {}
