/** The case file: purpose, goal, stage, who is admitted, whom it is about; it states facts and judges nothing. */
@NullMarked
package nl.spil.casefile;

import org.jspecify.annotations.NullMarked;
