package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.activity.domain.PushTray;

/** Shows a member's devices what has changed, as it is now. */
@Singleton
public final class UpdateDevices {
    private final Devices devices;
    private final Notifications notifications;
    private final Display display;

    public UpdateDevices(Devices devices, Notifications notifications, Display display) {
        this.devices = devices;
        this.notifications = notifications;
        this.display = display;
    }

    public void update(PushTray order) {
        devices.tell(order.memberId(), () -> news(order));
    }

    private Devices.News news(PushTray order) {
        String memberId = order.memberId();
        Notifications.Tray tray = notifications.tray(memberId);
        return Optional.ofNullable(order.created())
                .flatMap(id -> notifications.of(memberId, id))
                .<Devices.News>map(created -> new Devices.News.Created(display.show(memberId, created, tray), tray))
                .orElseGet(() -> new Devices.News.Changed(order.read(), tray));
    }
}
