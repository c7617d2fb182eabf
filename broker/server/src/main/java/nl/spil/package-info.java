/** The broker: the application, its wiring and its problems. */
@NullMarked
package nl.spil;

import org.jspecify.annotations.NullMarked;
