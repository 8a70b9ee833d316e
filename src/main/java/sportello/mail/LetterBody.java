package sportello.mail;

/** What a letter says, once for people who read HTML and once for those who read plain text. */
public record LetterBody(String text, String html) {
    @Override
    public String toString() {
        return "LetterBody[" + text.length() + " characters]";
    }
}
