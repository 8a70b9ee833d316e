/** The house: its modules are the direct sub-packages, stacked in floors (see docs/architecture.md). */
@NullMarked
package sportello;

import org.jspecify.annotations.NullMarked;
