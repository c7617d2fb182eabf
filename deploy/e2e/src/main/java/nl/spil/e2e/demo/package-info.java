/** {@code spil demo}: one case from registration to withdrawn consent, played on the real thing and explained as it goes. */
@NullMarked
package nl.spil.e2e.demo;

import org.jspecify.annotations.NullMarked;
