package eu.tremplin.application.projecting.loading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A decimal as PostgreSQL's {@code numeric} in binary: digits to the base of 10,000, and how many places are shown. */
final class BinaryNumeric {

    private static final int BASE = 10_000;
    private static final int DIGITS = 4;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    private static final short POSITIVE = 0x0000;
    private static final short NEGATIVE = 0x4000;

    private BinaryNumeric() {}

    /** A number whose scale is not negative. */
    static byte[] of(BigDecimal number) {
        int places = number.scale();
        int groupsBehindPoint = (places + DIGITS - 1) / DIGITS;
        BigInteger aligned =
                number.setScale(groupsBehindPoint * DIGITS).unscaledValue().abs();
        Deque<Short> groups = groups(aligned);
        int weight = groups.size() - groupsBehindPoint - 1;
        while (!groups.isEmpty() && groups.getLast() == 0) {
            groups.removeLast();
        }
        ByteBuffer bytes = ByteBuffer.allocate((4 + groups.size()) * Short.BYTES)
                .putShort((short) groups.size())
                .putShort((short) (groups.isEmpty() ? 0 : weight))
                .putShort(number.signum() < 0 ? NEGATIVE : POSITIVE)
                .putShort((short) places);
        groups.forEach(bytes::putShort);
        return bytes.array();
    }

    /** The first is not zero. */
    private static Deque<Short> groups(BigInteger aligned) {
        var groups = new ArrayDeque<Short>();
        BigInteger left = aligned;
        while (left.bitLength() > Long.SIZE - 1) {
            BigInteger[] parts = left.divideAndRemainder(BIG_BASE);
            groups.addFirst(parts[1].shortValue());
            left = parts[0];
        }
        for (long rest = left.longValue(); rest > 0; rest /= BASE) {
            groups.addFirst((short) (rest % BASE));
        }
        return groups;
    }
}
