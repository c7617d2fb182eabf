package nl.spil.decision;

/**
 * The ground in law on which an item is permitted.
 *
 * @param code the folder under policies/bases
 * @param article the law it rests on, as an address a person can open
 */
public record Basis(String code, String article) {}
