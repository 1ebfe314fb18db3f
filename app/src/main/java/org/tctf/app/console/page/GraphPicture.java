package org.tctf.app.console.page;

import java.util.List;
import java.util.Map;
import org.tctf.app.console.catalog.FlowGraph;

/** The flow graph with its texts placed and its counts filled in. */
record GraphPicture(int width, int height, List<Service> services, List<Node> nodes, List<FlowGraph.Edge> edges) {
    private static final int BASELINE = 19;
    private static final int HEAD_BASELINE = 21;

    record Service(String name, int x, int y, int width, int height, boolean isConsumer, int textX, int textY) {}

    record Node(
            String key,
            String kind,
            String label,
            String link,
            String hint,
            int x,
            int y,
            int width,
            int textX,
            int textY,
            int countX,
            String count) {}

    static GraphPicture of(FlowGraph graph, Map<String, Long> counts) {
        return new GraphPicture(
                graph.width(),
                graph.height(),
                graph.services().stream()
                        .map(box -> new Service(
                                box.name(),
                                box.x(),
                                box.y(),
                                box.width(),
                                box.height(),
                                box.isConsumer(),
                                box.x() + 12,
                                box.y() + (box.isConsumer() ? HEAD_BASELINE : BASELINE)))
                        .toList(),
                graph.nodes().stream()
                        .map(node -> new Node(
                                node.key(),
                                node.kind(),
                                node.label(),
                                node.link(),
                                node.hint(),
                                node.x(),
                                node.y(),
                                node.width(),
                                node.x() + 10,
                                node.y() + BASELINE,
                                node.x() + node.width() - 10,
                                count(counts.getOrDefault(node.key(), 0L))))
                        .toList(),
                graph.edges());
    }

    private static String count(long count) {
        return count == 0 ? "" : Text.number(count);
    }
}
