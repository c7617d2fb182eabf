package nl.spil.partner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.spil.ledger.Draft;
import nl.spil.ledger.EntryKind;
import nl.spil.ledger.FactScope;
import nl.spil.ledger.FactsVersions;
import nl.spil.ledger.Ledger;
import nl.spil.ledger.StaleFacts;
import nl.spil.ledger.Work;
import nl.spil.ledger.WorkFailed;
import nl.spil.ledger.Writing;
import nl.spil.problem.ProblemType;
import nl.spil.problem.Rejected;
import nl.spil.protocol.Checked;
import nl.spil.protocol.KeyId;
import nl.spil.protocol.Oin;
import nl.spil.protocol.Problem;
import nl.spil.protocol.Sha256;
import nl.spil.protocol.proof.LeafHeader;
import nl.spil.protocol.proof.Receipt;
import nl.spil.protocol.seal.KeySet;

/** Changes the directory, each time together with the entry that says so. */
final class PartnerRegister {
    private static final int TRIES = 3;

    private final Directory directory;
    private final Ledger ledger;
    private final X509Certificate root;
    private final Clock clock;

    PartnerRegister(Directory directory, Ledger ledger, X509Certificate root, Clock clock) {
        this.directory = directory;
        this.ledger = ledger;
        this.root = root;
        this.clock = clock;
    }

    /** Lets an organisation in; the same registration twice is one, another under the same number is a conflict. */
    Receipt register(NewPartner wanted) {
        return changing(wanted.partner().oin(), versions -> {
            var known = directory.known(wanted.partner().oin());
            if (known.isEmpty()) {
                return recordRegistration(wanted, versions);
            }
            if (wanted.isSameAs(known.get())) {
                return ledger.receipt(known.get().entry());
            }
            throw new Rejected(ProblemType.CONFLICT);
        });
    }

    /** Takes over a key set that the partner signed, if it is its own, sound, and newer than the last. */
    Receipt publish(Oin oin, String jwks) {
        var hash = Sha256.of(jwks.getBytes(US_ASCII));
        return changing(oin, versions -> {
            var known = directory.known(oin).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
            var last = known.published();
            if (last.isPresent() && last.get().hash().equals(hash.value())) {
                return ledger.receipt(last.get().entry());
            }
            var set = sound(KeySet.verify(
                    jwks, root, oin, last.map(PublishedKeys::sequence).orElse(0L), clock.instant()));
            refuseRevoked(known, set);
            return recordKeys(set, jwks, hash, versions);
        });
    }

    /** From the entry on only these let the partner's systems in; tokens that rest on others end at once. */
    Receipt replace(Oin oin, NewCredentials wanted) {
        return changing(oin, versions -> {
            var known = directory.known(oin).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
            var credentials = wanted.over(known.credentials());
            refuseRevoked(known, credentials);
            if (credentials.areSameAs(known.credentials())) {
                return ledger.receipt(known.credentialsEntry());
            }
            return recordCredentials(oin, credentials, versions);
        });
    }

    /** From the entry on nothing signed with this key is accepted, and no token that rests on this key or certificate. */
    Receipt revoke(Oin oin, KeyId kid) {
        return changing(oin, versions -> {
            var known = directory.known(oin).orElseThrow(() -> new Rejected(ProblemType.NOT_FOUND));
            var already = known.revoked().get(kid);
            if (already != null) {
                return ledger.receipt(already);
            }
            if (!known.bears(kid)) {
                throw new Rejected(ProblemType.NOT_FOUND);
            }
            return recordRevocation(oin, kid, versions);
        });
    }

    /** What is read here was true when the entry was written, or it is read again. */
    private Receipt changing(Oin oin, Function<FactsVersions, Receipt> change) {
        return directory.during(() -> {
            for (var attempt = 1; ; attempt++) {
                try {
                    return change.apply(ledger.versionsOf(List.of(FactScope.partner(oin))));
                } catch (StaleFacts meanwhile) {
                    if (attempt == TRIES) {
                        throw meanwhile;
                    }
                } catch (WorkFailed refused) {
                    if (attempt == TRIES || !refused.duplicate()) {
                        throw refused;
                    }
                }
            }
        });
    }

    private static KeySet sound(Checked<KeySet> checked) {
        return switch (checked) {
            case Checked.Sound<KeySet>(var set) -> set;
            case Checked.Unsound<KeySet>(var problems) -> throw new Rejected(ProblemType.MALFORMED, problems);
        };
    }

    private static void refuseRevoked(KnownPartner known, KeySet set) {
        var ids = Stream.concat(
                set.signing().stream().map(key -> key.id()),
                set.sealing().stream().map(key -> key.id()));
        if (ids.anyMatch(known.revoked()::containsKey)) {
            throw revokedAt("/claims/keys");
        }
    }

    private static void refuseRevoked(KnownPartner known, Credentials credentials) {
        if (known.revoked().keySet().stream().anyMatch(credentials::include)) {
            throw revokedAt("");
        }
    }

    private static Rejected revokedAt(String pointer) {
        return new Rejected(
                ProblemType.MALFORMED,
                List.of(new Problem("key-revoked", pointer, "What was revoked does not come back.")));
    }

    private Receipt recordRegistration(NewPartner wanted, FactsVersions versions) {
        var partner = wanted.partner();
        var record = Map.of(
                "type", partner.type().code(),
                "class", partner.participantClass().name(),
                "clientKeys",
                        wanted.credentials().clientKeys().stream()
                                .map(key -> key.id().value())
                                .toList());
        return place(
                versions,
                partner.oin(),
                EntryKind.PARTNER_REGISTERED,
                LeafHeader.none().from(partner.oin()),
                record,
                (rows, positions) -> rows.insert(
                        "insert into partner (oin, name, type, participant_class, client_keys, certificates, entry,"
                                + " registered_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        partner.oin().value(),
                        partner.name(),
                        partner.type().code(),
                        partner.participantClass(),
                        ClientKeys.text(wanted.credentials().clientKeys()),
                        wanted.credentials().certificates().toArray(String[]::new),
                        positions.getFirst().index(),
                        positions.getFirst().time()));
    }

    private Receipt recordKeys(KeySet set, String jwks, Sha256 hash, FactsVersions versions) {
        var record = Map.of(
                "sequence", set.sequence(),
                "hash", hash.value(),
                "signing", set.signing().stream().map(key -> key.id().value()).toList(),
                "sealing", set.sealing().stream().map(key -> key.id().value()).toList());
        return place(
                versions,
                set.partner(),
                EntryKind.KEYS_CHANGED,
                // Whoever gets these keys can see, from the leaf alone, that they are the ones in the log.
                LeafHeader.none().from(set.partner()).release(hash),
                record,
                (rows, positions) -> rows.insert(
                        "insert into partner_key_set (oin, sequence, hash, jwks, expires_at, entry, published_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        set.partner().value(),
                        set.sequence(),
                        hash.value(),
                        jwks,
                        set.expiresAt(),
                        positions.getFirst().index(),
                        positions.getFirst().time()));
    }

    private Receipt recordCredentials(Oin oin, Credentials credentials, FactsVersions versions) {
        var record = Map.of(
                "clientKeys",
                        credentials.clientKeys().stream()
                                .map(key -> key.id().value())
                                .toList(),
                "certificates", credentials.certificates().stream().sorted().toList());
        return place(
                versions,
                oin,
                EntryKind.CREDENTIALS_CHANGED,
                LeafHeader.none().from(oin),
                record,
                (rows, positions) -> rows.insert(
                        "insert into partner_credentials (entry, oin, client_keys, certificates, replaced_at)"
                                + " values (?, ?, ?, ?, ?)",
                        positions.getFirst().index(),
                        oin.value(),
                        ClientKeys.text(credentials.clientKeys()),
                        credentials.certificates().toArray(String[]::new),
                        positions.getFirst().time()));
    }

    private Receipt recordRevocation(Oin oin, KeyId kid, FactsVersions versions) {
        return place(
                versions,
                oin,
                EntryKind.KEY_REVOKED,
                LeafHeader.none().from(oin),
                Map.of("kid", kid.value()),
                (rows, positions) -> rows.insert(
                        "insert into revoked_key (oin, kid, entry, revoked_at) values (?, ?, ?, ?)",
                        oin.value(),
                        kid.value(),
                        positions.getFirst().index(),
                        positions.getFirst().time()));
    }

    private Receipt place(
            FactsVersions versions, Oin oin, EntryKind kind, LeafHeader header, Map<String, ?> record, Work work) {
        var draft = Draft.of(oin, kind, header, record);
        var writing = Writing.of(draft)
                .readAt(versions)
                .bumping(FactScope.partner(oin))
                .with(work);
        return ledger.record(writing).of(draft).receipt();
    }
}
