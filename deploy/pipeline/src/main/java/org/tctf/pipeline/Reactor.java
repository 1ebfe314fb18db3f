package org.tctf.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The modules and who needs whom, read from the poms without Maven: as parent, dependency of any scope, or annotation
 * processor. A module is known by its folder, such as {@code modules/onboarding}.
 */
final class Reactor {
    private static final String GROUP = "org.tctf";
    private static final String SERVICE_PARENT = "service-parent";

    /** What makes packages and stacks of the services: needed by each of them, although no pom says so. */
    private static final List<String> MAKERS = List.of("deploy/lambda", "deploy/cdk");

    private final Map<String, Set<String>> needs;
    private final Set<String> services;

    private Reactor(Map<String, Set<String>> needs, Set<String> services) {
        this.needs = needs;
        this.services = services;
    }

    /** @throws IOException when a pom is missing or is no XML */
    static Reactor read(Path root) throws IOException {
        Map<String, Document> poms = new TreeMap<>();
        for (String folder : texts(pom(root), "module")) {
            poms.put(folder, pom(root.resolve(folder)));
        }
        Map<String, String> folders = new TreeMap<>();
        poms.forEach((folder, pom) -> folders.put(ownName(pom), folder));
        Map<String, Set<String>> needs = new TreeMap<>();
        Set<String> services = new TreeSet<>();
        poms.forEach((folder, pom) -> {
            Set<String> names = ourNames(pom);
            if (names.contains(SERVICE_PARENT)) {
                services.add(folder);
            }
            names.retainAll(folders.keySet());
            needs.put(folder, names.stream().map(folders::get).collect(Collectors.toCollection(TreeSet::new)));
        });
        return new Reactor(needs, services);
    }

    /** Folders of all modules, sorted. */
    Set<String> modules() {
        return needs.keySet();
    }

    /** Folders of the services, sorted. */
    Set<String> services() {
        return services;
    }

    /** The module that a file belongs to, by its path from the root. */
    Optional<String> moduleOf(String file) {
        return modules().stream()
                .filter(folder -> file.startsWith(folder + "/"))
                .max(Comparator.comparingInt(String::length));
    }

    /** All modules whose change may change what is deployed or tested of a service, itself among them. */
    Set<String> neededBy(String service) {
        Set<String> reached = new TreeSet<>();
        walk(service, Set.of(), reached);
        // The stacks' module sees all services; through it, none of them becomes a neighbour's dependency.
        MAKERS.stream().filter(needs::containsKey).forEach(maker -> walk(maker, services, reached));
        return reached;
    }

    private void walk(String from, Set<String> not, Set<String> reached) {
        Deque<String> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            String module = next.remove();
            if (!not.contains(module) && reached.add(module)) {
                next.addAll(needs.getOrDefault(module, Set.of()));
            }
        }
    }

    private static Document pom(Path folder) throws IOException {
        Path file = folder.resolve("pom.xml");
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static String ownName(Document pom) {
        for (Node child = pom.getDocumentElement().getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("artifactId")) {
                return child.getTextContent().strip();
            }
        }
        throw new IllegalArgumentException("a pom without an artifactId: " + pom.getDocumentURI());
    }

    /** Every artifact of our group that a pom names, wherever it stands. */
    private static Set<String> ourNames(Document pom) {
        Set<String> names = new TreeSet<>();
        NodeList groups = pom.getElementsByTagName("groupId");
        for (int i = 0; i < groups.getLength(); i++) {
            if (groups.item(i).getTextContent().strip().equals(GROUP)) {
                Element holder = (Element) groups.item(i).getParentNode();
                names.add(holder.getElementsByTagName("artifactId")
                        .item(0)
                        .getTextContent()
                        .strip());
            }
        }
        return names;
    }

    private static List<String> texts(Document document, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList found = document.getElementsByTagName(tag);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }
}
