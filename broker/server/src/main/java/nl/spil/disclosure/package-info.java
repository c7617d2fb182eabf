/** The one door: asks policy, records the answer, releases what was recorded; the only place that knows all registers. */
@NullMarked
package nl.spil.disclosure;

import org.jspecify.annotations.NullMarked;
