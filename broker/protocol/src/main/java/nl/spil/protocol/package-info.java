/** What both ends of an exchange must agree on: names, the sealed exchange, the receipt. */
@NullMarked
package nl.spil.protocol;

import org.jspecify.annotations.NullMarked;
