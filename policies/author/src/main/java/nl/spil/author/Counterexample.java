package nl.spil.author;

import tools.jackson.databind.node.ObjectNode;

/**
 * One question, about one recipient and one item, whose answer breaks what must hold.
 *
 * @param mustBePermitted whether the item should have been permitted; else it should not
 */
record Counterexample(ObjectNode question, boolean mustBePermitted) {}
