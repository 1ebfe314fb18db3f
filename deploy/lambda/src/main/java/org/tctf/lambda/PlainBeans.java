package org.tctf.lambda;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.tctf.builtinidentity.BreachedHashes;
import org.tctf.identity.PasswordPolicy;
import org.tctf.json.JacksonCodec;
import org.tctf.json.JsonEventSchemas;
import org.tctf.kernel.Ids;
import org.tctf.kernel.web.PublicUrl;
import org.tctf.telemetry.Traces;

/** What needs nothing of AWS. What is {@code @Secondary} gives way to what a test hands in. */
@Factory
final class PlainBeans {

    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    /** A restored process would go on with the snapshot's random numbers, as all others restored from it. */
    @Singleton
    Restorable reseeded(SecureRandom random) {
        return () -> random.setSeed(SecureRandom.getSeed(32));
    }

    @Singleton
    @Secondary
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

    @Singleton
    PasswordPolicy passwordPolicy() {
        return new PasswordPolicy(BreachedHashes.bundled());
    }

    @Singleton
    PublicUrl publicUrl(Surroundings surroundings) {
        return new PublicUrl(surroundings.publicUrl());
    }

    @Singleton
    Traces traces(OpenTelemetry telemetry) {
        return new Traces(telemetry, "aws_sqs");
    }
}
