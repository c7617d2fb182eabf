package nl.spil.decision;

/**
 * Why policy refuses an item.
 *
 * @param code the folder under policies/refusals
 * @param article the law it rests on, as an address a person can open
 */
public record Reason(String code, String article) {}
