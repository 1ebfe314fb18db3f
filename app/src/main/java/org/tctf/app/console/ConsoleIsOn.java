package org.tctf.app.console;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** In production the console has to be asked for; in development it has to be turned off. */
public final class ConsoleIsOn implements Condition {

    @Override
    public boolean matches(ConditionContext context) {
        boolean isProduction = context.getProperty("tctf.mode", String.class)
                .map(mode -> mode.equalsIgnoreCase("prod"))
                .orElse(false);
        return context.getProperty("tctf.console", String.class)
                .map(wanted -> wanted.equalsIgnoreCase("on"))
                .orElse(!isProduction);
    }
}
