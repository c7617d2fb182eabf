package nl.spil.settings;

import java.util.List;

/** The broker does not start: everything that is missing, weak or unknown, in one list. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    SettingsRefused(List<String> complaints) {
        super(String.join("; ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    public List<String> complaints() {
        return complaints;
    }
}
