/** What the case file promises. */
@NullMarked
package nl.spil.casefile;

import org.jspecify.annotations.NullMarked;
