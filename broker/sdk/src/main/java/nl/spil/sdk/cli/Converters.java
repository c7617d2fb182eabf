package nl.spil.sdk.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.DisclosureId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.SecrecyBasis;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Words on the command line as the values they stand for; what is wrong with a word is said in the value's own words. */
final class Converters {
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

    /** A moment, or a day: then its beginning. */
    private static Instant moment(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                        .atStartOfDay(ZoneId.of("Europe/Amsterdam"))
                        .toInstant()
                : Instant.parse(text);
    }
}
