package eu.tremplin.application.eventstore;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Goes along with a command, and tells its sender afterwards what was appended for it. */
public final class Receipt {

    /** Name under which a command's metadata may hold its receipt. */
    public static final String METADATA = "receipt";

    private volatile @Nullable Appended appended;

    /** Has this receipt filled in when the unit of work is durable. */
    public void expectFrom(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().afterCommit(root -> appended = Appended.by(root).orElse(null));
    }

    /** Empty as long as the command is not done, and when it has led to nothing. */
    public Optional<Appended> appended() {
        return Optional.ofNullable(appended);
    }
}
