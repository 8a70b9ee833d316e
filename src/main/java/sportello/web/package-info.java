/**
 * The doors for browsers, and what they share: the shell of every page, its assets, its words, its errors, which programs are
 * told too. Each audience has a sub-package of its own; they share nothing else.
 */
@ApplicationModule
@NullMarked
package sportello.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
