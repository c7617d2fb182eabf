/** What the operator set, checked as a whole before anything starts. */
@NullMarked
package nl.spil.settings;

import org.jspecify.annotations.NullMarked;
