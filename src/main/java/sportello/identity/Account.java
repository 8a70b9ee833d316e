package sportello.identity;

import java.util.List;
import sportello.base.Language;

/**
 * What stands between a person and the house.
 *
 * @param valid whether the person may enter at all
 */
record Account(
        AccountId id,
        boolean valid,
        String passwordHash,
        String login,
        String firstName,
        String lastName,
        String email,
        Language language) {

    String name() {
        return firstName + " " + lastName;
    }

    /** The words that everybody knows of this person, and that a password may therefore not contain. */
    List<String> knownWords() {
        return PasswordRule.wordsOf(login, firstName, lastName, email);
    }

    @Override
    public String toString() {
        return "Account[" + id.value() + "]";
    }
}
