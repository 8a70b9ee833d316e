@NullMarked
package sportello.saml;

import org.jspecify.annotations.NullMarked;
