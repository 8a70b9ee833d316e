package sportello.database;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Of two who write at the same moment what may exist once, each has looked before the other wrote: the later one runs into
 * the unique index. Its transaction has come to nothing then, and is begun once more from the start: now it sees what the
 * other wrote, and says so as it would have said a minute later. Who runs into the index again had not looked: that is a bug.
 */
final class SecondLook implements MethodInterceptor {
    private static final Logger log = LoggerFactory.getLogger(SecondLook.class);

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return call.proceed();
        try {
            return ((ProxyMethodInvocation) call).invocableClone().proceed();
        } catch (DuplicateKeyException overtaken) {
            var method = call.getMethod();
            log.info("{}.{} is begun again", method.getDeclaringClass().getSimpleName(), method.getName());
            return call.proceed();
        }
    }
}
