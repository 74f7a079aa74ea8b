package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.IdempotencyKey;
import eu.tremplin.application.eventstore.Receipt;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Hands what goes along with a command, its idempotency key and its receipt, to the unit of work that appends for it. */
final class KeyAndReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        MetaData metadata = unitOfWork.getMessage().getMetaData();
        if (metadata.get(IdempotencyKey.METADATA) instanceof IdempotencyKey key) {
            key.carryOn(unitOfWork);
        }
        if (metadata.get(Receipt.METADATA) instanceof Receipt receipt) {
            receipt.expectFrom(unitOfWork);
        }
        return chain.proceed();
    }
}
