/** A PostgreSQL of our own: unpacked, started, watched and stopped by the broker, for one machine. */
@NullMarked
package nl.spil.embedded;

import org.jspecify.annotations.NullMarked;
