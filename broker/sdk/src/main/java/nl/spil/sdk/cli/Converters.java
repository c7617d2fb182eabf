package nl.spil.sdk.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.Declaration;
import nl.spil.protocol.DeclarationCode;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Words on the command line as the values they stand for; what is wrong with a word is said in the value's own words. */
final class Converters {
    private static final Pattern DECLARATION = Pattern.compile("([^@]+)@([^/#]+)(?:/([^/#]+))?(?:#(.+))?");

    private Converters() {}

    static void addTo(CommandLine line) {
        add(line, Oin.class, Oin::new);
        add(line, CaseId.class, CaseId::new);
        add(line, Purpose.class, Purpose::new);
        add(line, DataCategory.class, DataCategory::new);
        add(line, PartnerType.class, PartnerType::new);
        add(line, SecrecyBasis.class, SecrecyBasis::new);
        add(line, DisclosureId.class, DisclosureId::of);
        add(line, ItemText.class, ItemText::parse);
        add(line, UUID.class, UUID::fromString);
        add(line, Instant.class, Converters::moment);
        add(line, Declaration.class, Converters::declaration);
    }

    private static <T> void add(CommandLine line, Class<T> type, Function<String, T> reading) {
        line.registerConverter(type, text -> {
            try {
                return reading.apply(text);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        });
    }

    /** What was declared and when; after a slash until when it holds, after a hash the id under which it is kept. */
    private static Declaration declaration(String text) {
        var parts = DECLARATION.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "a declaration looks like rac_positive@2026-03-01 or code@from/until#id");
        }
        var made = Declaration.of(DeclarationCode.of(parts.group(1)), whole(parts.group(2)));
        var ending = parts.group(3) == null ? made : made.until(whole(parts.group(3)));
        return parts.group(4) == null ? ending : ending.under(parts.group(4));
    }

    private static Instant whole(String text) {
        return moment(text).truncatedTo(ChronoUnit.SECONDS);
    }

    /** A moment, or a day: then its beginning. */
    private static Instant moment(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
                        .toInstant()
                : Instant.parse(text);
    }
}
