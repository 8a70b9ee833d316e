/**
 * The administrators' door: what the house is set up with and corrected for years. One page lists all areas in words; the
 * page of each says in a sentence what it is for and what depends on it. What is in use is made invalid, never deleted.
 *
 * <p>A new area is a constant of {@code Area} with two sentences in the messages, its routes below {@code /admin} for
 * administrators only, and pages in {@code layout.admin}.
 */
@NullMarked
package sportello.web.admin;

import org.jspecify.annotations.NullMarked;
