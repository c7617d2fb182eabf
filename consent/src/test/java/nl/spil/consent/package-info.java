/** Tests of what the register promises, without a database; the register itself is tested where there is one. */
@NullMarked
package nl.spil.consent;

import org.jspecify.annotations.NullMarked;
