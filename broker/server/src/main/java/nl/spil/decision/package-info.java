/** What policy is asked and what it answers: the question, the engine behind one port, the decision. */
@NullMarked
package nl.spil.decision;

import org.jspecify.annotations.NullMarked;
