package nl.spil.consent;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import javax.sql.DataSource;
import nl.spil.protocol.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consent register for tests; the words in it are made up, so they are not sealed. */
public final class ConsentFixture implements PrivateText {
    private ConsentFixture() {}

    public static ConsentRegister register(DataSource runtime, ChangeRecorder recorder, InstantSource clock) {
        return new ConsentRegister(new ConsentRows(JdbcClient.create(runtime), new ConsentFixture()), recorder, clock);
    }

    @Override
    public byte[] seal(CaseId caseId, String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(CaseId caseId, byte[] sealed) {
        return new String(sealed, StandardCharsets.UTF_8);
    }
}
