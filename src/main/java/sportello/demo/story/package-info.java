/**
 * Composes the demo's past: scenarios written by hand, towns, people and working hours become tickets with a life. The
 * same day and the same texts always make the same tickets.
 */
@NullMarked
package sportello.demo.story;

import org.jspecify.annotations.NullMarked;
