/** Stories played on the running product. */
@NullMarked
package nl.spil.e2e;

import org.jspecify.annotations.NullMarked;
