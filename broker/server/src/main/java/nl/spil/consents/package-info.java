/** The door to the consent register: who may register a consent, in which case, and that it is told to the ledger. */
@NullMarked
package nl.spil.consents;

import org.jspecify.annotations.NullMarked;
