package nl.spil.replay;

/**
 * An entry in which a change shows.
 *
 * @param entry its place in the log
 * @param action what was asked there
 * @param answerType of the item; empty where it is about more than one
 */
record Example(long entry, String action, String answerType) {}
