package nl.spil.decision;

import java.io.IOException;
import java.util.Optional;

/** A place outside this installation where rules may come from. */
interface BundleSource {

    /** The archive there when it is another one than was settled last; throws when it cannot be had whole. */
    Optional<byte[]> changed() throws IOException;

    /** What was had last need not be looked at again. */
    void settled();
}
