package eu.tremplin.application.projecting.loading;

import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Column;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form in which PostgreSQL takes them by {@code COPY}. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;
    private static final long SECONDS_TO_2000 = 946_684_800L;
    private static final int DAYS_TO_2000 = 10_957;

    private ByteBuffer bytes;

    CopyBuffer(int size) {
        bytes = ByteBuffer.allocate(size);
        clear();
    }

    /** Begins anew. */
    void clear() {
        bytes.clear();
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    boolean isEmpty() {
        return bytes.position() == HEADER;
    }

    int size() {
        return bytes.position();
    }

    /** Ends what is sent: from here on it is not added to before it is cleared. */
    byte[] finished() {
        room(Short.BYTES);
        bytes.putShort((short) -1);
        return bytes.array();
    }

    /**
     * Adds a row of plain values, followed by positions.
     *
     * @param fields as many as the columns and the positions have in the database
     */
    void row(int fields, List<Column> columns, List<? extends @Nullable Object> values, long... positions) {
        room(Short.BYTES);
        bytes.putShort((short) fields);
        for (int place = 0; place < columns.size(); place++) {
            value(columns.get(place), values.get(place));
        }
        for (long position : positions) {
            fixed(Long.BYTES).putLong(position);
        }
    }

    /** Adds a row that is a key. */
    void key(List<Column> columns, List<Object> values) {
        row(columns.size(), columns, values);
    }

    private void value(Column column, @Nullable Object value) {
        switch (value) {
            case null -> {
                nothing();
                if (column.kind() == Column.Kind.PERSONAL) {
                    nothing();
                }
            }
            case UUID id -> id(id);
            case String text -> text(text);
            case Integer number -> fixed(Integer.BYTES).putInt(number);
            case Long number -> fixed(Long.BYTES).putLong(number);
            case Boolean flag -> fixed(1).put(flag ? (byte) 1 : 0);
            case Instant instant ->
                fixed(Long.BYTES)
                        .putLong((instant.getEpochSecond() - SECONDS_TO_2000) * 1_000_000 + instant.getNano() / 1_000);
            case LocalDate date -> fixed(Integer.BYTES).putInt((int) date.toEpochDay() - DAYS_TO_2000);
            case BigDecimal number -> {
                byte[] numeric = BinaryNumeric.of(number);
                fixed(numeric.length).put(numeric);
            }
            case PersonalText.Encrypted personal -> {
                id(personal.person().value());
                text(personal.ciphertext());
            }
            default -> throw new IllegalArgumentException(column + " cannot hold a " + value.getClass());
        }
    }

    private void nothing() {
        room(Integer.BYTES);
        bytes.putInt(-1);
    }

    private void id(UUID id) {
        fixed(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        fixed(encoded.length).put(encoded);
    }

    private ByteBuffer fixed(int length) {
        room(Integer.BYTES + length);
        return bytes.putInt(length);
    }

    private void room(int wanted) {
        if (bytes.remaining() < wanted) {
            int place = bytes.position();
            int larger = Math.max(2 * bytes.capacity(), place + wanted);
            bytes = ByteBuffer.wrap(Arrays.copyOf(bytes.array(), larger)).position(place);
        }
    }
}
