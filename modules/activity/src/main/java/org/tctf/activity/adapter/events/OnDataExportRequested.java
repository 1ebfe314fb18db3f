package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tctf.activity.ActivityService;
import org.tctf.activity.application.ActivityLog;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.Recipients;
import org.tctf.kernel.Codec;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.export.PersonalDataExport;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.ServiceTables;

/** A member gets their log, their notifications, and what is known of them here. */
@Singleton
public class OnDataExportRequested extends PersonalDataExport {
    /** The newest of each: more than a member can read, and less than an answer takes. */
    private static final int MOST = 10_000;

    private static final int PAGE = 100;

    private final ActivityLog log;
    private final Notifications notifications;
    private final Recipients recipients;

    public OnDataExportRequested(
            ActivityLog log,
            Notifications notifications,
            Recipients recipients,
            ServiceTables tables,
            Codec codec,
            Encryption encryption) {
        super(ActivityService.DEFINITION, tables, codec, encryption);
        this.log = log;
        this.notifications = notifications;
        this.recipients = recipients;
    }

    @Override
    protected Map<String, ?> keptOf(String memberId) {
        return Map.of(
                "recipient",
                recipients.of(memberId),
                "activity",
                Page.read(MOST, cursor -> log.of(memberId, null, null, PAGE, cursor)),
                "notifications",
                Page.read(MOST, cursor -> notifications.all(memberId, PAGE, cursor)));
    }
}
