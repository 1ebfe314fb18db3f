package org.tctf.cdk.construct;

import java.util.List;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.services.events.CfnArchive;
import software.amazon.awscdk.services.events.CfnEventBus;
import software.constructs.Construct;

/**
 * The bus that all facts go through, and its archive: a replay sends what it kept to the bus again, to one rule or to all,
 * and consumers that have done a fact before know its id. What the bus cannot encrypt or read lies in its own queue.
 */
public final class FactBus extends Construct {
    private final CfnEventBus bus;

    public record Names(String bus, String archive, String dead) {}

    public FactBus(Construct scope, String id, Names names, int archiveDays, String keyArn, Alarms alarms) {
        super(scope, id);
        Arns arns = Arns.here();
        DeadLetterQueue dead = new DeadLetterQueue(
                        this,
                        "Dead",
                        names.dead(),
                        keyArn,
                        List.of(Statements.service(
                                "FactsOfTheBus",
                                "events.amazonaws.com",
                                List.of("sqs:SendMessage"),
                                arns.queue(names.dead()),
                                Statements.from(arns.bus(names.bus())))),
                        DeadLetterQueue.ofNoQueue())
                .rings(alarms, AlarmKind.BUS_DEAD_LETTERS, "bus", names.dead());
        bus = CfnEventBus.Builder.create(this, "Bus")
                .name(names.bus())
                .description("Every fact of every service")
                .kmsKeyIdentifier(keyArn)
                .deadLetterConfig(CfnEventBus.DeadLetterConfigProperty.builder()
                        .arn(dead.arn())
                        .build())
                .build();
        CfnArchive.Builder.create(this, "Archive")
                .archiveName(names.archive())
                .description("What a replay sends again")
                .sourceArn(bus.getAttrArn())
                .retentionDays(archiveDays)
                .kmsKeyIdentifier(keyArn)
                .build();
    }

    public String arn() {
        return bus.getAttrArn();
    }
}
