package org.tctf.lambda;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Lets a request stay on the thread that brought it. A function has one request at a time, so nobody is held up when that
 * thread waits; a server's change to another thread would cost two hand-overs for nothing.
 */
@Singleton
final class OneThread implements BeanCreatedEventListener<ExecutorService> {
    @Override
    public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
        return event.getBeanIdentifier().getName().equals(TaskExecutors.BLOCKING) ? new Direct() : event.getBean();
    }

    /** Does a task while it is given; none is ever left, so there is nothing to end. */
    private static final class Direct extends AbstractExecutorService {
        private volatile boolean isShutdown;

        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            isShutdown = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            isShutdown = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return isShutdown;
        }

        @Override
        public boolean isTerminated() {
            return isShutdown;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return isShutdown;
        }
    }
}
