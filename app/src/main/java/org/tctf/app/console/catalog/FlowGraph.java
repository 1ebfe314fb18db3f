package org.tctf.app.console.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * Who says what to whom, laid out in three columns: publishers, their facts, and the queues of those who react. Facts lie
 * in the order of their publishers and consumers at the mean height of what they read, so that few lines cross (the
 * barycentre heuristic of Sugiyama et al., IEEE Trans. SMC 11, 1981). Positions are pixels.
 */
public record FlowGraph(int width, int height, List<Box> services, List<Node> nodes, List<Edge> edges) {
    private static final int ROW = 34;
    private static final int GAP = 22;
    private static final int TOP = 40;
    private static final int SERVICE_X = 10;
    private static final int SERVICE_W = 166;
    private static final int FACT_X = 232;
    private static final int FACT_W = 262;
    private static final int QUEUE_X = 606;
    private static final int QUEUE_W = 348;
    private static final String EVERY = "every fact";

    /** A service, as publisher or around its queues. */
    public record Box(String name, int x, int y, int width, int height, boolean isConsumer) {}

    /**
     * A fact or a queue.
     *
     * @param key the name under which it is counted, {@code fact:auth-core/SIGNED_IN} or {@code queue:…}
     * @param hint what it is, for a tooltip
     */
    public record Node(String key, String kind, String label, String link, String hint, int x, int y, int width) {}

    /** A line from one node to another, by their keys. */
    public record Edge(String from, String to, String path, boolean isDashed) {}

    /**
     * The graph of these services.
     *
     * @param focus only what this service says and hears; absent for everything
     */
    public static FlowGraph of(List<ServiceDefinition> services, @Nullable String focus) {
        return new Layout(services, focus).graph();
    }

    private static final class Layout {
        private final List<ServiceDefinition> services;
        private final @Nullable String focus;
        private final List<Box> boxes = new ArrayList<>();
        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Map<String, List<Node>> factsByType = new LinkedHashMap<>();
        private final List<Edge> edges = new ArrayList<>();
        private int factsEnd = TOP;

        Layout(List<ServiceDefinition> services, @Nullable String focus) {
            this.services = services;
            this.focus = focus;
        }

        FlowGraph graph() {
            services.forEach(this::publisher);
            int consumersEnd = consumers();
            return new FlowGraph(
                    QUEUE_X + QUEUE_W + SERVICE_X,
                    Math.max(factsEnd, consumersEnd) + GAP,
                    List.copyOf(boxes),
                    List.copyOf(nodes.values()),
                    List.copyOf(edges));
        }

        private void publisher(ServiceDefinition service) {
            List<Publication> shown = service.publications().stream()
                    .filter(fact -> focus == null
                            || focus.equals(service.name())
                            || services.stream()
                                    .filter(other -> focus.equals(other.name()))
                                    .flatMap(other -> other.subscriptions().stream())
                                    .anyMatch(queue -> hears(queue, fact.type())))
                    .toList();
            if (shown.isEmpty()) {
                return;
            }
            int from = factsEnd;
            int middle = from + shown.size() * ROW / 2 - ROW / 2;
            boxes.add(new Box(service.name(), SERVICE_X, middle, SERVICE_W, ROW - 6, false));
            for (Publication fact : shown) {
                Node node = new Node(
                        "fact:" + service.name() + "/" + fact.type(),
                        "fact",
                        fact.type() + (fact.version() == 1 ? "" : " v" + fact.version()),
                        "/console/events?type=" + fact.type(),
                        "fact of " + service.name() + ", version " + fact.version(),
                        FACT_X,
                        factsEnd,
                        FACT_W);
                nodes.putIfAbsent(node.key() + "/" + fact.version(), node);
                factsByType
                        .computeIfAbsent(fact.type(), any -> new ArrayList<>())
                        .add(node);
                edges.add(new Edge(
                        "service:" + service.name(),
                        node.key(),
                        curve(SERVICE_X + SERVICE_W, middle, FACT_X, factsEnd),
                        false));
                factsEnd += ROW;
            }
            factsEnd += GAP;
        }

        private int consumers() {
            List<ServiceDefinition> reacting = services.stream()
                    .filter(service -> !queues(service).isEmpty())
                    .sorted(Comparator.comparingDouble(this::meanHeight))
                    .toList();
            int y = TOP;
            for (ServiceDefinition service : reacting) {
                List<Subscription> queues = queues(service);
                boxes.add(new Box(service.name(), QUEUE_X, y, QUEUE_W, (queues.size() + 1) * ROW + 4, true));
                y += ROW;
                for (Subscription queue : queues) {
                    queue(service, queue, y);
                    y += ROW;
                }
                y += GAP;
            }
            return y;
        }

        private void queue(ServiceDefinition service, Subscription queue, int y) {
            Node node = new Node(
                    "queue:" + queue.queue(),
                    queue.isCommand() ? "command" : "queue",
                    queue.queue().substring(service.name().length() + 1),
                    "/console/queues#" + queue.queue(),
                    (queue.isCommand() ? "own command " : "reacts to ")
                            + (queue.hearsEverything() ? EVERY : String.join(", ", queue.types())),
                    QUEUE_X + 10,
                    y,
                    QUEUE_W - 20);
            nodes.put(node.key(), node);
            if (queue.isCommand()) {
                return;
            }
            if (queue.hearsEverything()) {
                Node every = nodes.computeIfAbsent("every", any -> {
                    Node all = new Node(
                            "every",
                            "every",
                            EVERY,
                            "/console/events",
                            "what all services publish",
                            FACT_X,
                            factsEnd,
                            FACT_W);
                    factsEnd += ROW;
                    return all;
                });
                edges.add(new Edge("every", node.key(), between(every, node), true));
                return;
            }
            for (Node fact : facts(queue)) {
                edges.add(new Edge(fact.key(), node.key(), between(fact, node), false));
            }
        }

        private List<Subscription> queues(ServiceDefinition service) {
            return service.subscriptions().stream()
                    .filter(queue -> focus == null
                            || focus.equals(service.name())
                            || facts(queue).stream().anyMatch(fact -> fact.key().startsWith("fact:" + focus + "/")))
                    .sorted(Comparator.comparingDouble(this::height))
                    .toList();
        }

        private List<Node> facts(Subscription queue) {
            return queue.types().stream()
                    .flatMap(type -> factsByType.getOrDefault(type, List.of()).stream())
                    .toList();
        }

        private double meanHeight(ServiceDefinition service) {
            return queues(service).stream().mapToDouble(this::height).average().orElse(0);
        }

        private double height(Subscription queue) {
            return facts(queue).stream().mapToInt(Node::y).average().orElse(factsEnd);
        }

        private static boolean hears(Subscription queue, String type) {
            return !queue.isCommand() && queue.types().contains(type);
        }

        private static String between(Node from, Node to) {
            return curve(from.x() + from.width(), from.y(), to.x(), to.y());
        }

        private static String curve(int fromX, int fromY, int toX, int toY) {
            int bend = (toX - fromX) / 2;
            int half = (ROW - 6) / 2;
            return "M%d %dC%d %d %d %d %d %d"
                    .formatted(
                            fromX, fromY + half, fromX + bend, fromY + half, toX - bend, toY + half, toX, toY + half);
        }
    }
}
