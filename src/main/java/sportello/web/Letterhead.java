package sportello.web;

/** What the company puts on every page. */
public record Letterhead(String name, String address, String email, String phone, String url, boolean logo) {}
