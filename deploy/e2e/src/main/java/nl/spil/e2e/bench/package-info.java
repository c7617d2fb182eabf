/** How fast and how dear Spil is, beside what one would put together instead; run by {@code deploy/bench}. */
@NullMarked
package nl.spil.e2e.bench;

import org.jspecify.annotations.NullMarked;
