package org.tctf.kernel.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.kernel.socket.SocketHandler;

/**
 * A WebSocket of a service: what members may do over it, and what they are told.
 *
 * @param path {@code /v1/<area>/socket} in the one process; on AWS the API has an address of its own
 * @param handler sees connections come and go, if anybody has to
 */
public record Socket(
        String path, @Nullable Class<? extends SocketHandler> handler, List<Action> actions, List<Push> pushes) {
    /** What every socket answers by itself, so that an idle connection can be kept. */
    public static final String PING = "ping";

    private static final Pattern PATH = Pattern.compile("/v1/[a-z][a-z-]*/socket");
    private static final Pattern NAME = Pattern.compile("[a-z]+([.][a-z]+)*");

    /**
     * What a client may ask for.
     *
     * @param name its {@code action}, {@code message.send}
     */
    public record Action(String name, Class<?> record, Class<? extends SocketAction<?>> action) {}

    /**
     * What a client is told.
     *
     * @param type its {@code type}
     */
    public record Push(String type, Class<?> record) {}

    /** @throws IllegalArgumentException when the path or a name is none, or a name is there twice */
    public Socket {
        actions = List.copyOf(actions);
        pushes = List.copyOf(pushes);
        require(PATH.matcher(path).matches(), "a socket's path is /v1/<area>/socket, not " + path);
        Stream.concat(actions.stream().map(Action::name), pushes.stream().map(Push::type))
                .forEach(name -> require(NAME.matcher(name).matches(), name + ": use lower case words with dots"));
        require(actions.stream().noneMatch(action -> action.name().equals(PING)), PING + " is answered already");
        require(actions.stream().map(Action::name).distinct().count() == actions.size(), "two actions have one name");
        require(pushes.stream().map(Push::type).distinct().count() == pushes.size(), "two pushes have one type");
    }

    Socket with(Action action) {
        List<Action> more = new ArrayList<>(actions);
        more.add(action);
        return new Socket(path, handler, more, pushes);
    }

    Socket with(Push push) {
        List<Push> more = new ArrayList<>(pushes);
        more.add(push);
        return new Socket(path, handler, actions, more);
    }

    public Optional<Action> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /**
     * How a record is pushed.
     *
     * @throws IllegalStateException when the definition does not push it
     */
    public Push pushOf(Class<?> record) {
        return pushes.stream()
                .filter(push -> push.record() == record)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s is not pushed over %s; add pushes(…, %s.class)"
                        .formatted(record.getSimpleName(), path, record.getSimpleName())));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
