package nl.spil.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of the roles of an embedded cluster; made once and kept where only the owner reads. */
record RolePasswords(String admin, String owner, String runtime) {

    static RolePasswords keptIn(Path file) {
        try {
            if (!Files.exists(file)) {
                PrivateFiles.write(file, fresh().text().getBytes(StandardCharsets.UTF_8));
            }
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            return new RolePasswords(
                    required(properties, "admin"), required(properties, "owner"), required(properties, "runtime"));
        } catch (IOException e) {
            throw new EmbeddedFailed("cannot read the database passwords in " + file, e);
        }
    }

    private static RolePasswords fresh() {
        return new RolePasswords(random(), random(), random());
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name, "");
        if (value.isEmpty()) {
            throw new EmbeddedFailed("the database password of '" + name + "' is missing");
        }
        return value;
    }

    private String text() {
        return "admin=" + admin + "\nowner=" + owner + "\nruntime=" + runtime + "\n";
    }

    @Override
    public String toString() {
        return "RolePasswords[3]";
    }
}
