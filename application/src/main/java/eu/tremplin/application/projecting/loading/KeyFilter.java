package eu.tremplin.application.projecting.loading;

import eu.tremplin.projections.kit.RowKey;
import java.util.UUID;

/**
 * Remembers keys in a fixed number of bits. It may take a key for known that is not, and then the database is asked in
 * vain; never the other way round.
 */
final class KeyFilter {

    private static final int PROBES = 4;

    private final long[] bits;

    /**
     * An empty one.
     *
     * @param size in bits, a power of two from 64 on: a million keys in 16 million bits are confused with another in
     *     one case of four hundred
     */
    KeyFilter(int size) {
        if (Integer.bitCount(size) != 1 || size < Long.SIZE) {
            throw new IllegalArgumentException("Not a power of two: " + size);
        }
        bits = new long[size / Long.SIZE];
    }

    void add(RowKey key) {
        long hash = spread(key);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            bits[word(bit)] |= 1L << bit;
        }
    }

    boolean mayKnow(RowKey key) {
        long hash = spread(key);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(hash, probe);
            if ((bits[word(bit)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long bit(long hash, int probe) {
        return hash + probe * (hash >>> 32 | 1);
    }

    private int word(long bit) {
        return (int) (bit >>> 6) & bits.length - 1;
    }

    /** Of 64 bits, where a hash code has 32, so that millions of keys do not share theirs. */
    private static long spread(RowKey key) {
        long hash = 0;
        for (Object value : key.values()) {
            long part = value instanceof UUID id
                    ? id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 32)
                    : value.hashCode();
            hash = (hash ^ part) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        hash *= 0xBF58476D1CE4E5B9L;
        return hash ^ hash >>> 32;
    }
}
