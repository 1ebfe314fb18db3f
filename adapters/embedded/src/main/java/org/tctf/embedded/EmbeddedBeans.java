package org.tctf.embedded;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.tctf.builtinidentity.BreachedHashes;
import org.tctf.builtinidentity.BuiltinIdentity;
import org.tctf.builtinidentity.ProviderSettings;
import org.tctf.builtinidentity.TokenTerms;
import org.tctf.bus.BusObserver;
import org.tctf.bus.BusOptions;
import org.tctf.bus.EmbeddedBus;
import org.tctf.bus.EmbeddedScheduler;
import org.tctf.flags.FlagFile;
import org.tctf.flags.PolledFlags;
import org.tctf.identity.PasswordPolicy;
import org.tctf.identity.TokenVerifier;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.export.Exporters;
import org.tctf.kernel.mail.MailTransports;
import org.tctf.kernel.phone.PhoneTransports;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.socket.OpenedSockets;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.kernel.socket.SessionEnds;
import org.tctf.kernel.socket.SocketAddress;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.OpenedTables;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.keyring.FileSecrets;
import org.tctf.keyring.KeyringEncryption;
import org.tctf.mail.Mailbox;
import org.tctf.objects.FileObjects;
import org.tctf.objects.Gate;
import org.tctf.phone.Handset;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteTables;

/** The embedded twin of every port. What is {@code @Secondary} gives way to what is handed in from outside. */
@Factory
final class EmbeddedBeans {

    /** The queues' file, apart from the services' tables. */
    record Queues(SqliteDatabase database) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
        }
    }

    @Singleton
    Exporters exporters() {
        return Exporters.among(Service.all().stream().map(Service::definition).toList());
    }

    @Singleton
    @Secondary
    SecureRandom random() {
        return new SecureRandom();
    }

    @Singleton
    @Secondary
    RetryPolicy retries() {
        return RetryPolicy.DEFAULT;
    }

    @Singleton
    @Secondary
    OpenTelemetry telemetry() {
        return OpenTelemetry.noop();
    }

    @Singleton
    @Secondary
    ProviderSettings identity(Settings settings) {
        return ProviderSettings.standard(new TokenTerms(settings.publicUrl().toString(), "tctf"));
    }

    @Singleton
    Ids ids(InstantSource clock, SecureRandom random) {
        return Ids.v7(clock, random);
    }

    @Singleton
    JacksonCodec codec() {
        return new JacksonCodec();
    }

    @Singleton
    JsonEventSchemas schemas() {
        return new JsonEventSchemas();
    }

    @Bean(preDestroy = "close")
    @Singleton
    @Secondary
    SqliteTables files(Settings settings, InstantSource clock) {
        return SqliteTables.open(settings.data(), Durability.FULL, clock);
    }

    /** Made after the files, whose opening takes the folder's lock. */
    @Singleton
    DataFolder folder(Settings settings, SqliteTables files) {
        return new DataFolder(settings.data());
    }

    @Singleton
    FileSecrets secrets(DataFolder folder) {
        return FileSecrets.open(folder.file("secrets"));
    }

    @Singleton
    KeyringEncryption encryption(DataFolder folder, InstantSource clock) {
        return KeyringEncryption.open(folder.file("keyring"), clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    FileObjects objects(
            DataFolder folder,
            KeyringEncryption encryption,
            FileSecrets secrets,
            PublicUrl publicUrl,
            InstantSource clock) {
        FileObjects objects = FileObjects.open(folder.file("objects"), encryption, secrets, publicUrl, clock);
        // All of them, so that what a service has put in earlier ends also while nobody asks the service for anything.
        Service.all().stream()
                .map(Service::definition)
                .forEach(service -> service.objects().forEach(kept -> objects.of(service, kept.name())));
        return objects;
    }

    @Singleton
    Gate gate(FileObjects objects) {
        return objects.gate();
    }

    @Singleton
    @Secondary
    OpenedTables tables(
            SqliteTables files,
            JacksonCodec codec,
            JsonEventSchemas schemas,
            FileSecrets secrets,
            SecureRandom random,
            InstantSource clock,
            Ids ids) {
        Cursors cursors = new Cursors(secrets, random);
        return new OpenedTables(files::of, codec, schemas, cursors, clock, ids);
    }

    @Bean(preDestroy = "close")
    @Singleton
    @Secondary
    Mailbox mailbox(DataFolder folder, InstantSource clock) {
        return Mailbox.open(folder.file("mailbox.db"), clock);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Handset handset(DataFolder folder, InstantSource clock) {
        return Handset.open(folder.file("handset.db"), clock);
    }

    /** There is no protocol for phones that any server speaks, as SMTP is for mail: what is said to them stays here. */
    @Singleton
    PhoneTransports phoneTransports(Handset handset, LocalReports reports) {
        return new PhoneTransports(List.of(reports.on(handset)));
    }

    @Singleton
    LocalReports reports(EventBus bus, JacksonCodec codec, Ids ids, InstantSource clock) {
        return new LocalReports(bus, codec, ids, clock);
    }

    @Singleton
    @Secondary
    MailTransports mailTransports(Settings settings, Mailbox mailbox, LocalReports reports, InstantSource clock) {
        return settings.mail().transports(reports.on(mailbox), clock);
    }

    @Singleton
    @Secondary
    PolledFlags flags(Settings settings, InstantSource clock) {
        return FlagFile.flags(
                settings.flags(),
                Service.all().stream().map(Service::definition).toList(),
                clock);
    }

    @Singleton
    BreakerStates breakers() {
        return BreakerStates.inMemory();
    }

    @Singleton
    PublicUrl publicUrl(Settings settings) {
        return new PublicUrl(settings.publicUrl());
    }

    @Singleton
    BuiltinIdentity identityProvider(
            OpenedTables tables,
            KeyringEncryption encryption,
            InstantSource clock,
            Ids ids,
            SecureRandom random,
            ProviderSettings settings) {
        return new BuiltinIdentity(tables, encryption, clock, ids, random, settings);
    }

    /** A file that the operator has put into the data folder stands for the bundled list. */
    @Singleton
    PasswordPolicy passwordPolicy(DataFolder folder) {
        Path own = folder.file("breached-passwords.txt");
        return new PasswordPolicy(Files.exists(own) ? BreachedHashes.of(own) : BreachedHashes.bundled());
    }

    @Singleton
    TokenVerifier tokens(BuiltinIdentity identityProvider) {
        return identityProvider.verifier();
    }

    @Singleton
    SessionEnds sessions(TokenVerifier tokens) {
        return tokens::hasEnded;
    }

    @Singleton
    SocketAddress socketAddress(PublicUrl publicUrl) {
        return publicUrl::ofSocket;
    }

    @Singleton
    ServiceSockets serviceSockets(
            OpenedTables tables,
            RealtimeGateway gateway,
            SessionEnds sessions,
            SocketAddress address,
            JacksonCodec codec,
            InstantSource clock,
            SecureRandom random) {
        return new OpenedSockets(tables, gateway, sessions, address, codec, clock, random);
    }

    @Bean(preDestroy = "close")
    @Singleton
    Queues queues(DataFolder folder) {
        return new Queues(SqliteDatabase.open(folder.file("queues.db"), Durability.FULL));
    }

    @Bean(preDestroy = "close")
    @Singleton
    @Secondary
    EmbeddedBus bus(
            BeanContext beans,
            Queues queues,
            SqliteTables files,
            OpenedTables tables,
            JacksonCodec codec,
            InstantSource clock,
            RetryPolicy retries,
            OpenTelemetry telemetry,
            List<BusObserver> observers) {
        BusOptions options =
                BusOptions.defaults().retrying(retries).tracedBy(telemetry).observedBy(observers);
        EmbeddedBus bus = new EmbeddedBus(queues.database(), codec, clock, options);
        for (Service each : Service.all()) {
            ServiceDefinition service = each.definition();
            bus.register(
                    service,
                    new Deliveries(tables.of(service), codec, beans::getBean),
                    files.of(service).outbox());
        }
        return bus;
    }

    @Bean(preDestroy = "close")
    @Singleton
    EmbeddedScheduler scheduler(
            BeanContext beans, Queues queues, InstantSource clock, Ids ids, OpenTelemetry telemetry) {
        EmbeddedScheduler scheduler = new EmbeddedScheduler(queues.database(), clock, ids, telemetry);
        Service.all().forEach(service -> scheduler.register(service.definition(), beans::getBean));
        return scheduler;
    }
}
