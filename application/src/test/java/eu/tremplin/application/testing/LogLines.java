package eu.tremplin.application.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Every line that is logged until this is closed, also by what runs beside. */
public final class LogLines implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            lines.add(line);
        }
    };

    public LogLines() {
        appender.start();
        root.addAppender(appender);
    }

    /** The lines of one request. */
    public List<ILoggingEvent> under(String correlationId) {
        return lines.stream()
                .filter(line -> correlationId.equals(line.getMDCPropertyMap().get("correlationId")))
                .toList();
    }

    /** The lines that one class has written. */
    public List<ILoggingEvent> by(Class<?> type) {
        return lines.stream()
                .filter(line -> line.getLoggerName().equals(type.getName()))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
