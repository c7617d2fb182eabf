package nl.spil.settings;

/** A PostgreSQL that somebody else runs, with one role that owns the tables and one for daily work. */
public record ExternalDatabase(String url, String owner, String ownerPassword, String runtime, String runtimePassword) {
    @Override
    public String toString() {
        return "ExternalDatabase[" + owner + ", " + runtime + "]";
    }
}
