package nl.spil.casefile;

import java.sql.SQLException;
import nl.spil.ledger.Rows;
import nl.spil.protocol.CaseId;

/** A case's new key, and the wrapped form of it that is kept with the case. */
final class MintedKey {
    private final CaseId caseId;
    private final CaseKey key;
    private final int epoch;
    private final byte[] wrapped;

    MintedKey(CaseId caseId, CaseKey key, int epoch, byte[] wrapped) {
        this.caseId = caseId;
        this.key = key;
        this.epoch = epoch;
        this.wrapped = wrapped;
    }

    CaseKey key() {
        return key;
    }

    void writeTo(Rows rows) throws SQLException {
        rows.insert("insert into case_key (case_id, epoch, wrapped) values (?, ?, ?)", caseId.value(), epoch, wrapped);
    }
}
