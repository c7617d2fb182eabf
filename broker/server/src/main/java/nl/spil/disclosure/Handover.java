package nl.spil.disclosure;

import nl.spil.protocol.proof.Receipt;

/** What a recipient gets when it collects. */
sealed interface Handover {

    /** The items it may have now, with the release and the proof that it was recorded first. */
    // Made and handed on at once; nobody keeps or compares it.
    @SuppressWarnings("ArrayRecordComponent")
    record Delivered(byte[] delivery) implements Handover {}

    /** Nothing, since policy permits nothing of it any more. */
    record Withheld(Ruling ruling, Receipt receipt) implements Handover {}
}
