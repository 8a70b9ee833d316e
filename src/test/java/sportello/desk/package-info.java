/** Whole desks in processes of their own, with mail that comes and goes, to be killed and looked at afterwards. */
@NullMarked
package sportello.desk;

import org.jspecify.annotations.NullMarked;
