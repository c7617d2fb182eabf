/** Who is calling: tokens bound to their holder, partners, and the professionals they act for. */
@NullMarked
package nl.spil.access;

import org.jspecify.annotations.NullMarked;
