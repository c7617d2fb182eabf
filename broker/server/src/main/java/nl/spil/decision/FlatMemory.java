package nl.spil.decision;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The memory of one running copy of the rules, in one piece: the engine's own keeps it in pages, and looking up the page
 * costs more than what is read from it. An address outside it ends the evaluation, as it must.
 */
@SuppressWarnings("removal") // The engine asks for four methods that it will take away itself.
final class FlatMemory implements Memory {
    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final MemoryLimits limits;
    private byte[] bytes;

    FlatMemory(MemoryLimits limits) {
        this.limits = limits;
        this.bytes = new byte[Memory.bytes(limits.initialPages())];
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /** The text from here to the zero that ends it. */
    byte[] text(int start) {
        var end = start;
        while (bytes[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** The text of this many bytes. */
    String text(int start, int length) {
        return new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    @Override
    public int pages() {
        return bytes.length / PAGE_SIZE;
    }

    @Override
    public int grow(int more) {
        var before = pages();
        if (more < 0 || more > limits.maximumPages() - before) {
            return -1;
        }
        bytes = Arrays.copyOf(bytes, Memory.bytes(before + more));
        return before;
    }

    @Override
    public int initialPages() {
        return limits.initialPages();
    }

    @Override
    public int maximumPages() {
        return limits.maximumPages();
    }

    @Override
    public byte read(int address) {
        return bytes[address];
    }

    @Override
    public byte[] readBytes(int address, int length) {
        return Arrays.copyOfRange(bytes, address, inside(address, length));
    }

    @Override
    public short readShort(int address) {
        return (short) SHORTS.get(bytes, address);
    }

    @Override
    public long readU16(int address) {
        return readShort(address) & 0xffffL;
    }

    @Override
    public int readInt(int address) {
        return (int) INTS.get(bytes, address);
    }

    @Override
    public long readLong(int address) {
        return (long) LONGS.get(bytes, address);
    }

    @Override
    public long readF32(int address) {
        return readInt(address);
    }

    @Override
    public float readFloat(int address) {
        return (float) FLOATS.get(bytes, address);
    }

    @Override
    public double readDouble(int address) {
        return (double) DOUBLES.get(bytes, address);
    }

    @Override
    public long readF64(int address) {
        return readLong(address);
    }

    @Override
    public void write(int address, byte[] data, int offset, int size) {
        System.arraycopy(data, offset, bytes, address, size);
    }

    @Override
    public void writeByte(int address, byte value) {
        bytes[address] = value;
    }

    @Override
    public void writeShort(int address, short value) {
        SHORTS.set(bytes, address, value);
    }

    @Override
    public void writeI32(int address, int value) {
        INTS.set(bytes, address, value);
    }

    @Override
    public void writeLong(int address, long value) {
        LONGS.set(bytes, address, value);
    }

    @Override
    public void writeF32(int address, float value) {
        FLOATS.set(bytes, address, value);
    }

    @Override
    public void writeF64(int address, double value) {
        DOUBLES.set(bytes, address, value);
    }

    @Override
    public void fill(byte value, int from, int to) {
        Arrays.fill(bytes, from, to, value);
    }

    @Override
    public void copy(int target, int source, int size) {
        System.arraycopy(bytes, source, bytes, target, size);
    }

    @Override
    public void zero() {
        Arrays.fill(bytes, (byte) 0);
    }

    /** What the module brings along is laid out by the engine's own memory, which knows how. */
    @Override
    public void initialize(Instance instance, DataSegment[] segments) {
        var laidOut = new ByteArrayMemory(limits);
        laidOut.initialize(instance, segments);
        bytes = laidOut.readBytes(0, Memory.bytes(laidOut.pages()));
    }

    private int inside(int address, int length) {
        var end = Math.addExact(address, length);
        if (address < 0 || length < 0 || end > bytes.length) {
            throw new IndexOutOfBoundsException("outside the memory of the rules");
        }
        return end;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void initPassiveSegment(int segment, int target, int offset, int size) {
        throw notForRules();
    }

    @Override
    public void drop(int segment) {
        throw notForRules();
    }

    @Override
    public Object lock(int address) {
        throw notForRules();
    }

    @Override
    public int waitOn(int address, int expected, long timeout) {
        throw notForRules();
    }

    @Override
    public int waitOn(int address, long expected, long timeout) {
        throw notForRules();
    }

    @Override
    public int notify(int address, int most) {
        throw notForRules();
    }

    private static UnsupportedOperationException notForRules() {
        return new UnsupportedOperationException("rules share no memory and load nothing later");
    }
}
