package nl.spil.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.spil.protocol.Actor;
import nl.spil.protocol.ActorRole;
import nl.spil.protocol.AgeBand;
import nl.spil.protocol.AnswerType;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.DataCategory;
import nl.spil.protocol.EmployeeId;
import nl.spil.protocol.Grounds;
import nl.spil.protocol.NecessityRecord;
import nl.spil.protocol.Oin;
import nl.spil.protocol.ParticipantClass;
import nl.spil.protocol.PartnerType;
import nl.spil.protocol.PoliceAuthority;
import nl.spil.protocol.Pseudonym;
import nl.spil.protocol.Purpose;
import nl.spil.protocol.Stage;
import nl.spil.protocol.seal.Item;
import nl.spil.sdk.Admission;
import nl.spil.sdk.NewCase;
import nl.spil.sdk.Operator;
import nl.spil.sdk.PartnerHome;
import nl.spil.sdk.Patience;
import nl.spil.sdk.Profile;
import nl.spil.sdk.Sending;
import nl.spil.sdk.SpilPartner;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The smallest region in which something can be shared: police that send, a municipality and probation that receive, and
 * one case in consultation.
 */
public final class Region {
    public static final Purpose PURPOSE = new Purpose("case-consultation");

    private static final Oin POLICE = new Oin("00000099000000990001");
    private static final Oin MUNICIPALITY = new Oin("00000099000000990002");
    private static final Oin PROBATION = new Oin("00000099000000990003");

    private final SpilPartner police;
    private final SpilPartner municipality;
    private final SpilPartner probation;
    private final CaseId caseId = CaseId.random();
    private final Pseudonym subject = Pseudonym.random();

    private Region(SpilPartner police, SpilPartner municipality, SpilPartner probation) {
        this.police = police;
        this.municipality = municipality;
        this.probation = probation;
    }

    /** Registers the three with the broker of this data folder, each with a folder of its own, and brings a case to consultation. */
    public static Region on(Path data, Path folders, Patience patience) {
        var operator = Operator.of(data, Patience.usual(), Locale.ENGLISH);
        var region = new Region(
                partner(operator, folders, POLICE, "POLICE", ParticipantClass.PUBLIC, patience),
                partner(operator, folders, MUNICIPALITY, "MUNICIPAL_EXECUTIVE", ParticipantClass.PUBLIC, patience),
                partner(operator, folders, PROBATION, "PROBATION", ParticipantClass.PRIVATE, patience));
        region.openCase();
        return region;
    }

    private static SpilPartner partner(
            Operator operator, Path folders, Oin oin, String type, ParticipantClass taking, Patience patience) {
        var home = PartnerHome.at(folders.resolve(type.toLowerCase(Locale.ROOT)));
        var until = Instant.now().plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS);
        var actor = new Actor(new EmployeeId("e-1"), new ActorRole("PARTICIPANT_PROFESSIONAL"), true, until, false);
        operator.register(
                new Profile(oin, type, new PartnerType(type), taking, operator.address(), Optional.of(actor)), home);
        SpilPartner.at(home, Patience.usual(), Locale.ENGLISH).publishKeys();
        return SpilPartner.at(home, patience, Locale.ENGLISH);
    }

    private void openCase() {
        municipality.openCase(new NewCase(
                caseId, PURPOSE, "testing", "COMPLEX", List.of(NewCase.Subject.of(subject, AgeBand.ADULT))));
        for (var stage : List.of(Stage.TRIAGE, Stage.ASSESSMENT, Stage.CONSULTATION)) {
            municipality.moveTo(caseId, stage);
        }
        municipality.admit(caseId, PROBATION, Admission.asParticipant());
    }

    /** The same police calling another address, such as a proxy before the broker, with other patience. */
    public SpilPartner policeAt(URI address, Patience patience) {
        return at(address, police, patience);
    }

    /** A partner of this region at a broker that moved. */
    public SpilPartner at(URI address, SpilPartner partner) {
        return at(address, partner, Patience.usual());
    }

    private static SpilPartner at(URI address, SpilPartner partner, Patience patience) {
        var home = partner.home();
        home.keep(home.profile().at(address));
        return SpilPartner.at(home, patience, Locale.ENGLISH);
    }

    /** To whom {@link #sending} goes. */
    public List<Oin> recipients() {
        return List.of(MUNICIPALITY, PROBATION);
    }

    public SpilPartner police() {
        return police;
    }

    public SpilPartner municipality() {
        return municipality;
    }

    public SpilPartner probation() {
        return probation;
    }

    public CaseId caseId() {
        return caseId;
    }

    public Pseudonym subject() {
        return subject;
    }

    /** What the police may share here with both others: so many items, so much text in each. */
    public Sending sending(int items, String text) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var necessity = new NecessityRecord(true, true, true, new EmployeeId("e-1"), now);
        var value = JsonNodeFactory.instance.stringNode(text);
        var kinds = List.of("POLICE", "IDENTIFYING", "CONTACT", "ACTION_AGREEMENT", "POLICE", "POLICE");
        var shared = java.util.stream.IntStream.range(0, items)
                .mapToObj(i ->
                        new Item(new DataCategory(kinds.get(i % kinds.size())), AnswerType.SUMMARY, subject, value))
                .toList();
        return Sending.of(caseId, PURPOSE, recipients(), shared, necessity)
                .on(Grounds.none().with(new PoliceAuthority(true, now)));
    }
}
