/** What the broker answers when it does not do what was asked: one shape, stable codes, no content, no traces. */
@NullMarked
package nl.spil.problem;

import org.jspecify.annotations.NullMarked;
