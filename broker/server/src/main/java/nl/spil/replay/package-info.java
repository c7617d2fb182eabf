/** What other rules would have made of what was decided before, and why it was decided as it was; decides nothing. */
@NullMarked
package nl.spil.replay;

import org.jspecify.annotations.NullMarked;
