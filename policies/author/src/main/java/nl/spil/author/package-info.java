/** A policy author's tools: builds the rules from what is written, and asks them what they promise. */
@NullMarked
package nl.spil.author;

import org.jspecify.annotations.NullMarked;
