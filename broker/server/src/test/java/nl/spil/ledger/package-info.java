/** Tests of the ledger, on a real PostgreSQL. */
@NullMarked
package nl.spil.ledger;

import org.jspecify.annotations.NullMarked;
