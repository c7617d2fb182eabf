package nl.spil.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatMemoryTest {
    private static final int SIZE = 2 * Memory.PAGE_SIZE;

    private final FlatMemory memory = new FlatMemory(new MemoryLimits(2, 4));

    @Test
    void it_holds_what_the_engines_own_memory_holds() {
        var own = new ByteArrayMemory(new MemoryLimits(2, 4));
        var random = new Random(7);

        for (var i = 0; i < 20_000; i++) {
            var address = random.nextInt(SIZE - 8);
            var value = random.nextLong();
            write(memory, i % 7, address, value);
            write(own, i % 7, address, value);
            assertThat(read(memory, i % 8, address)).isEqualTo(read(own, i % 8, address));
        }

        assertThat(memory.readBytes(0, SIZE)).isEqualTo(own.readBytes(0, SIZE));
    }

    private static void write(Memory memory, int kind, int address, long value) {
        switch (kind) {
            case 0 -> memory.writeByte(address, (byte) value);
            case 1 -> memory.writeShort(address, (short) value);
            case 2 -> memory.writeI32(address, (int) value);
            case 3 -> memory.writeLong(address, value);
            case 4 -> memory.writeF32(address, (float) value);
            case 5 -> memory.writeF64(address, (double) value);
            default -> memory.copy(address, (int) Math.floorMod(value, (long) SIZE - 8), 8);
        }
    }

    private static Object read(Memory memory, int kind, int address) {
        return switch (kind) {
            case 0 -> memory.read(address);
            case 1 -> memory.readShort(address);
            case 2 -> memory.readU16(address);
            case 3 -> memory.readInt(address);
            case 4 -> memory.readLong(address);
            case 5 -> memory.readF32(address);
            case 6 -> memory.readF64(address);
            default -> memory.readDouble(address);
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -8, Integer.MIN_VALUE, SIZE, SIZE - 3, Integer.MAX_VALUE})
    void an_address_outside_it_ends_the_evaluation(int address) {
        assertThatThrownBy(() -> memory.readInt(address)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.writeI32(address, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.readLong(address)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.readBytes(address, 8)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> memory.copy(address, 0, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> memory.fill((byte) 1, address, address + 8)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void it_grows_to_its_limit_and_keeps_what_it_held() {
        memory.writeI32(100, 42);

        assertThat(memory.grow(2)).isEqualTo(2);
        assertThat(memory.grow(1)).isEqualTo(-1);
        assertThat(memory.grow(-1)).isEqualTo(-1);

        assertThat(memory.pages()).isEqualTo(4);
        assertThat(memory.readInt(100)).isEqualTo(42);
        assertThat(memory.readInt(SIZE)).isZero();
    }
}
