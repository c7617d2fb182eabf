/** A partner's system: send, collect, open, acknowledge, verify. */
@NullMarked
package nl.spil.sdk;

import org.jspecify.annotations.NullMarked;
