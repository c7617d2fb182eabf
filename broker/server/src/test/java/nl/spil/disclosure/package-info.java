/** What the door promises, and what it does when somebody else breaks a promise. */
@NullMarked
package nl.spil.disclosure;

import org.jspecify.annotations.NullMarked;
