/** What tests of other modules need of the consent register. */
@NullMarked
package nl.spil.consent;

import org.jspecify.annotations.NullMarked;
