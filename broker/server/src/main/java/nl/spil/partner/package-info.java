/** The partner directory: who takes part, with which keys, and which of those were revoked. */
@NullMarked
package nl.spil.partner;

import org.jspecify.annotations.NullMarked;
