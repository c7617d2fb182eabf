package nl.spil.decision;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what the rules answered where it lies in their memory, by OPA's layout of values (its {@code value.h}). Having the
 * rules write it out as text and reading that again costs a sixth of a decision.
 *
 * <p>The layout is not part of OPA's interface. So nothing is read this way before a probe came out right in the very rules
 * that are used, and whatever looks unfamiliar is written out by the rules after all.
 */
final class ValueReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 32;
    private static final byte COMPUTED = 1;
    private static final byte WRITTEN = 2;

    private final FlatMemory memory;

    ValueReader(FlatMemory memory) {
        this.memory = memory;
    }

    /** Something that is not laid out as this class knows it. */
    static final class Unfamiliar extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfamiliar(String what) {
            super(what, null, false, false);
        }
    }

    /** The value at this address; throws {@link Unfamiliar} or an exception of the memory when there is none. */
    JsonNode read(int address) {
        return read(address, 0);
    }

    private JsonNode read(int address, int depth) {
        if (depth > DEEPEST) {
            throw new Unfamiliar("too deep");
        }
        return switch (memory.read(address)) {
            case 1 -> JSON.nullNode();
            case 2, 9 -> JSON.booleanNode(memory.read(address + 1) != 0);
            case 3 -> number(address);
            case 4, 8 -> JSON.stringNode(text(address));
            case 5 -> array(address, depth);
            case 6 -> object(address, depth);
            case 7 -> set(address, depth);
            default -> throw new Unfamiliar("a kind of value");
        };
    }

    /** Computed, or as it was written in what was read; one that is not whole is left to the rules. */
    private JsonNode number(int address) {
        return switch (memory.read(address + 1)) {
            case COMPUTED -> JSON.numberNode(memory.readLong(address + 8));
            case WRITTEN ->
                JSON.numberNode(whole(memory.text(memory.readInt(address + 8), memory.readInt(address + 12))));
            default -> throw new Unfamiliar("a kind of number");
        };
    }

    private static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new Unfamiliar("a number that is not whole");
        }
    }

    private String text(int address) {
        return memory.text(memory.readInt(address + 8), memory.readInt(address + 4));
    }

    private JsonNode array(int address, int depth) {
        var elements = memory.readInt(address + 4);
        var length = memory.readInt(address + 8);
        var array = JSON.arrayNode();
        for (var i = 0; i < length; i++) {
            array.add(read(memory.readInt(elements + 8 * i + 4), depth + 1));
        }
        return array;
    }

    private JsonNode object(int address, int depth) {
        var buckets = memory.readInt(address + 4);
        var count = memory.readInt(address + 8);
        var object = JSON.objectNode();
        for (var i = 0; i < count; i++) {
            for (var at = memory.readInt(buckets + 4 * i); at != 0; at = memory.readInt(at + 8)) {
                object.set(name(memory.readInt(at)), read(memory.readInt(at + 4), depth + 1));
            }
        }
        mustHave(memory.readInt(address + 12), object.size());
        return object;
    }

    private String name(int key) {
        var kind = memory.read(key);
        if (kind != 4 && kind != 8) {
            throw new Unfamiliar("a name that is no text");
        }
        return text(key);
    }

    /** Written as a list, as OPA does; its order is told by OPA alone, so only what needs none is read. */
    private JsonNode set(int address, int depth) {
        var buckets = memory.readInt(address + 4);
        var count = memory.readInt(address + 8);
        var array = JSON.arrayNode();
        for (var i = 0; i < count; i++) {
            for (var at = memory.readInt(buckets + 4 * i); at != 0; at = memory.readInt(at + 4)) {
                array.add(read(memory.readInt(at), depth + 1));
            }
        }
        mustHave(memory.readInt(address + 12), array.size());
        if (array.size() > 1) {
            throw new Unfamiliar("a set of several");
        }
        return array;
    }

    private static void mustHave(int said, int found) {
        if (said != found) {
            throw new Unfamiliar("another size than it says");
        }
    }
}
