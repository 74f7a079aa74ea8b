package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Answer.Refused;
import eu.tremplin.application.eventstore.Answer.Undone;
import eu.tremplin.application.eventstore.Answer.Unknown;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import javax.sql.DataSource;

/** Appends to the log, together with whoever appends at the same time, and by itself where that went wrong. */
final class LogWriter {

    /** With two, one group is gathered and sent while the disk takes the other. */
    private static final int LANES = 2;

    private final OwnConnections connections;
    private final EventCodec codec;
    private final GroupAppend groupAppend;
    private final Committer committer;
    private final StreamCache cache;
    private final Runnable afterAppend;

    /**
     * Writes to one log.
     *
     * @param dataSource where a connection is taken for what went wrong in a group
     * @param lanes where the connections of the lanes come from, which are not given back
     */
    LogWriter(
            DataSource dataSource,
            DataSource lanes,
            EventCodec codec,
            TypeDictionary dictionary,
            StreamCache cache,
            Runnable afterAppend) {
        connections = new OwnConnections(dataSource);
        this.codec = codec;
        groupAppend = new GroupAppend(dictionary);
        committer = new Committer(lanes, dictionary, LANES, afterAppend);
        this.cache = cache;
        this.afterAppend = afterAppend;
    }

    Appended write(Append append) {
        // Before anything else, because sealing personal text may need a connection.
        var request = EncodedAppend.of(append, codec);
        Answer answer = committer.append(request);
        if (answer instanceof Durable durable) {
            cache.goOn(request, durable);
            return durable.appended();
        }
        // Whether another was quicker, or nobody knows: the next to ask reads them from the log.
        cache.drop(append.found());
        return afterwards(request, answer);
    }

    private Appended afterwards(EncodedAppend request, Answer answer) {
        return switch (answer) {
            case Durable durable -> durable.appended();
            case Refused refused -> throw refused.why();
            case Undone _ -> signalled(alone(request));
            case Unknown _ -> signalled(sendAgain(request));
        };
    }

    /** In a transaction of its own, where no other's fault can be its own. */
    private Appended alone(EncodedAppend request) {
        Answer answer = connections.call("append to the log", connection -> groupAppend.of(request, connection));
        return switch (answer) {
            case Durable durable -> durable.appended();
            case Refused refused -> throw refused.why();
            case Undone undone -> throw AppendFailure.of(undone.cause());
            case Unknown _ -> sendAgain(request);
        };
    }

    private Appended sendAgain(EncodedAppend request) {
        return new UnansweredAppend(connections, request, groupAppend).sendAgain();
    }

    private Appended signalled(Appended appended) {
        afterAppend.run();
        return appended;
    }

    void open() {
        committer.open();
    }

    void drain() {
        committer.drain();
    }
}
