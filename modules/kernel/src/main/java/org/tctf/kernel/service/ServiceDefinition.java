package org.tctf.kernel.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.event.Inbox;
import org.tctf.kernel.export.DataExportPrepared;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.flag.Flag;
import org.tctf.kernel.socket.MemberSockets;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.kernel.socket.SocketHandler;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.web.Idempotency;

/**
 * Everything the outside may know of a service, on one page. From it come the local wiring, the Lambda wiring, the stack
 * with its policies, alarms and dashboard, AsyncAPI, the catalog and the console; the build fails where what runs
 * differs from it (rule 1). The HTTP interface is defined by the controllers, and is in the OpenAPI document.
 *
 * @param name the module's folder, the table, the stack and the events' source
 * @param summary what the service promises, one sentence
 * @param owner the team that answers for it
 * @param accessPatterns every way in which its table is read
 * @param secrets names of the secrets it uses; replaced every {@link #ROTATION}
 * @param lastingSecrets those of the secrets that are never replaced
 * @param encrypts purposes for which it encrypts ({@link org.tctf.kernel.crypto.Encryption})
 * @param decrypts purposes of which it may read what others encrypted
 * @param objects its stores of what is too big for a table ({@link org.tctf.kernel.objects.ObjectStore})
 * @param providers external systems it calls
 * @param hearsOfDeliveries what it wants to hear of its mails, text messages and calls after a provider took them; nothing unless
 *     said
 * @param reads direct reads of others' tables
 * @param limits numbers that the domain holds to, by what they limit
 * @param exportsNothing why members get no copy of what it keeps of them, though it forgets it with them; absent where it
 *     does export, or keeps nothing of anybody
 * @param openToKeys what programs with a service key and the scope may do; nothing unless said
 * @param flags switches that operators turn while it runs ({@link org.tctf.kernel.flag.FeatureFlags})
 * @param socket what members do and are told over a connection that stays open
 */
public record ServiceDefinition(
        String name,
        String summary,
        String owner,
        Criticality criticality,
        List<AccessPattern> accessPatterns,
        List<Publication> publications,
        List<Subscription> subscriptions,
        List<Schedule> schedules,
        Set<String> secrets,
        Set<String> lastingSecrets,
        Set<String> encrypts,
        Set<String> decrypts,
        List<KeptObjects> objects,
        Set<String> providers,
        Set<DeliveryReport.Fate> hearsOfDeliveries,
        List<ReadGrant> reads,
        List<DomainMetric> metrics,
        Map<String, Long> limits,
        List<Flag> flags,
        @Nullable Socket socket,
        @Nullable String exportsNothing,
        Set<KeyAccess> openToKeys) {

    /** How long a secret is in use before it is replaced. */
    public static final Duration ROTATION = Duration.ofDays(30);

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** Starts a definition; {@link Builder#build()} ends it. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * How this service publishes a record.
     *
     * @throws IllegalStateException when the definition does not publish it
     */
    public Publication publication(Class<?> event) {
        for (Publication publication : publications) {
            if (publication.event() == event) {
                return publication;
            }
        }
        throw new IllegalStateException("%s does not publish %s; add publishes(%s.class) to its definition"
                .formatted(name, Publication.typeOf(event), event.getSimpleName()));
    }

    /**
     * The queue that a command goes to.
     *
     * @throws IllegalStateException when the definition has no queue for it
     */
    public String queueOf(Class<?> command) {
        for (Subscription subscription : subscriptions) {
            if (subscription.isCommand() && subscription.records().containsValue(command)) {
                return subscription.queue();
            }
        }
        throw new IllegalStateException("%s has no queue for %s; add queue(%s.class, …) to its definition"
                .formatted(name, command.getSimpleName(), command.getSimpleName()));
    }

    /** The queue that reports on what it sent go to; none unless it {@link #hearsOfDeliveries()}. */
    public Optional<Subscription> deliveryReports() {
        return subscriptions.stream().filter(Subscription::isOfDeliveries).findFirst();
    }

    /**
     * The store of objects of this name.
     *
     * @throws IllegalStateException when the definition has none
     */
    public KeptObjects objects(String store) {
        return objects.stream()
                .filter(one -> one.name().equals(store))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("%s has no objects %s; add objects(\"%s\", …) to its definition"
                                .formatted(name, store, store)));
    }

    /**
     * Its flag of this name.
     *
     * @throws IllegalStateException when the definition has none
     */
    public Flag flag(String flagName) {
        for (Flag flag : flags) {
            if (flag.name().equals(flagName)) {
                return flag;
            }
        }
        throw new IllegalStateException(
                "%s has no flag %s; add flag(\"%s\", …) to its definition".formatted(name, flagName, flagName));
    }

    /** @throws IllegalStateException when the definition has none */
    public Socket requireSocket() {
        if (socket == null) {
            throw new IllegalStateException("%s has no socket; add socket(…) to its definition".formatted(name));
        }
        return socket;
    }

    /** What a service key needs to do this here: {@code analytics:read}. */
    public String scope(KeyAccess access) {
        return name + ":" + access.name().toLowerCase(Locale.ROOT);
    }

    /** Secondary indexes that the access patterns use, sorted. */
    public List<String> indexes() {
        return accessPatterns.stream()
                .map(AccessPattern::index)
                .filter(index -> !index.equals(AccessPattern.MAIN))
                .distinct()
                .sorted()
                .toList();
    }

    /** Says what a service is, word by word. Not safe for concurrent use. */
    public static final class Builder {
        private final String name;
        private String summary = "";
        private String owner = "";
        private Criticality criticality = Criticality.IMPORTANT;
        private final List<AccessPattern> accessPatterns = new ArrayList<>();
        private final List<Publication> publications = new ArrayList<>();
        private final List<Subscription> subscriptions = new ArrayList<>();
        private final List<Schedule> schedules = new ArrayList<>();
        private final Set<String> secrets = new LinkedHashSet<>();
        private final Set<String> lastingSecrets = new LinkedHashSet<>();
        private final Set<String> encrypts = new LinkedHashSet<>();
        private final Set<String> decrypts = new LinkedHashSet<>();
        private final List<KeptObjects> objects = new ArrayList<>();
        private final Set<String> providers = new LinkedHashSet<>();
        private final Set<DeliveryReport.Fate> hearsOfDeliveries = EnumSet.noneOf(DeliveryReport.Fate.class);
        private final List<ReadGrant> reads = new ArrayList<>();
        private final List<DomainMetric> metrics = new ArrayList<>();
        private final Map<String, Long> limits = new LinkedHashMap<>();
        private final Set<KeyAccess> openToKeys = new LinkedHashSet<>();
        private final List<Flag> flags = new ArrayList<>();
        private @Nullable Socket socket;
        private @Nullable String exportsNothing;

        private Builder(String name) {
            this.name = name;
        }

        public Builder summary(String sentence) {
            summary = sentence;
            return this;
        }

        public Builder owner(String team) {
            owner = team;
            return this;
        }

        public Builder criticality(Criticality level) {
            criticality = level;
            return this;
        }

        public Builder table(AccessPattern... patterns) {
            accessPatterns.addAll(List.of(patterns));
            return this;
        }

        /** Publishes these facts; type and version come from the records' names. */
        public Builder publishes(Class<?>... events) {
            Stream.of(events).map(Publication::of).forEach(publications::add);
            return this;
        }

        /** Reacts to version 1 of a fact. */
        public <E> Builder consumes(String type, Class<E> record, Class<? extends EventConsumer<E>> consumer) {
            return subscribe(List.of(type), Map.of(1, record), consumer, false);
        }

        /** Reacts to facts of several types alike, read as the same record, through one queue. */
        public <E> Builder consumesEach(
                List<String> types, Class<E> record, Class<? extends EventConsumer<E>> consumer) {
            return subscribe(types, Map.of(1, record), consumer, false);
        }

        /** Reacts to several versions of a fact, each read as its own record. */
        public <E> Builder consumes(
                String type, Map<Integer, Class<? extends E>> records, Class<? extends EventConsumer<E>> consumer) {
            return subscribe(List.of(type), new LinkedHashMap<>(records), consumer, false);
        }

        /** Sees every fact of every service. */
        public Builder consumesEverything(Class<? extends EventConsumer<Envelope>> consumer) {
            return subscribe(List.of(Subscription.EVERY), Map.of(), consumer, false);
        }

        /** Has a queue of its own for a command that it gives itself. */
        public <C> Builder queue(Class<C> command, Class<? extends EventConsumer<C>> consumer) {
            return subscribe(List.of(Publication.typeOf(command)), Map.of(1, command), consumer, true);
        }

        /** Gives the subscription named last another time limit, number of tries and number of workers. */
        public Builder tuned(Duration timeout, int maxReceives, int concurrency) {
            subscriptions.add(subscriptions.removeLast().with(timeout, maxReceives, concurrency));
            return this;
        }

        public Builder schedule(String scheduleName, Duration every, Class<? extends Runnable> job) {
            schedules.add(new Schedule(scheduleName, every, job));
            return this;
        }

        /** Keeps something of members, who get a copy of it when they want one. */
        public Builder exports(Class<? extends PersonalDataExport> answer) {
            return consumes(PersonalDataExport.REQUESTED, PersonalDataExport.DataExportRequested.class, answer)
                    .publishes(DataExportPrepared.class)
                    .encrypts(PersonalDataExport.PURPOSE);
        }

        /** Forgets members with their accounts, but has nothing to export of them, and says why. */
        public Builder exportsNothing(String why) {
            exportsNothing = why;
            return this;
        }

        /** Uses a secret that is replaced every {@link ServiceDefinition#ROTATION}. */
        public Builder secret(String secretName) {
            secrets.add(secretName);
            return this;
        }

        /** Uses a secret that is never replaced, since what was made with it could not be made again. */
        public Builder lastingSecret(String secretName) {
            lastingSecrets.add(secretName);
            return secret(secretName);
        }

        /** Encrypts values for this purpose. */
        public Builder encrypts(String purpose) {
            encrypts.add(purpose);
            return this;
        }

        /** Reads values that were encrypted for this purpose, by whomever. */
        public Builder decrypts(String... purposes) {
            decrypts.addAll(List.of(purposes));
            return this;
        }

        /** Has a store of objects, each of which is deleted after these whole days. */
        public Builder objects(String store, Duration keptFor) {
            objects.add(new KeptObjects(store, keptFor));
            return this;
        }

        /** Has a store of objects that stay until the service deletes them. */
        public Builder objects(String store) {
            objects.add(new KeptObjects(store, null));
            return this;
        }

        public Builder provider(String system) {
            providers.add(system);
            return this;
        }

        /** Hears through a queue of its own what becomes of what it sends after a provider took it, as far as it says. */
        public Builder hearsOfDeliveries(
                Class<? extends EventConsumer<DeliveryReport>> consumer, DeliveryReport.Fate... fates) {
            if (fates.length == 0) {
                throw new IllegalArgumentException(
                        "%s hears of no fate: say which".formatted(consumer.getSimpleName()));
            }
            hearsOfDeliveries.addAll(List.of(fates));
            return queue(DeliveryReport.class, consumer);
        }

        public Builder reads(String ownerService, String accessPattern, String reason) {
            reads.add(new ReadGrant(ownerService, accessPattern, reason));
            return this;
        }

        /** Counts how often a fact happened. */
        public Builder metric(String metricName, Class<?> event) {
            metrics.add(new DomainMetric(metricName, event));
            return this;
        }

        public Builder limit(String what, long atMost) {
            limits.put(what, atMost);
            return this;
        }

        /** Has a switch that operators turn while it runs; {@code question} says what it decides. */
        public Builder flag(String flagName, boolean isOnByDefault, String question) {
            flags.add(new Flag(flagName, isOnByDefault, question));
            return this;
        }

        /** Has a WebSocket; actions and pushes are said after it. */
        public Builder socket(String path) {
            socket = new Socket(path, null, List.of(), List.of());
            return this;
        }

        /** Has a WebSocket whose connections somebody watches. */
        public Builder socket(String path, Class<? extends SocketHandler> handler) {
            socket = new Socket(path, handler, List.of(), List.of());
            return this;
        }

        /** Does what a client asks for over the socket; {@code sockets/<service>/<action>.json} says its form. */
        public <A> Builder action(String action, Class<A> record, Class<? extends SocketAction<A>> by) {
            socket = named(socket).with(new Socket.Action(action, record, by));
            return this;
        }

        /** Tells clients over the socket; {@code sockets/<service>/<type>.json} says its form. */
        public Builder pushes(String type, Class<?> record) {
            socket = named(socket).with(new Socket.Push(type, record));
            return this;
        }

        /** Lets programs in that have a service key with the scope {@code <name>:read} or {@code <name>:write}. */
        public Builder openToServiceKeys(KeyAccess... access) {
            openToKeys.addAll(List.of(access));
            return this;
        }

        /** @throws IllegalArgumentException when the definition contradicts itself; the message says where */
        public ServiceDefinition build() {
            require(NAME.matcher(name).matches(), "the name is lower case words with hyphens");
            require(!summary.isBlank() && !owner.isBlank(), "say a summary and an owner");
            require(distinct(accessPatterns.stream().map(AccessPattern::name)), "two access patterns have one name");
            require(distinct(publications.stream().map(p -> p.type() + p.version())), "a fact is published twice");
            require(distinct(subscriptions.stream().map(Subscription::queue)), "two queues have one name");
            require(distinct(objects.stream().map(KeptObjects::name)), "two stores of objects have one name");
            require(distinct(flags.stream().map(Flag::name)), "two flags have one name");
            metrics.forEach(metric -> require(
                    publications.stream().anyMatch(p -> p.event() == metric.event()),
                    "metric %s counts a fact that is not published here".formatted(metric.name())));
            require(
                    hearsOfDeliveries.isEmpty() || providers.contains("mail") || providers.contains("phone"),
                    "who hears of deliveries names the provider mail or phone");
            accessPatterns.add(Inbox.DONE);
            accessPatterns.add(Idempotency.REQUEST);
            if (socket != null) {
                accessPatterns.addAll(MemberSockets.accessPatterns());
            }
            secrets.add(Cursors.SECRET);
            return new ServiceDefinition(
                    name,
                    summary,
                    owner,
                    criticality,
                    List.copyOf(accessPatterns),
                    List.copyOf(publications),
                    List.copyOf(subscriptions),
                    List.copyOf(schedules),
                    Set.copyOf(secrets),
                    Set.copyOf(lastingSecrets),
                    Set.copyOf(encrypts),
                    Set.copyOf(decrypts),
                    List.copyOf(objects),
                    Set.copyOf(providers),
                    Set.copyOf(hearsOfDeliveries),
                    List.copyOf(reads),
                    List.copyOf(metrics),
                    Map.copyOf(limits),
                    List.copyOf(flags),
                    socket,
                    exportsNothing,
                    Set.copyOf(openToKeys));
        }

        private Socket named(@Nullable Socket last) {
            require(last != null, "say socket(path) first");
            return Objects.requireNonNull(last);
        }

        private Builder subscribe(
                List<String> types,
                Map<Integer, Class<?>> records,
                Class<? extends EventConsumer<?>> consumer,
                boolean command) {
            String queue = name + "-"
                    + consumer.getSimpleName()
                            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                            .toLowerCase(Locale.ROOT);
            subscriptions.add(new Subscription(
                    queue,
                    types,
                    records,
                    consumer,
                    command,
                    Subscription.TIMEOUT,
                    Subscription.MAX_RECEIVES,
                    Subscription.CONCURRENCY));
            return this;
        }

        private void require(boolean holds, String otherwise) {
            if (!holds) {
                throw new IllegalArgumentException("service %s: %s".formatted(name, otherwise));
            }
        }

        private static boolean distinct(Stream<String> names) {
            List<String> all = names.toList();
            return Set.copyOf(all).size() == all.size();
        }
    }
}
