/** The consent register: what data subjects agreed to, and what they withdrew. */
@NullMarked
package nl.spil.consent;

import org.jspecify.annotations.NullMarked;
