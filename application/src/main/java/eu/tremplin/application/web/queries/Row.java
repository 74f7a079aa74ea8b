package eu.tremplin.application.web.queries;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row by its columns, with values as they are; personal text is opened, or absent for who may not read it. */
public record Row(Map<String, @Nullable Object> values) {

    /** The value, which must be there. */
    private <T> T get(String column, Class<T> type) {
        return Objects.requireNonNull(type.cast(values.get(column)), column);
    }

    private <T> Optional<T> find(String column, Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(column)));
    }

    public UUID id(String column) {
        return get(column, UUID.class);
    }

    public Optional<UUID> idIfAny(String column) {
        return find(column, UUID.class);
    }

    public String text(String column) {
        return get(column, String.class);
    }

    public Optional<String> textIfAny(String column) {
        return find(column, String.class);
    }

    public int whole(String column) {
        return get(column, Integer.class);
    }

    public Optional<Integer> wholeIfAny(String column) {
        return find(column, Integer.class);
    }

    public long position(String column) {
        return get(column, Long.class);
    }

    public BigDecimal number(String column) {
        return get(column, BigDecimal.class);
    }

    public Optional<BigDecimal> numberIfAny(String column) {
        return find(column, BigDecimal.class);
    }

    public Instant instant(String column) {
        return get(column, Instant.class);
    }

    public Optional<Instant> instantIfAny(String column) {
        return find(column, Instant.class);
    }

    public boolean flag(String column) {
        return get(column, Boolean.class);
    }

    public LocalDate date(String column) {
        return get(column, LocalDate.class);
    }
}
