/** The way of new rules into use: proposed, tested, replayed, reviewed, approved by somebody else, and only then activated. */
@NullMarked
package nl.spil.administration;

import org.jspecify.annotations.NullMarked;
