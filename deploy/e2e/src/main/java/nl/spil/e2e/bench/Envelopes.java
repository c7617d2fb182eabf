package nl.spil.e2e.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;

/** Exchanges that were sealed before the measurement, on disk, each to be sent once. */
final class Envelopes implements AutoCloseable {
    private final FileChannel file;
    private final List<Long> starts = new ArrayList<>(List.of(0L));
    private final AtomicInteger next = new AtomicInteger();

    Envelopes(Path path) throws IOException {
        file = FileChannel.open(
                path,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    synchronized void add(byte[] envelope) throws IOException {
        long start = starts.getLast();
        var rest = ByteBuffer.wrap(envelope);
        while (rest.hasRemaining()) {
            file.write(rest, start + rest.position());
        }
        starts.add(start + envelope.length);
    }

    int size() {
        return starts.size() - 1;
    }

    /** How many were given out. */
    int sent() {
        return next.get();
    }

    int left() {
        return size() - next.get();
    }

    long averageBytes() {
        return starts.getLast() / Math.max(1, size());
    }

    /** One that was not sent yet; called by many threads. */
    byte[] take() {
        int number = next.getAndIncrement();
        if (number >= size()) {
            throw new NoSuchElementException("all " + size() + " sealed exchanges were sent: seal more beforehand");
        }
        long start = starts.get(number);
        var envelope = ByteBuffer.allocate((int) (starts.get(number + 1) - start));
        try {
            while (envelope.hasRemaining()) {
                if (file.read(envelope, start + envelope.position()) < 0) {
                    throw new IOException("the file of sealed exchanges ended early");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("a sealed exchange cannot be read", e);
        }
        return envelope.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
