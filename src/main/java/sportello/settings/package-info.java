/**
 * The few things an operator decides outside the program: where the data live, on which port and under which address
 * the desk answers, which database and mail server it uses. They come from the environment or from a file, are typed
 * and checked once at start, and never show a password. All of them stand in docs/settings.md.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package sportello.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
