/**
 * The measuring bench: fills a database as a desk of years would, runs the packaged program on it, and asks for its
 * pages as browsers do. Nothing here is in the product; what is measured is said in docs/performance.md.
 */
@NullMarked
package sportello.bench;

import org.jspecify.annotations.NullMarked;
