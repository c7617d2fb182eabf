/** The description of the broker's interface, for programs and people who have never seen it. */
@NullMarked
package nl.spil.openapi;

import org.jspecify.annotations.NullMarked;
