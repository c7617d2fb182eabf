package nl.spil.e2e.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection that costs the load generator next to nothing: whole requests go out as bytes, of
 * answers only the status is looked at.
 */
final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private byte[] body = new byte[0];

    Line(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Sends one request in one write and reads the whole answer; returns its status. */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var status = header();
        int code = Integer.parseInt(status.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (var line = header(); !line.isEmpty(); line = header()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        body = chunked ? chunks() : in.readNBytes(length);
        return code;
    }

    /** The body of the last answer. */
    String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private byte[] chunks() throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            whole.write(in.readNBytes(size));
            header();
        }
        header();
        return whole.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(header().split(";", 2)[0].strip(), 16);
    }

    private String header() throws IOException {
        var text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the line");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
