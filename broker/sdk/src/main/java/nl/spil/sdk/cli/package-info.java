/** The command line {@code spil}: everything a partner or operator does, from a terminal or a script. */
@NullMarked
package nl.spil.sdk.cli;

import org.jspecify.annotations.NullMarked;
