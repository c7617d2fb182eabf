package nl.spil.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a partner and the broker and misbehaves as networks do, when it is told to. */
final class FaultyProxy implements AutoCloseable {
    private final ServerSocket door;
    private final InetSocketAddress behind;
    private final AtomicInteger repliesToLose = new AtomicInteger();
    private final AtomicInteger repliesLost = new AtomicInteger();
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    private FaultyProxy(ServerSocket door, InetSocketAddress behind) {
        this.door = door;
        this.behind = behind;
    }

    static FaultyProxy before(URI broker) {
        try {
            var door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
            var proxy = new FaultyProxy(door, new InetSocketAddress(broker.getHost(), broker.getPort()));
            Thread.ofVirtual().name("proxy-door").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** The next replies are swallowed after the broker has done what was asked, and the caller's line goes dead. */
    void loseReplies(int count) {
        repliesToLose.set(count);
    }

    int repliesLost() {
        return repliesLost.get();
    }

    private void accept() {
        try {
            while (true) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        open.add(caller);
        var broker = new Socket();
        open.add(broker);
        try {
            broker.connect(behind, 5000);
        } catch (IOException nobodyThere) {
            // The caller's line closes, as it would without us.
            caller.close();
            return;
        }
        Thread.ofVirtual().start(() -> pump(caller, broker, false));
        Thread.ofVirtual().start(() -> pump(broker, caller, true));
    }

    private void pump(Socket from, Socket to, boolean reply) {
        var buffer = new byte[16 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int read;
            while ((read = in.read(buffer)) > 0) {
                if (reply && loseThisOne()) {
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException cut) {
            // Either side hung up; closing both is what the other must see.
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private boolean loseThisOne() {
        if (repliesToLose.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            return false;
        }
        repliesLost.incrementAndGet();
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var line : open) {
            line.close();
        }
    }
}
