package sportello.web;

/** One entry of the top bar: its key in the messages under {@code menu.}, and its address. */
public record MenuEntry(String key, String address, boolean forAdministrators) {}
