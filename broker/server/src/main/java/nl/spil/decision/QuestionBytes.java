package nl.spil.decision;

import java.util.Arrays;
import nl.spil.protocol.Sha256;

/** A question as the engine reads it: UTF-8 JSON by the schema in policies/disclosure. */
public final class QuestionBytes {
    private final byte[] json;

    private QuestionBytes(byte[] json) {
        this.json = json;
    }

    /** The one way in which a question becomes bytes; equal questions give equal bytes. */
    public static QuestionBytes of(Question question) {
        return new QuestionBytes(new QuestionWriter(question).bytes());
    }

    public byte[] json() {
        return json.clone();
    }

    public byte[] sha256() {
        return Sha256.digest(json);
    }

    /** Without a copy, for the engine, which only reads. */
    byte[] unsafe() {
        return json;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuestionBytes that && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    @Override
    public String toString() {
        return "question of " + json.length + " bytes";
    }
}
