package nl.spil.e2e.demo;

import nl.spil.protocol.seal.Item;

/**
 * One thing that is shared.
 *
 * @param row the line of the summary it belongs to
 */
record Piece(String row, Item item) {
    String kind() {
        return item.category().code() + " " + item.answerType().name();
    }
}
