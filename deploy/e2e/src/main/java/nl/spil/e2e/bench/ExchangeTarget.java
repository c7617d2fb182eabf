package nl.spil.e2e.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLContext;
import nl.spil.e2e.DirectCaller;
import nl.spil.protocol.CaseId;
import nl.spil.protocol.seal.SealedExchange;
import org.jspecify.annotations.Nullable;

/** The broker as the load generator sees it: exchanges that were sealed before, over kept-alive connections. */
final class ExchangeTarget implements Load.Target {
    private final URI broker;
    private final String path;
    private final DirectCaller caller;
    private final Envelopes envelopes;
    private final @Nullable SSLContext tls;

    ExchangeTarget(URI broker, CaseId caseId, DirectCaller caller, Envelopes envelopes, @Nullable SSLContext tls) {
        this.broker = broker;
        this.path = "/v1/cases/" + caseId + "/exchanges";
        this.caller = caller;
        this.envelopes = envelopes;
        this.tls = tls;
    }

    @Override
    public Line connect() throws IOException {
        var address = InetAddress.getLoopbackAddress();
        if (tls == null) {
            return new Line(new Socket(address, broker.getPort()));
        }
        var socket = tls.getSocketFactory().createSocket(address, broker.getPort());
        return new Line(socket);
    }

    @Override
    public byte[] next() {
        return request(envelopes.take());
    }

    private byte[] request(byte[] envelope) {
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + broker.getAuthority() + "\r\n");
        credentials().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        head.append("Content-Type: " + SealedExchange.MEDIA_TYPE + "\r\nAccept: application/json\r\n");
        head.append("Content-Length: " + envelope.length + "\r\n\r\n");
        var request = new ByteArrayOutputStream(head.length() + envelope.length);
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(envelope);
        return request.toByteArray();
    }

    private Map<String, String> credentials() {
        try {
            return caller.credentials("POST", path, "spil.exchanges");
        } catch (IOException e) {
            throw new IllegalStateException("no token", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public boolean isGood(int status) {
        return status == 201;
    }
}
