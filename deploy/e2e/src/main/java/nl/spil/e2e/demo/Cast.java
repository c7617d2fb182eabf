package nl.spil.e2e.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.proof.Receipt;
import nl.spil.sdk.Operator;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Patience;
import nl.spil.sdk.Profile;
import nl.spil.sdk.SpilPartner;
import tools.jackson.databind.JsonNode;

/** The organisations of the case, each with a folder, keys and a professional of its own. */
final class Cast {
    private static final Patience PATIENCE = Patience.usual();

    private final SequencedMap<String, Member> members = new LinkedHashMap<>();
    private final Map<String, SpilPartner> partners = new LinkedHashMap<>();
    private final Place place;
    private final Words words;

    /**
     * One organisation.
     *
     * @param key what the files of the case call it
     */
    record Member(String key, Oin oin, String name, PartnerType type, ParticipantClass participantClass) {}

    Cast(JsonNode partners, Place place, Words words) {
        this.place = place;
        this.words = words;
        partners.path("partners").valueStream().map(Cast::member).forEach(member -> members.put(member.key(), member));
    }

    private static Member member(JsonNode tree) {
        return new Member(
                tree.path("key").asString(),
                new Oin(tree.path("oin").asString()),
                tree.path("name").asString(),
                new PartnerType(tree.path("type").asString()),
                ParticipantClass.valueOf(tree.path("participantClass").asString()));
    }

    /** Registers whoever is new and publishes everyone's keys, as an operator and each partner would. */
    List<Receipt> join(URI broker, Screen screen) {
        var operator = Operator.of(place.broker(), PATIENCE, words.language());
        var receipts = new ArrayList<Receipt>();
        for (var member : members.values()) {
            var home = PartnerHome.at(place.partner(member.key()));
            var known = home.inhabited();
            if (known) {
                home.keep(home.profile().at(broker));
            } else {
                receipts.add(operator.register(profile(member, broker), home));
            }
            var partner = SpilPartner.at(home, PATIENCE, words.language());
            receipts.add(partner.publishKeys());
            partners.put(member.key(), partner);
            screen.good(words.text(known ? "partners.known" : "partners.new", member.name(), kind(member)));
        }
        return receipts;
    }

    private String kind(Member member) {
        return words.label("type", member.type().code()) + ", "
                + words.label("class", member.participantClass().name());
    }

    private static Profile profile(Member member, URI broker) {
        return new Profile(
                member.oin(),
                member.name(),
                member.type(),
                member.participantClass(),
                broker,
                Optional.of(professional(member)));
    }

    private static Actor professional(Member member) {
        var until = Instant.now().plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS);
        return new Actor(
                new EmployeeId(member.key() + "-07"), new ActorRole("PARTICIPANT_PROFESSIONAL"), true, until, false);
    }

    Member member(String key) {
        return Optional.ofNullable(members.get(key))
                .orElseThrow(() -> new IllegalArgumentException("partners.json has no '" + key + "'"));
    }

    Oin oin(String key) {
        return member(key).oin();
    }

    String name(String key) {
        return member(key).name();
    }

    String nameOf(Oin oin) {
        return members.values().stream()
                .filter(member -> member.oin().equals(oin))
                .findFirst()
                .map(Member::name)
                .orElse(oin.value());
    }

    SpilPartner partner(String key) {
        return Objects.requireNonNull(partners.get(member(key).key()), "this partner is not set up yet");
    }
}
