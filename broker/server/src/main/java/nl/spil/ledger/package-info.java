/** Records what happened before it takes effect, in a log that nobody can change unnoticed. */
@NullMarked
package nl.spil.ledger;

import org.jspecify.annotations.NullMarked;
