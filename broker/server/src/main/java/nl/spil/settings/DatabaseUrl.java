package nl.spil.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A JDBC address taken apart far enough to see whether it protects the connection.
 *
 * @param hosts without ports
 * @param parameters as `name=value`, in lower case
 */
record DatabaseUrl(List<String> hosts, List<String> parameters) {
    private static final String SCHEME = "jdbc:postgresql://";

    /** Parameters that undo the check of the server's certificate, or put a secret where it is easily printed. */
    private static final List<String> FORBIDDEN =
            List.of("sslfactory", "sslhostnameverifier", "socketfactory", "user", "password", "sslpassword");

    static boolean isPostgres(String url) {
        return url.startsWith(SCHEME);
    }

    static DatabaseUrl of(String url) {
        var parts = url.substring(SCHEME.length()).split("\\?", 2);
        var hosts = new ArrayList<String>();
        for (var host : parts[0].split("/", 2)[0].split(",", -1)) {
            hosts.add(host.replaceFirst(":[0-9]+$", ""));
        }
        var query = parts.length == 2 ? parts[1].toLowerCase(Locale.ROOT) : "";
        return new DatabaseUrl(hosts, query.isEmpty() ? List.of() : List.of(query.split("&", -1)));
    }

    /** The first of two equal parameters must not hide the second, whichever of them the driver takes. */
    boolean isProtected(Predicate<String> loopback) {
        var modes = valuesOf("sslmode");
        return hosts.stream().allMatch(loopback)
                || (!modes.isEmpty() && modes.stream().allMatch("verify-full"::equals));
    }

    List<String> forbidden() {
        return FORBIDDEN.stream().filter(name -> !valuesOf(name).isEmpty()).toList();
    }

    private List<String> valuesOf(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.equals(name) || parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(Math.min(parameter.length(), name.length() + 1)))
                .toList();
    }
}
