package nl.spil.access;

import nl.spil.problem.Rejected;

/** Told of every request of a known partner that was refused, so that it can be recorded. */
@FunctionalInterface
public interface Attempts {
    /**
     * Notes the attempt.
     *
     * @param path without query; ids only
     */
    void refused(CallingPartner caller, String method, String path, Rejected why);
}
